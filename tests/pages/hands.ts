import type { Answer, Place } from '../browser/practice-places';

/** CSS px, from the top left corner of the top window. */
interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a test may ask a fixture page to do to itself, as its own script would: never a gesture of a person. */
export interface Hands {
  /** Closes the windows that are in the way, opens those that are asked for, unfolds what is folded, gives answers. */
  prepare(answers: readonly Answer[], windows: readonly string[]): Promise<void>;
  /** @returns where a person would click to use the control, brought to the middle of the screen. */
  spotOf(control: Place['control']): Spot | undefined;
  /**
   * Puts the focus next to a control, never at an end of the page, where a Tab key would leave it for the browser's own bars.
   * @returns the key that goes from there to the control; none when it stands alone on its page, and has the focus already.
   */
  focusNextTo(control: Place['control']): 'Tab' | 'Shift+Tab' | undefined;
}

declare global {
  interface Window {
    __hands: Hands;
  }
}

export const hands: Hands = {
  async prepare(answers, windows) {
    arrangeWindows(windows);
    for (const details of all<HTMLDetailsElement>('details')) details.open = true;
    for (const answer of answers) {
      give(answer);
      await new Promise(requestAnimationFrame);
    }
  },
  spotOf(control) {
    for (const element of all('*')) {
      if (!isControl(element, control)) continue;
      const spot = spotOf(element) ?? spotOf((element as HTMLInputElement).labels?.[0]);
      if (spot) return spot;
    }
    return undefined;
  },
  focusNextTo(control) {
    const wanted = all<HTMLInputElement>('*').find(
      (element) => isControl(element, control) && (isDrawn(element) || isDrawn(element.labels?.[0])),
    );
    if (!wanted) return undefined;
    const stops = tabStops(wanted);
    const at = stops.indexOf(wanted);
    const before = stops.slice(0, at).findLast((stop) => !isSameGroup(stop, wanted));
    const after = stops.slice(at + 1).find((stop) => !isSameGroup(stop, wanted));
    const beside = before ?? after;
    (beside ?? wanted).focus();
    return beside && (before ? 'Tab' : 'Shift+Tab');
  },
};

/** Every element of the page, of its open shadow roots and of its frames; our own UI aside. */
function all<T extends Element>(selector: string): T[] {
  const roots: ParentNode[] = [document];
  for (const root of roots) roots.push(...[...root.querySelectorAll('*')].flatMap(innerRoot));
  return roots.flatMap((root) => [...root.querySelectorAll<T>(selector)]);
}

function innerRoot(element: Element): ParentNode[] {
  if (element.localName === 'cote-a-cote') return [];
  const inner = element instanceof HTMLIFrameElement ? element.contentDocument : element.shadowRoot;
  return inner ? [inner] : [];
}

function arrangeWindows(wanted: readonly string[]): void {
  for (const dialog of all<HTMLDialogElement>('dialog')) {
    const isWanted = wanted.includes(dialog.dataset.name ?? '');
    if (dialog.open && !isWanted) dialog.close();
    else if (!dialog.open && isWanted) dialog.showModal();
  }
  for (const button of all<HTMLElement>('#pecookies-continue-btn')) button.click();
}

function give({ field, value }: Answer): void {
  for (const control of all<HTMLInputElement>(`[name="${CSS.escape(field)}"]`).filter(isUsable)) {
    if (control.type === 'radio' ? control.value === value : control.type === 'checkbox') {
      // Not by a click: ours would hold it, as it should, where the answer is itself a choice that is warned of.
      if (!control.checked) tick(control);
    } else if (control.type !== 'radio' && control.value !== value) {
      control.value = value;
      tellPage(control);
    }
  }
}

function tick(control: HTMLInputElement): void {
  control.checked = true;
  tellPage(control);
}

function tellPage(control: HTMLInputElement): void {
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The second mark-up, for phones, is not drawn. */
function isUsable(control: HTMLInputElement): boolean {
  return isDrawn(control) || isDrawn(control.labels?.[0]);
}

function isDrawn(element: Element | null | undefined): boolean {
  return (element?.getClientRects().length ?? 0) > 0;
}

function isControl(element: Element, control: Place['control']): boolean {
  if (control.kind === 'words')
    return element.matches(PRESSABLE) && wordsOn(element) === control.words && !element.matches(':disabled');
  if (element.getAttribute('name') !== control.field) return false;
  return control.kind !== 'choice' || (element as HTMLInputElement).value === control.value;
}

const PRESSABLE = 'a, button, input[type=submit], input[type=button], [role], div[tabindex]';

function tabStops(near: Element): HTMLInputElement[] {
  const root = near.getRootNode() as Document | ShadowRoot;
  return [
    ...root.querySelectorAll<HTMLInputElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
  ].filter((element) => isUsable(element) && !element.matches(':disabled') && element.localName !== 'cote-a-cote');
}

/** The Tab key stops once at a group of radio buttons. */
function isSameGroup(one: HTMLInputElement, other: HTMLInputElement): boolean {
  return one === other || (one.type === 'radio' && other.type === 'radio' && one.name === other.name);
}

function wordsOn(element: Element): string {
  return element.textContent?.trim() || (element as HTMLInputElement).value;
}

function spotOf(element: Element | null | undefined): Spot | undefined {
  if (!element) return undefined;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width <= 2 || height <= 2) return undefined;
  const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  return { left: left + (frame?.left ?? 0), top: top + (frame?.top ?? 0), width, height };
}
