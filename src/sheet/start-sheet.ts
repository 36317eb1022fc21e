import { html, render } from 'lit/html.js';
import { i18n } from '#i18n';
import { sheetOf } from '../messages/sheet-address';
import type { Pack } from '../schema';
import { liveSettings } from '../settings/live-settings';
import { createSpeech } from '../speech/create-speech';
import { asHeard } from '../speech/spoken-form';
import { localDay } from '../ui/local-day';
import { saveFile } from '../ui/save-file';
import { type CalendarEvent, calendarFile } from './calendar-file';
import { fitPage } from './fit-page';
import { sheetContent } from './sheet-content';
import { sheetView } from './sheet-view';

/** Draws the sheet that the address names, from our own overlays only. Nothing is fetched, nothing is kept. */
export function startSheet(app: HTMLElement, packs: readonly Pack[]): void {
  const { signal } = new AbortController();
  const settings = liveSettings(signal);
  const speech = createSpeech(window.speechSynthesis, async (text) => asHeard(text), signal);
  const draw = (): void => {
    const sheet = sheetOf(location.hash);
    const content = sheet && sheetContent(sheet, packs, localDay(new Date()));
    document.documentElement.dataset.size = settings.value.textSize;
    if (!content) return void render(html`<p>${i18n.t('sheet.unknown')}</p>`, app);
    const actions = { print: () => window.print(), calendar: () => save(content.events) };
    render(sheetView(content, settings.value, speech, actions), app);
    const article = app.querySelector<HTMLElement>('.sheet');
    if (article) fitPage(article);
  };
  settings.onChange(draw, signal);
  window.addEventListener('hashchange', draw, { signal });
  draw();
}

function save(events: readonly CalendarEvent[]): void {
  saveFile(`${events[0]?.uid}.ics`, calendarFile(events, new Date()), 'text/calendar');
}
