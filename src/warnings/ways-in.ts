import { matching } from '../page/clobbering';
import { isElement } from '../page/roots';
import { isEnd } from './gesture';
import { changesByItself } from './set-off';

/** Fields where Enter sends the form. */
const SINGLE_LINE =
  'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=file], [type=image], [type=range], [type=color])';
const SUBMITS = 'button:not([type]), button[type=submit], input[type=submit], input[type=image]';
/** A link to the conditions inside the label that accepts them: pressing it ticks nothing (HTML standard, labels). */
const FOR_ITSELF = 'a[href], button';
/** What a page may do the same with as with Enter. */
const PRESSED = 'a, button, [role=button], [type=button]';
/** What holds a field and its button when there is no form. */
const FORM_LIKE = 'form, [role=form], dialog, fieldset, section';

/**
 * The controls that an event would set off, by the HTML standard's activation rules: what lies on its path,
 * the field of a label, and for Enter in a field the button that the form would press (implicit submission).
 */
export function controlsOf(event: Event): Set<EventTarget> {
  const path = event.composedPath();
  const found = new Set<EventTarget>(path);
  addLabelled(path, found);
  const delegate = delegateOf(path[0]);
  if (delegate) found.add(delegate);
  if (isKey(event)) {
    if (event.key === 'Enter') addDefaultButton(path[0], found);
    for (const choice of [litBy(path[0]), nextChoice(event)]) if (choice) found.add(choice);
  }
  if (event.type === 'submit') addSubmitter(event as SubmitEvent, found);
  return found;
}

function addLabelled(path: readonly EventTarget[], found: Set<EventTarget>): void {
  let isForItself = false;
  for (const node of path) {
    if (!isElement(node)) continue;
    if (node.localName !== 'label') isForItself ||= matching(node, FOR_ITSELF);
    else if (isForItself) found.delete(node);
    else found.add((node as HTMLLabelElement).control ?? node);
  }
}

/** A component that hands its focus on is pressed as a whole by a screen reader: what it stands for is inside. */
function delegateOf(target: EventTarget | undefined): Element | null | undefined {
  const inner = (target as Partial<Element> | undefined)?.shadowRoot;
  return inner?.delegatesFocus ? inner.querySelector('button, [href], input') : undefined;
}

function addSubmitter(event: SubmitEvent, found: Set<EventTarget>): void {
  const form = event.composedPath()[0];
  const button = event.submitter ?? (isForm(form) ? defaultButton(form) : undefined);
  if (button) found.add(button);
}

/** Enter in a one-line field presses the form's first submit button; without one that is seen, whatever the same part holds to press. */
function addDefaultButton(target: EventTarget | undefined, found: Set<EventTarget>): void {
  if (!isElement(target) || !target.matches(SINGLE_LINE) || isChoosing(target)) return;
  const { form } = target as HTMLInputElement;
  const pressed = form && defaultButton(form);
  if (pressed) found.add(pressed);
  // Nobody sees that one: it does what one of those does that are seen.
  if (pressed?.checkVisibility()) return;
  for (const button of (form ?? target.closest(FORM_LIKE))?.querySelectorAll(PRESSED) ?? [])
    if (button.checkVisibility()) found.add(button);
}

/** An open list of suggestions takes Enter for itself. */
function isChoosing(field: Element): boolean {
  return field.getAttribute('aria-expanded') === 'true';
}

/**
 * HTML standard, "default button": the first submit button of the form in tree order, wherever it stands.
 * Not by `form.elements`: a field of that name would hide the list (DOM clobbering).
 */
export function defaultButton(form: HTMLFormElement): Element | undefined {
  const root = form.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll<HTMLButtonElement | HTMLInputElement>(SUBMITS)].find((one) => one.form === form);
}

function isForm(target: EventTarget | undefined): target is HTMLFormElement {
  return isElement(target) && target.localName === 'form';
}

/** What an event is in a gesture: its beginning, its end that sets things off, or something between. */
export type Phase = 'press' | 'release' | 'act' | 'none';

/** Everything by which a person, or the page in the wake of a person's gesture, can set a control off, in the order of the HTML standard. */
export const EVENTS =
  'pointerdown mousedown touchstart dragstart pointerup mouseup touchend pointercancel click auxclick dblclick submit drop change input keydown keypress keyup'.split(
    ' ',
  );

/** @returns the phase of an event, one of `EVENTS`; of the keys only those that activate something. */
export function phaseOf(event: Event): Phase {
  if (event.type.startsWith('key')) return keyPhase(event);
  if (/^(change|input)$/.test(event.type)) return changesByItself(event.composedPath()[0]) ? 'act' : 'none';
  if (/(down|start)$/.test(event.type)) return 'press';
  return isEnd(event) ? 'release' : 'act';
}

/** @returns whether an event is of the keyboard, in whatever frame. */
export function isKey(event: Event): event is KeyboardEvent {
  return 'key' in event;
}

/** Keys by which a person moves between circles, and moves the thumb of a slider. */
const MOVES: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const SLIDES = new Set([...Object.keys(MOVES), 'Home', 'End', 'PageUp', 'PageDown']);
const SLIDER = 'input[type=range], [role=slider]';

function keyPhase(event: Event): Phase {
  // A form that the browser fills by itself has keys without a name.
  if (!isKey(event)) return 'none';
  const { key, type, ctrlKey, altKey, metaKey } = event;
  if ((altKey || ctrlKey || metaKey) && key !== 'Enter') return 'none';
  const acts = key === 'Enter' || key === ' ' || slides(event) || nextChoice(event) !== undefined;
  if (!acts) return 'none';
  return type === 'keydown' ? 'act' : 'release';
}

function slides({ key, target }: KeyboardEvent): boolean {
  return SLIDES.has(key) && isElement(target) && target.matches(SLIDER);
}

/**
 * What an arrow key chooses among circles and options that the page draws (ARIA practices, radio group and listbox): the next
 * one. In a list whose lit option is not the chosen one, the arrows only move the light.
 */
function nextChoice(event: KeyboardEvent): Element | undefined {
  const step = MOVES[event.key];
  const [focused] = event.composedPath();
  if (step === undefined || !isElement(focused)) return undefined;
  const from = focused.matches('[role=listbox]') ? litBy(focused) : focused;
  if (!from?.matches('[role=radio], [role=option][aria-selected=true]')) return undefined;
  const all = [
    ...(from.closest('[role=radiogroup], [role=listbox]')?.querySelectorAll('[role=radio], [role=option]') ?? []),
  ];
  return all.at((all.indexOf(from) + step) % all.length);
}

/** The option that keys act on while the focus stays on its list or field. */
function litBy(focused: EventTarget | undefined): Element | undefined {
  const id = isElement(focused) && focused.getAttribute('aria-activedescendant');
  return (id && (focused.getRootNode() as Document | ShadowRoot).getElementById(id)) || undefined;
}

/** Enter and Space activate the control that has the focus; Enter in a field, the form's button. */
export function activates(event: KeyboardEvent, controls: ReadonlySet<EventTarget>): boolean {
  const { key } = event;
  const [first] = controls;
  if (!isElement(first)) return false;
  if (key === ' ')
    return !first.matches(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=image]), textarea, select, [contenteditable]',
    );
  return !first.matches('textarea, [contenteditable]');
}
