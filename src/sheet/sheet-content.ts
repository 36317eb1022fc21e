import type { TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { dueSpoken } from '../guides/due-words';
import { dayInWords, nextDate } from '../guides/next-date';
import type { SheetAddress } from '../messages/sheet-address';
import type { Guide, Helper, Pack } from '../schema';
import type { CalendarEvent } from './calendar-file';
import { termSheet, warningSheet } from './explained-sheet';
import { guidePeople, guideSheet, siteWords } from './guide-sheet';
import { nextEvents } from './next-events';

/** What stands on a sheet. */
export interface SheetContent {
  /** Above the text, when the text does not say it itself. */
  origin?: string | undefined;
  body: TemplateResult;
  people: readonly Helper[];
  /** What is read aloud. */
  spoken: readonly (string | undefined)[];
  /** What the calendar file holds; without any there is no file. */
  events: readonly CalendarEvent[];
}

/** @returns what the address asks for; `undefined` when our overlays have no such thing. */
export function sheetContent(sheet: SheetAddress, packs: readonly Pack[], today: string): SheetContent | undefined {
  const pack = packs.find(({ site }) => site.id === sheet.site);
  if (!pack) return undefined;
  const day = sheet.day ?? today;
  const origin = i18n.t('sheet.readOn', [dayInWords(day), siteWords(pack)]);
  if (sheet.kind === 'guide') {
    const guide = pack.guides.find(({ id }) => id === sheet.id);
    if (!guide) return undefined;
    return guideContent(guide, pack, day);
  }
  if (sheet.kind === 'term') {
    const term = pack.terms.find(({ id }) => id === sheet.id);
    const spoken = [term?.term, term?.plain, term?.example];
    return term && { origin, body: termSheet(term), people: [], spoken, events: [] };
  }
  const warning = pack.warnings.find(({ id }) => id === sheet.id);
  const people = pack.people.filter(({ id }) => warning?.people?.includes(id));
  const spoken = [warning?.title, warning?.consequence, warning?.undo.how, warning?.safer.label, warning?.safer.advice];
  return warning && { origin, body: warningSheet(warning), people, spoken, events: [] };
}

function guideContent(guide: Guide, pack: Pack, day: string): SheetContent {
  const { keep, next, ifWrong } = guide.end;
  const due = nextDate(guide.end.nextDate, day, pack.updateWindows);
  return {
    body: guideSheet(guide, pack, day),
    people: guidePeople(guide, pack),
    spoken: [guide.title, keep, next, due && dueSpoken(due), ifWrong],
    events: nextEvents(guide, pack, day),
  };
}
