import { computeAccessibleName } from 'dom-accessibility-api';
import { visibleProxy } from '../page/seen';
import { FIELDS, isField, PICKER, TOGGLE } from './fields';
import type { Declared } from './mask';
import { groupName, groupsOf, introOf, questionOf } from './question';

/** How a field answers its question. */
export type ControlKind = 'text' | 'choice' | 'radio' | 'checkbox' | 'secret';

const TICKS = `input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch], ${TOGGLE}`;

/** Passwords, codes and cards, by what the page says of the field (HTML autofill tokens, its names, its own words). Never read. */
const SECRET_TOKENS = /\b(current-password|new-password|one-time-code|cc-[a-z-]+)\b/;
const SECRET_NAMES =
  /passw|passe?-?_?phrase|passcode|pwd|(?:^|[^a-z])mdp|mot-?_?de-?_?passe|(?:^|[^a-z])(?:otp|pin|cvv|cvc|pan)(?:[^a-z]|$)|cryptogram|(?:card|carte)-?_?(?:number|num)|cc-?_?num/i;
const SECRET_WORDS =
  /mots? de passe|password|codes? (?:secret|confidentiel|personnel|d['’]acc[eè]s|[aà] usage unique|[aà] \d+ chiffres|temporaire|provisoire|(?:qui vous a [ée]t[ée] )?(?:re[cç]u|envoy[ée]|transmis)|par (?:sms|e?-?mail|courriel)|de (?:v[ée]rification|s[ée]curit[ée]|confirmation|validation|connexion))|cryptogramme|chiffres\b.{0,30} (?:dos|verso)\b|cartes? (?:bancaire|de paiement|bleue|de cr[ée]dit)|(?:num[ée]ro|n°) de (?:la |votre |ma )?carte$|r[ée]ponse secr[eè]te|\b(?:cvv|cvc|otp|cb|pin)\b/i;
const BARE_CODE =
  /^(?:(?:saisissez|saisir|entrez|tapez|indiquez) )?(?:(?:les?|votre|vos|mon|mes) )?codes?(?: et (?:identifiants?|mots?)\b.*)?$/i;
/** What is not secret, even in a group about a card or a code; nor the number that the group is about. */
const OPEN_WORDS =
  /^(?:votre |vos )?(?:noms?|pr[ée]noms?|titulaire|identifiant|adresse|rue|ville|commune|pays|code postal|date de naissance)(?!\p{L})/iu;
/** Private numbers, by the words of the question. */
const PRIVATE_WORDS: readonly [kind: Declared, words: RegExp][] = [
  ['number', /s[ée]cu(?:rit[ée] sociale)?\b|\b(?:nir|nss)\b|carte vitale/i],
  ['iban', /\b(?:iban|rib)\b|(?:num[ée]ro de |\bn° ?)compte|compte bancaire/i],
  ['phone', /t[ée]l[ée]phon|\bt[ée]l\b|\b(?:portable|mobile)\b/i],
  ['email', /mail\b|courriel|adresse [ée]lectronique|\bm[ée]l\b/i],
];
/** A box that shows a password is not an answer. */
const SHOWS_PASSWORD = /^(?:afficher|montrer|voir|masquer)\b/i;
/** Boxes of one character side by side, from this many on: a code, typed figure by figure. */
const CODE_BOXES = 4;
/** Characters; boxes for more hold an answer of their own. */
const LONGEST_BOX = 5;

/** @returns what kind of field this is; `undefined` when it is none, not shown, or only a tool of the page (its search). */
export function controlKind(element: Element): ControlKind | undefined {
  if (!isField(element) || !visibleProxy(element) || isTool(element)) return undefined;
  if (isSecret(element)) return 'secret';
  if (element.matches('input[type=radio], [role=radio]') || togglesWith(element).length > 1) return 'radio';
  if (element.matches(TICKS)) return 'checkbox';
  return element.matches(`select, [role=listbox], [role=combobox]:not(input, textarea), ${PICKER}`) ? 'choice' : 'text';
}

/** @returns the buttons that answer one question with this one, itself among them: those beside it, bare or each in a box. */
export function togglesWith(element: Element): Element[] {
  const found: Element[] = [];
  let at: Element | null = element.parentElement?.childElementCount === 1 ? element.parentElement : element;
  while (toggleIn(at.previousElementSibling)) at = at.previousElementSibling as Element;
  for (let one = toggleIn(at); one; one = toggleIn(at)) {
    found.push(one);
    at = at?.nextElementSibling ?? null;
  }
  return found;
}

function toggleIn(at: Element | null): Element | null | undefined {
  const one = at?.childElementCount === 1 && !at.matches(TOGGLE) ? at.firstElementChild : at;
  return one?.matches(TOGGLE) ? one : undefined;
}

/** @returns whether a field is one that we never read. */
export function isSecret(element: Element): boolean {
  if (element.matches('input[type=password]')) return true;
  if (SECRET_TOKENS.test(element.getAttribute('autocomplete') ?? '')) return true;
  if (element.matches(TICKS)) return false;
  if (namesAround(element).some(isSecretName)) return true;
  if (element.matches('select')) return false;
  if ([element.id, element.getAttribute('name') ?? ''].some((name) => SECRET_NAMES.test(name))) return true;
  const { placeholder = '' } = element as HTMLInputElement;
  if ([computeAccessibleName(element).trim(), questionOf(element), placeholder].some(isSecretName)) return true;
  return !declaredOf(element) && isCodeBox(element);
}

function isSecretName(text: string): boolean {
  return SECRET_WORDS.test(text) || BARE_CODE.test(text);
}

/** @returns what the field says its value is: its type, its own words, else those of the groups around it. */
export function declaredOf(element: Element): Declared {
  const tokens = element.getAttribute('autocomplete') ?? '';
  if (element.matches('input[type=tel]') || /\btel\b/.test(tokens)) return 'phone';
  if (element.matches('input[type=email]') || /\bemail\b/.test(tokens)) return 'email';
  const around = namesAround(element).map(declaredBy);
  // An address has no shape when it is mistyped: a group about e-mail would hide every answer in it.
  return declaredBy(questionOf(element)) ?? around.find((kind) => kind && kind !== 'email');
}

/** @returns the one private number that these words are about. */
export function declaredBy(words: string): Declared {
  const kinds = PRIVATE_WORDS.filter(([, one]) => one.test(words));
  return kinds.length === 1 ? kinds[0]?.[0] : undefined;
}

/** @returns the names of what a field is part of; none when its own words are plainly about something else. */
export function namesAround(element: Element): string[] {
  if (OPEN_WORDS.test(questionOf(element))) return [];
  const names = groupsOf(element).map(groupName);
  const boxes = [...boxOf(element).querySelectorAll(FIELDS)];
  const [first, last] = [boxes[0], boxes.at(-1)];
  return first && last && boxes.every(isShort) ? [introOf(first, last), ...names] : names;
}

/** @returns the smallest part of the page around a field and others. */
export function boxOf(element: Element): Element {
  let at = element;
  do at = at.parentElement ?? at;
  while (at.parentElement && at.querySelectorAll(FIELDS).length === 1);
  return at;
}

/** @returns whether a field is too short for an answer of its own: a box for some of the figures. */
export function isShort(element: Element): boolean {
  const length = Number(element.getAttribute('maxlength') ?? element.getAttribute('size'));
  return length > 0 && length <= LONGEST_BOX;
}

function isCodeBox(element: Element): boolean {
  if (element.getAttribute('maxlength') !== '1') return false;
  const around = element.closest('fieldset, form, [role=group]') ?? element.parentElement?.parentElement;
  return (around?.querySelectorAll('input[maxlength="1"]').length ?? 0) >= CODE_BOXES;
}

function isTool(element: Element): boolean {
  if (element.closest('search, [role=search]')) return true;
  if (element.matches(TOGGLE) && element.closest('header, nav, [role=toolbar]')) return true;
  const isUnnamedBox = element.matches(`input[type=checkbox]:not([name]), ${TOGGLE}`);
  return isUnnamedBox && SHOWS_PASSWORD.test(computeAccessibleName(element));
}
