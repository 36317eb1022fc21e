import type { Folder } from './folder';
import type { Wish } from './new-item';
import { Refusal } from './refusal';
import type { Slot } from './slot';

/** The words that fit, with what each means; nothing when the answer is free. */
type Choices = Readonly<Record<string, string>>;

/** @returns what may be answered to a question, on this site. */
export function choicesOf(folder: Folder, { path, choices }: Slot, siteId: string | undefined): Choices | undefined {
  if (choices) return choices;
  const key = path.split('.').at(-1);
  if (key === 'people') return folder.people;
  if (key === 'sites') return sitesOf(folder);
  return key === 'pages' ? pagesOf(folder, siteId, !path.startsWith('steps')) : undefined;
}

/** @returns the sites, with their names. */
export function sitesOf({ sites }: Folder): Choices {
  return Object.fromEntries([...sites].map(([id, { name }]) => [id, name]));
}

/** @returns the pages of a site, with their names. @param isAnyAllowed `any` means every page; a step has no such page */
export function pagesOf({ sites }: Folder, siteId: string | undefined, isAnyAllowed: boolean): Choices {
  const pages = sites.get(siteId ?? '')?.pages ?? [];
  return {
    ...Object.fromEntries(pages.map(({ id, name }) => [id, name])),
    ...(isAnyAllowed ? { any: 'toutes les pages du site' } : {}),
  };
}

/**
 * @returns the word of a list that was meant: the word itself, its number in the list, or the first word of what it means
 * (« oui », « bouton » for « un bouton »). Nothing when it is none of them.
 */
export function choiceOf(choices: Choices, answer: string): string | undefined {
  const keys = Object.keys(choices);
  if (keys.includes(answer)) return answer;
  if (/^\d+$/.test(answer)) return keys[Number(answer) - 1];
  const firstWord = (text: string): string =>
    /[\p{L}-]+/u.exec(text.replace(/^(?:une?|l[ea]s?) /, ''))?.[0].toLowerCase() ?? '';
  const meant = keys.filter((key) => firstWord(choices[key] ?? '') === answer.toLowerCase());
  return meant.length === 1 ? meant[0] : undefined;
}

/** @returns a sentence that gives the words that fit. */
export function notInList(what: string, answer: string, choices: Choices): string {
  const list = Object.entries(choices).map(([key, meaning]) => `  ${key} : ${meaning}`);
  return `« ${answer} » ne va pas pour ${what}. Vous pouvez écrire :\n${list.join('\n')}`;
}

/** @throws Refusal when the site, the page or the theme is none of those that exist. */
export function checkPlace(folder: Folder, { kind, site, page, theme }: Wish): void {
  if (kind === 'term') {
    must('--theme', theme, Object.fromEntries(folder.themes.map((name) => [name, `words/${name}.yaml`])));
    return;
  }
  must('--site', site, sitesOf(folder));
  if (kind === 'hint') must('--page', page, pagesOf(folder, site, true));
}

function must(option: string, answer: string | undefined, choices: Choices): void {
  if (answer !== undefined && Object.hasOwn(choices, answer)) return;
  const said = answer === undefined ? `Il manque ${option}. Vous pouvez écrire :` : undefined;
  const list = Object.entries(choices).map(([key, meaning]) => `  ${key} : ${meaning}`);
  throw new Refusal(`${said ? [said, ...list].join('\n') : notInList(option, answer ?? '', choices)}`);
}

/** @throws Refusal when an answer is none of the words that fit. */
export function checkChoice(folder: Folder, slot: Slot, { answers, site }: Wish): void {
  const choices = choicesOf(folder, slot, site);
  if (!choices) return;
  const isDay = (answer: string): boolean => slot.path.endsWith('checkedOn') && /^\d{4}-\d{2}-\d{2}$/.test(answer);
  for (const answer of answers[slot.path] ?? []) {
    if (!Object.hasOwn(choices, answer) && !isDay(answer))
      throw new Refusal(notInList(slot.option ? `--${slot.option}` : slot.path, answer, choices));
  }
}
