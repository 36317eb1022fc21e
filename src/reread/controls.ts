import { computeAccessibleName } from 'dom-accessibility-api';
import { visibleProxy } from '../page/seen';
import type { Declared } from './mask';
import { groupName, groupsOf, questionOf } from './question';

/** How a field answers its question. */
export type ControlKind = 'text' | 'choice' | 'radio' | 'checkbox' | 'secret';

const NATIVE = 'input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image]), select, textarea';
const EDITABLE = '[contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]';
const CUSTOM = `[role=textbox], [role=searchbox], [role=combobox], [role=listbox], [role=spinbutton], [role=slider], [role=checkbox], [role=switch], [role=radio], ${EDITABLE}`;

/** Passwords, codes and cards, by what the page says of the field (HTML autofill tokens, its names, its own words). Never read. */
const SECRET_TOKENS = /\b(current-password|new-password|one-time-code|cc-[a-z-]+)\b/;
const SECRET_NAMES =
  /passw|passe?-?_?phrase|passcode|pwd|(?:^|[^a-z])mdp|mot-?_?de-?_?passe|(?:^|[^a-z])(?:otp|pin|cvv|cvc|pan)(?:[^a-z]|$)|cryptogram|(?:card|carte)-?_?(?:number|num)|cc-?_?num/i;
const SECRET_WORDS =
  /mots? de passe|password|code (?:secret|confidentiel|personnel|d['’]acc[eè]s|[aà] usage unique|[aà] \d+ chiffres|temporaire|provisoire|(?:qui vous a [ée]t[ée] )?(?:re[cç]u|envoy[ée]|transmis)|par (?:sms|e?-?mail|courriel)|de (?:v[ée]rification|s[ée]curit[ée]|confirmation|validation|connexion))|cryptogramme|carte (?:bancaire|de paiement|bleue|de cr[ée]dit)|num[ée]ro de (?:la |votre |ma )?carte$|r[ée]ponse secr[eè]te|\b(?:cvv|cvc|otp)\b/i;
const BARE_CODE = /^(?:(?:saisissez|saisir|entrez|tapez|indiquez) )?(?:(?:le|votre|mon) )?code$/i;
/** A box that shows a password is not an answer. */
const SHOWS_PASSWORD = /^(?:afficher|montrer|voir|masquer)\b/i;
/** Boxes of one character side by side, from this many on: a code, typed figure by figure. */
const CODE_BOXES = 4;

/** @returns what kind of field this is; `undefined` when it is none, not shown, or only a tool of the page (its search). */
export function controlKind(element: Element): ControlKind | undefined {
  if (!isField(element) || !visibleProxy(element) || isTool(element)) return undefined;
  if (isSecret(element)) return 'secret';
  if (element.matches('input[type=radio], [role=radio]')) return 'radio';
  if (element.matches('input[type=checkbox], [role=checkbox], [role=switch]')) return 'checkbox';
  return element.matches('select, [role=listbox]') ? 'choice' : 'text';
}

/** @returns whether an element is a field of any kind, shown or not. */
export function isField(element: Element): boolean {
  return element.matches(NATIVE) || (element.matches(CUSTOM) && isWholeWidget(element));
}

/** @returns whether a field is one that we never read. */
export function isSecret(element: Element): boolean {
  if (element.matches('input[type=password]')) return true;
  if (SECRET_TOKENS.test(element.getAttribute('autocomplete') ?? '')) return true;
  if (element.matches('input[type=checkbox], input[type=radio], select, [role=checkbox], [role=radio], [role=switch]'))
    return false;
  if ([element.id, element.getAttribute('name') ?? ''].some((name) => SECRET_NAMES.test(name))) return true;
  const words = [computeAccessibleName(element).trim(), questionOf(element)];
  if (words.some((text) => SECRET_WORDS.test(text) || BARE_CODE.test(text))) return true;
  return (
    isCodeBox(element) || (isShort(element) && groupsOf(element).some((group) => SECRET_WORDS.test(groupName(group))))
  );
}

/** @returns what the field says its value is. */
export function declaredOf(element: Element): Declared {
  const tokens = element.getAttribute('autocomplete') ?? '';
  if (element.matches('input[type=tel]') || /\btel\b/.test(tokens)) return 'phone';
  return element.matches('input[type=email]') || /\bemail\b/.test(tokens) ? 'email' : undefined;
}

function isShort(element: Element): boolean {
  const length = Number(element.getAttribute('maxlength') ?? 0);
  return length > 0 && length <= 2;
}

function isCodeBox(element: Element): boolean {
  if (element.getAttribute('maxlength') !== '1') return false;
  const around = element.closest('fieldset, form, [role=group]') ?? element.parentElement?.parentElement;
  return (around?.querySelectorAll('input[maxlength="1"]').length ?? 0) >= CODE_BOXES;
}

/** A wrapper around a native field, or the list that a combobox opens, is not a field of its own. */
function isWholeWidget(element: Element): boolean {
  if (element.querySelector(NATIVE)) return false;
  if (element.parentElement?.closest(`${EDITABLE}, [role=textbox]`)) return false;
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
