import { computeAccessibleName } from 'dom-accessibility-api';
import { visibleProxy } from '../page/seen';

/** How a field answers its question. */
export type ControlKind = 'text' | 'choice' | 'radio' | 'checkbox' | 'secret';

const NATIVE = 'input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image]), select, textarea';
const CUSTOM =
  '[role=textbox], [role=searchbox], [role=combobox], [role=listbox], [role=spinbutton], [role=slider], [role=checkbox], [role=switch], [role=radio], [contenteditable=""], [contenteditable=true]';

/** Passwords, codes and cards, by what the page says of the field (HTML autofill tokens, its own words). Never read. */
const SECRET_TOKENS = /\b(current-password|new-password|one-time-code|cc-[a-z-]+)\b/;
const SECRET_WORDS =
  /mot de passe|code (?:secret|confidentiel|d['’]acc[eè]s|[aà] usage unique|de v[ée]rification|de s[ée]curit[ée]|re[cç]u|provisoire)|cryptogramme|carte (?:bancaire|de paiement|bleue)|\bcvv\b/i;
/** A box that shows a password is not an answer. */
const SHOWS_PASSWORD = /^(?:afficher|montrer|voir|masquer)\b/i;

/** @returns what kind of field this is; `undefined` when it is none, not shown, or only a tool of the page (its search). */
export function controlKind(element: Element): ControlKind | undefined {
  const isNative = element.matches(NATIVE);
  if (!isNative && !(element.matches(CUSTOM) && isWholeWidget(element))) return undefined;
  if (!visibleProxy(element) || isTool(element)) return undefined;
  if (isSecret(element)) return 'secret';
  if (element.matches('input[type=radio], [role=radio]')) return 'radio';
  if (element.matches('input[type=checkbox], [role=checkbox], [role=switch]')) return 'checkbox';
  return element.matches('select, [role=listbox]') ? 'choice' : 'text';
}

/** @returns whether a field is one that we never read. */
export function isSecret(element: Element): boolean {
  if (element.matches('input[type=password]')) return true;
  if (SECRET_TOKENS.test(element.getAttribute('autocomplete') ?? '')) return true;
  if (element.matches('input[type=checkbox], input[type=radio], select')) return false;
  return SECRET_WORDS.test(computeAccessibleName(element));
}

/** A wrapper around a native field, or the list that a combobox opens, is not a field of its own. */
function isWholeWidget(element: Element): boolean {
  if (element.querySelector(NATIVE)) return false;
  if (element.parentElement?.closest('[contenteditable=""], [contenteditable=true], [role=textbox]')) return false;
  if (!element.matches('[role=listbox]')) return true;
  const root = element.getRootNode() as Document | ShadowRoot;
  const { id } = element;
  return id === '' || !root.querySelector(`[aria-controls~="${CSS.escape(id)}"], [aria-owns~="${CSS.escape(id)}"]`);
}

function isTool(element: Element): boolean {
  if (element.closest('search, [role=search]')) return true;
  const isUnnamedBox = element.matches('input[type=checkbox]:not([name])');
  return isUnnamedBox && SHOWS_PASSWORD.test(computeAccessibleName(element));
}
