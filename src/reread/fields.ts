import { isSeen, visibleProxy } from '../page/seen';

/** Fields of the browser itself. */
const NATIVE = 'input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image]), select, textarea';
export const EDITABLE = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]';
const BUTTON = ':is(button, [role=button])';
/** A button that opens a list and shows what was chosen in it. */
export const PICKER = `${BUTTON}[aria-haspopup=listbox]`;
/** A button that stays pressed: « Oui », « Non ». */
export const TOGGLE = `${BUTTON}[aria-pressed]`;
/** Fields that a page makes itself, by their roles. */
export const CUSTOM = `[role=textbox], [role=searchbox], [role=combobox], [role=listbox], [role=spinbutton], [role=slider], [role=checkbox], [role=switch], [role=radio], ${PICKER}, ${TOGGLE}, ${EDITABLE}`;
/** What may be a field of any kind. */
export const FIELDS = `${NATIVE}, ${CUSTOM}`;

/** @returns whether an element is a field of any kind, shown or not. */
export function isField(element: Element): boolean {
  return element.matches(NATIVE) || (element.matches(CUSTOM) && isWholeWidget(element));
}

/** A wrapper around a native field, what a page draws over one, or the list that a combobox opens, is not a field of its own. */
function isWholeWidget(element: Element): boolean {
  if (element.querySelector(NATIVE) || isDrawnOver(element)) return false;
  if (element.parentElement?.closest(`${EDITABLE}, [role=textbox], [role=combobox]`)) return false;
  if (!element.matches('[role=listbox]')) return true;
  const root = element.getRootNode() as Document | ShadowRoot;
  const { id } = element;
  return id === '' || !root.querySelector(`[aria-controls~="${CSS.escape(id)}"], [aria-owns~="${CSS.escape(id)}"]`);
}

/** Just after a native list that is hidden, and that its label makes known. */
function isDrawnOver(element: Element): boolean {
  const list = element.closest('select + :not(:has(label))')?.previousElementSibling;
  return !!list && !isSeen(list) && visibleProxy(list) !== undefined;
}
