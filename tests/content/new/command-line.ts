import { parseArgs } from 'node:util';
import { choiceOf, choicesOf } from '../../../src/schema/new/choices';
import { idOf } from '../../../src/schema/new/derived';
import type { Folder } from '../../../src/schema/new/folder';
import { type Kind, stepSlots } from '../../../src/schema/new/kinds';
import { slotsOf } from '../../../src/schema/new/new-item';
import { Refusal } from '../../../src/schema/new/refusal';
import type { Answers, Slot } from '../../../src/schema/new/slot';

/** The kinds by the words that people use for them. */
const KINDS: Readonly<Record<string, Kind>> = {
  term: 'term',
  mot: 'term',
  hint: 'hint',
  aide: 'hint',
  warning: 'warning',
  avertissement: 'warning',
  guide: 'guide',
};

/** Where the item goes, by kind: asked before anything else. */
const PLACES: Readonly<Record<Kind, readonly string[]>> = {
  term: ['theme'],
  hint: ['site', 'page'],
  warning: ['site'],
  guide: ['site'],
};

export const USAGE = `npm run new -- term      un mot expliqué
npm run new -- hint      une aide à un champ
npm run new -- warning   un avertissement avant un choix
npm run new -- guide     un guide, étape par étape

Les questions viennent une par une. Entrée : « je ne sais pas encore ».
Ajoutez --sans-questions pour n'en poser aucune.`;

/** What the command line said. */
export interface Said {
  kind: Kind;
  /** `site`, `page`, `theme`. */
  place: Readonly<Record<string, string | undefined>>;
  answers: Answers;
  /** Steps given with `--etape`. */
  steps: readonly string[];
  asks: boolean;
}

/** @throws Refusal, with what can be written, when an argument is unknown. */
export function readArguments(args: readonly string[], today: string): Said {
  const [name = '', ...rest] = args;
  if (!Object.hasOwn(KINDS, name)) {
    const what = name && !name.startsWith('-') ? `« ${name} » n’est pas connu.` : 'Que voulez-vous ajouter ?';
    throw new Refusal(`${what}\n\n${USAGE}`);
  }
  const kind = KINDS[name] as Kind;
  const slots = slotsOf(kind, today).filter((slot) => slot.option !== undefined);
  const names = [
    ...PLACES[kind],
    'nom',
    ...slots.map(({ option = '' }) => option),
    ...(kind === 'guide' ? ['etape'] : []),
  ];
  const values = parse(rest, names);
  const of = (option: string): readonly string[] | undefined => values[option];
  return {
    kind,
    // « santé » is the file `sante`.
    place: Object.fromEntries(PLACES[kind].map((place) => [place, of(place)?.map(idOf)[0]])),
    answers: {
      id: of('nom'),
      ...Object.fromEntries(slots.map((slot) => [slot.path, split(slot, of(slot.option ?? ''))])),
    },
    steps: of('etape') ?? [],
    asks: values['sans-questions'] === undefined,
  };
}

function parse(args: readonly string[], names: readonly string[]): Record<string, string[] | undefined> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true } as const]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const found: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new Refusal(`Je ne comprends pas « ${token.value} ». Une phrase se met entre guillemets : --titre "…".`);
    if (token.name === 'sans-questions') found[token.name] = [];
    else if (!names.includes(token.name)) {
      const known = names.map((name) => `--${name}`).join(', ');
      throw new Refusal(`L’option --${token.name} n’existe pas ici. Les options : ${known}, --sans-questions.`);
    } else if (!token.value || token.value.startsWith('--'))
      throw new Refusal(`Il manque quelque chose après --${token.name}.`);
    else found[token.name] = [...(found[token.name] ?? []), token.value];
  }
  return found;
}

/** @returns the values of a slot: those of a list are given with « ; » between them. */
export function split(slot: Slot, given: readonly string[] | undefined): readonly string[] | undefined {
  const values = (given ?? []).flatMap((one) => (slot.isList ? one.split(';') : [one])).map((one) => one.trim());
  const written = values.filter(Boolean);
  if (written.length === 0) return undefined;
  return slot.isList ? written : written.slice(-1);
}

/** @returns the answers of a step given as « page | quoi faire | rôle | libellé | envoie ». */
export function stepAnswers(step: string, place: number): Answers {
  const [page, does, role, words, sends] = step.split('|').map((part) => part.trim());
  const parts = { pages: page, do: does, 'target.role': role, 'target.name': words, sends };
  return Object.fromEntries(
    Object.entries(parts).map(([key, value]) => {
      const slot = stepSlots(place).find(({ path }) => path === `steps.${place}.${key}`);
      return [`steps.${place}.${key}`, slot && split(slot, value ? [value] : undefined)];
    }),
  );
}

/** @returns the answers with « oui », « 2 » in place of the word of the list that they mean; what is in no list stays. */
export function withMeant(folder: Folder, slots: readonly Slot[], answers: Answers, site: string | undefined): Answers {
  const meant = slots.flatMap((slot) => {
    const choices = choicesOf(folder, slot, site);
    const given = answers[slot.path];
    return choices && given ? [[slot.path, given.map((one) => choiceOf(choices, one) ?? one)] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(meant) };
}
