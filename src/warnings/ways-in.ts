import { changesByItself } from './set-off';

/** Fields where Enter sends the form. */
const SINGLE_LINE =
  'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=file], [type=image], [type=range], [type=color])';
const SUBMITS = 'button:not([type]), button[type=submit], input[type=submit], input[type=image]';
/** What holds a field and its button when there is no form. */
const FORM_LIKE = 'form, [role=form], dialog, fieldset, section';

/**
 * The controls that an event would set off, by the HTML standard's activation rules: what lies on its path,
 * the field of a label, and for Enter in a field the button that the form would press (implicit submission).
 */
export function controlsOf(event: Event): Set<EventTarget> {
  const path = event.composedPath();
  const found = new Set<EventTarget>(path);
  for (const node of path) {
    if (node instanceof Element && node.localName === 'label') {
      const { control } = node as HTMLLabelElement;
      if (control) found.add(control);
    }
  }
  if (event instanceof KeyboardEvent && event.key === 'Enter') addDefaultButton(path[0], found);
  const circle = event instanceof KeyboardEvent ? nextCircle(event) : undefined;
  if (circle) found.add(circle);
  if (event.type === 'submit') addSubmitter(event as SubmitEvent, found);
  return found;
}

function addSubmitter(event: SubmitEvent, found: Set<EventTarget>): void {
  const form = event.composedPath()[0];
  const button = event.submitter ?? (isForm(form) ? defaultButton(form) : undefined);
  if (button) found.add(button);
}

/** Enter in a one-line field presses the form's first submit button; without a form, whatever button the same part holds. */
function addDefaultButton(target: EventTarget | undefined, found: Set<EventTarget>): void {
  if (!(target instanceof Element) || !target.matches(SINGLE_LINE) || isChoosing(target)) return;
  const form = (target as HTMLInputElement).form;
  if (form) {
    const button = defaultButton(form);
    if (button) found.add(button);
    return;
  }
  for (const button of target.closest(FORM_LIKE)?.querySelectorAll('button, [role=button], a[role=button]') ?? [])
    found.add(button);
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
  return target instanceof Element && target.localName === 'form';
}

/** What an event is in a gesture: its beginning, its end that sets things off, or something between. */
export type Phase = 'press' | 'release' | 'act' | 'none';

/** @returns the phase of an event, for keys only those that activate something. */
export function phaseOf(event: Event): Phase {
  switch (event.type) {
    case 'pointerdown':
    case 'mousedown':
    case 'touchstart':
    case 'dragstart':
      return 'press';
    case 'pointerup':
    case 'mouseup':
    case 'touchend':
    case 'pointercancel':
      return 'release';
    case 'click':
    case 'auxclick':
    case 'dblclick':
    case 'submit':
      return 'act';
    case 'change':
    case 'input':
      return changesByItself(event.composedPath()[0]) ? 'act' : 'none';
    case 'keydown':
    case 'keypress':
    case 'keyup':
      return keyPhase(event as KeyboardEvent);
    default:
      return 'none';
  }
}

/** Keys by which a person moves between circles, and moves the thumb of a slider. */
const MOVES: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
const SLIDES = new Set([...Object.keys(MOVES), 'Home', 'End', 'PageUp', 'PageDown']);
const SLIDER = 'input[type=range], [role=slider]';

function keyPhase(event: KeyboardEvent): Phase {
  const { key, type, ctrlKey, altKey, metaKey } = event;
  if (altKey || ((ctrlKey || metaKey) && key !== 'Enter')) return 'none';
  const acts = key === 'Enter' || key === ' ' || slides(event) || nextCircle(event) !== undefined;
  if (!acts) return 'none';
  return type === 'keydown' ? 'act' : 'release';
}

function slides({ key, target }: KeyboardEvent): boolean {
  return SLIDES.has(key) && target instanceof Element && target.matches(SLIDER);
}

/** The circle drawn by the page (`role=radio`) to which an arrow key moves the choice (ARIA practices, radio group). */
function nextCircle(event: KeyboardEvent): Element | undefined {
  const step = MOVES[event.key];
  const [from] = event.composedPath();
  if (step === undefined || !(from instanceof Element) || !from.matches('[role=radio]')) return undefined;
  const circles = [...(from.closest('[role=radiogroup]')?.querySelectorAll('[role=radio]') ?? [])];
  return circles.at((circles.indexOf(from) + step) % circles.length);
}

/** Enter and Space activate the control that has the focus; Enter in a field, the form's button. */
export function activates(event: KeyboardEvent, controls: ReadonlySet<EventTarget>): boolean {
  const { key } = event;
  const [first] = controls;
  if (!(first instanceof Element)) return false;
  if (key === ' ')
    return !first.matches(
      'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=image]), textarea, select, [contenteditable]',
    );
  return !first.matches('textarea, [contenteditable]');
}
