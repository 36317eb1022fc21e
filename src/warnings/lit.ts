import { html, nothing } from 'lit/html.js';
import { i18n } from '#i18n';
import { ownWords, quickName } from '../page/own-words';
import { labelsOf, visibleProxy } from '../page/seen';
import type { Found } from '../page/types';
import type { Target } from '../schema';
import { boxOf } from '../ui/box-of';
import { placeBeside } from '../ui/place';
import { press } from '../ui/press';
import { spotlight } from '../ui/spotlight';
import type { Tools } from '../ui/tools';
import { PASS_LIFE, type Pass, passState } from './pass';

/** ms; how often the ring follows and the pass is looked at. */
const FOLLOW = 300;

interface Lit {
  element: Element;
  target: Target;
  words: string;
}

/**
 * Lights a control and says in words that the person may press it now. Follows it by its target when it is re-created,
 * says so when it has gone, and goes out after use, after two minutes, or when the page leaves.
 */
export function lightUp(tools: Tools, lit: Pass | Lit, signal: AbortSignal): void {
  const { surface, page } = tools;
  const view = page.document.defaultView;
  if (!view) return;
  const until = new AbortController();
  const out = (): void => until.abort();
  const started = Date.now();
  const draw = (): void => {
    if (!tools.isAlive()) return;
    const isOver = 'given' in lit ? passState(lit, Date.now()) !== 'ready' : Date.now() - started > PASS_LIFE;
    if (isOver) out();
    else drawLit(tools, lit, out);
  };
  const timer = view.setInterval(draw, FOLLOW);
  const stop = AbortSignal.any([signal, until.signal]);
  stop.addEventListener(
    'abort',
    () => {
      view.clearInterval(timer);
      surface.show('lit', nothing);
    },
    { once: true },
  );
  for (const event of ['scroll', 'resize', 'pointerdown'] as const)
    view.addEventListener(event, draw, { capture: true, passive: true, signal: stop });
  lit.element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  draw();
}

function drawLit({ surface, page }: Tools, lit: Pass | Lit, out: () => void): void {
  const located = page.locate(lit.target);
  if (located.kind === 'found') lit.element = located.element;
  // Our question closes the menu that the control stood in: what opens it is what can be pressed.
  const { opener, pointAt = visibleProxy(lit.element) }: Partial<Found> = located.kind === 'found' ? located : {};
  const place = opener ?? pointAt;
  // What was made anew since the last look has no place: the note would stand in a corner, over something else.
  const box = place?.isConnected ? boxOf(place) : undefined;
  const led = 'words' in lit ? lit.words : i18n.t('warning.nowYouCan', [nameOf(lit.element)]);
  const words = `${box ? led : i18n.t('warning.gone')} ${opener ? i18n.t('guide.folded') : ''}`;
  surface.say(words);
  surface.show(
    'lit',
    html`${box && box.width > 0 ? spotlight(box) : nothing}
      <section class="card lit-note" data-panel>
        <p>${words}</p>
        <button class="button button-plain" type="button" @click=${press(surface, out)}>${i18n.t('dock.close')}</button>
      </section>`,
  );
  const note = surface.element('lit').querySelector<HTMLElement>('.lit-note');
  if (!note) return;
  const viewport = surface.room();
  const size = { width: note.offsetWidth, height: note.offsetHeight };
  const target = box ?? { left: viewport.width / 2, top: 0, width: 0, height: 0 };
  // The label is another way to press the same control: the note leaves it free.
  const { left, top } = placeBeside(target, size, viewport, labelsOf(lit.element).map(boxOf), [
    'right',
    'left',
    'below',
    'above',
  ]);
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
}

/** The words on the control, for « Vous pouvez maintenant cliquer sur … ». */
function nameOf(element: Element): string {
  // The words of a list are all its options.
  const words = element.matches('select') && ownWords(element, labelsOf);
  const text = (words || quickName(element, labelsOf)).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
