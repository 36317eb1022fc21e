import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { boxOf, isOnScreen } from '../ui/box-of';
import type { Tools } from '../ui/tools';
import type { FoundHint } from './found-hints';
import { hintCard, hintInside, hintMark, hintNote } from './hint-view';
import { keepWhole, otherPanels, placeCard, placeInBubble } from './place-hint';

/** What there is to draw. */
export interface HintScene {
  hints: readonly FoundHint[];
  /** The hint of the focused field. */
  inHand: FoundHint | undefined;
  /** The hint of a field that was left and looks wrong. */
  noted: FoundHint | undefined;
  /** Said politely to screen readers. */
  said: string;
  messagesOf: (hint: string) => readonly string[];
  hide: () => void;
  hideNote: () => void;
}

/**
 * Draws the help beside the fields: marks, the card of the field in hand (inside the bubble of a guide that points at
 * the same field), and a note at a field that was left.
 * @returns the drawing function; `undefined` empties everything.
 */
export function hintDrawer(tools: Tools, view: Window): (scene: HintScene | undefined) => void {
  const { surface } = tools;
  let inside: HTMLElement | undefined;
  let isDrawn = false;
  const isShown = (one: FoundHint | undefined): one is FoundHint =>
    one !== undefined && isOnScreen(boxOf(one.found.pointAt), view);

  /** @returns whether the bubble in hand took the hint in. */
  const drawInside = (scene: HintScene | undefined): boolean => {
    const card = scene?.inHand;
    const host = card && placeInBubble(surface, boxOf(card.found.pointAt));
    if (inside && inside !== host) render(nothing, inside);
    inside = host;
    if (!scene || !card || !host) return false;
    render(hintInside(card.hint, scene.messagesOf(card.hint.id)), host);
    return true;
  };

  return (scene) => {
    const isInside = drawInside(scene);
    const isEmpty = !scene || scene.hints.length === 0;
    if (isEmpty && isDrawn) {
      surface.show('hint', nothing);
      keepWhole(surface);
    }
    isDrawn = !isEmpty;
    if (isEmpty) return;
    const card = isShown(scene.inHand) && !isInside ? scene.inHand : undefined;
    const note = isShown(scene.noted) && scene.noted !== scene.inHand ? scene.noted : undefined;
    surface.show('hint', sceneView(tools, scene, card, note, isShown));
    placeCards(tools, card, note);
    keepWhole(surface);
  };
}

function sceneView(
  tools: Tools,
  { hints, said, messagesOf, hide, hideNote }: HintScene,
  card: FoundHint | undefined,
  note: FoundHint | undefined,
  isShown: (one: FoundHint) => boolean,
): TemplateResult {
  const noteMessages = note ? messagesOf(note.hint.id) : [];
  return html`<p class="unseen" role="status">${said}</p>
    ${hints.filter(isShown).map(({ hint, found }) => hintMark(boxOf(found.pointAt), messagesOf(hint.id).length > 0))}
    ${card ? hintCard(tools, card.hint, messagesOf(card.hint.id), hide) : nothing}
    ${note && noteMessages.length > 0 ? hintNote(tools, note.hint, noteMessages, hideNote) : nothing}`;
}

function placeCards({ surface, page }: Tools, card: FoundHint | undefined, note: FoundHint | undefined): void {
  const avoid = otherPanels(surface);
  const place = surface.element('hint');
  const cardElement = place.querySelector<HTMLElement>('[data-hint-card]');
  if (card && cardElement && placeCard(cardElement, boxOf(card.found.pointAt), surface.room(), avoid))
    avoid.push(boxOf(cardElement));
  const noteElement = place.querySelector<HTMLElement>('[data-hint-note]');
  const { activeElement, body } = page.document;
  if (activeElement && activeElement !== body) avoid.push(boxOf(activeElement));
  if (note && noteElement) placeCard(noteElement, boxOf(note.found.pointAt), surface.room(), avoid);
}
