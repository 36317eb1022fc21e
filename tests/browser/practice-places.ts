import type { Block, PracticePage, Target } from '../../src/schema';
import type { Container } from '../../src/schema/practice';
import { flatBlocks } from '../../src/schema/practice-blocks';

/** An answer that must be given on a practice page before something else shows or can be pressed. */
export interface Answer {
  field: string;
  value: string;
}

/** Where something stands on a practice page, read in the page's description: the locator is not asked. */
export interface Place {
  page: PracticePage;
  /** How the page is drawn there: a named field, one choice of several, or what carries these words. */
  control:
    | { kind: 'field'; field: string; edit: boolean }
    | { kind: 'choice'; field: string; value: string }
    | { kind: 'option'; field: string; value: string }
    | { kind: 'group'; field: string }
    | { kind: 'words'; words: string };
  /** Answers that make it show, outermost first. */
  answers: Answer[];
  /** Names of the windows that must be opened to see it. */
  windows: string[];
}

/** @returns every place of a practice page that the words or ids of these targets name. */
export function placesOf(page: PracticePage, targets: readonly Target[]): Place[] {
  return [...walk(page, page.blocks, { answers: [], windows: [], legends: [] })].filter(({ named }) =>
    targets.some((target) => fits(named, target)),
  );
}

interface Around {
  answers: Answer[];
  windows: string[];
  legends: string[];
}

/** What a block says of itself, to be compared with a target. */
interface Named {
  roles: string[];
  name: string;
  id: string | undefined;
  field: string | undefined;
  autocomplete?: string | undefined;
  legends: string[];
}

function* walk(page: PracticePage, blocks: readonly Block[], around: Around): Generator<Place & { named: Named }> {
  for (const block of blocks) {
    const answers = block.showIf
      ? [...around.answers, { field: block.showIf.field, value: block.showIf.is }]
      : around.answers;
    const here = { ...around, answers };
    if ('blocks' in block) {
      if (block.block === 'group') yield* groupPlace(page, block, here);
      const isWindow = block.block === 'dialog' && block.open !== true;
      yield* walk(page, block.blocks, {
        answers,
        windows: isWindow && block.id ? [...around.windows, block.id] : around.windows,
        legends: block.block === 'group' && block.name ? [...around.legends, block.name] : around.legends,
      });
    } else yield* placesIn(page, block, here);
  }
}

/** A named group of fields is come to by its first field. */
function* groupPlace(
  page: PracticePage,
  { name, id, blocks }: Container,
  { answers, windows, legends }: Around,
): Generator<Place & { named: Named }> {
  const [first] = [...flatBlocks(blocks)].flatMap((block) => ('field' in block ? [block.field] : []));
  if (name === undefined || first === undefined) return;
  yield {
    page,
    answers,
    windows,
    control: { kind: 'group', field: first },
    named: { roles: ['group', 'radiogroup'], name, id, field: undefined, legends },
  };
}

function* placesIn(
  page: PracticePage,
  block: Exclude<Block, { blocks: unknown }>,
  { answers, windows, legends }: Around,
): Generator<Place & { named: Named }> {
  const place = (
    control: Place['control'],
    named: Omit<Named, 'legends'>,
    more: { answers?: Answer[]; legends?: string[] } = {},
  ) => ({
    page,
    control,
    windows,
    answers: [...answers, ...(more.answers ?? [])],
    named: { ...named, legends: more.legends ?? legends },
  });
  const { id } = block;
  switch (block.block) {
    case 'field':
      yield place(
        { kind: 'field', field: block.field, edit: block.value !== undefined },
        { roles: FIELD_ROLES, name: block.label, id, field: block.field, autocomplete: block.autocomplete },
      );
      return;
    case 'checkbox':
      yield place(
        { kind: 'field', field: block.field, edit: false },
        { roles: ['checkbox', 'switch'], name: block.label, id, field: block.field },
      );
      return;
    case 'select':
      yield place(
        { kind: 'field', field: block.field, edit: false },
        { roles: ['combobox', 'listbox'], name: block.label, id, field: block.field },
      );
      for (const option of block.options)
        yield place(
          { kind: 'option', field: block.field, value: option.value },
          { roles: ['option'], name: option.label, id: undefined, field: undefined },
        );
      return;
    case 'radios':
      yield place(
        { kind: 'group', field: block.field },
        { roles: ['radiogroup', 'group'], name: block.legend, id, field: block.field },
      );
      for (const option of block.options)
        yield place(
          { kind: 'choice', field: block.field, value: option.value },
          { roles: ['radio'], name: option.label, id: option.id, field: block.field },
          { legends: [...legends, block.legend] },
        );
      return;
    case 'link':
    case 'button': {
      const until = block.block === 'button' ? block.disabledUntil : undefined;
      const needed = until === undefined ? [] : [{ field: until, value: someAnswer(page, until) }];
      yield place(
        { kind: 'words', words: block.name },
        { roles: ['button', 'link', 'generic'], name: block.name, id, field: undefined },
        { answers: needed },
      );
    }
  }
}

const FIELD_ROLES = ['textbox', 'searchbox', 'spinbutton', 'combobox'];

/** An answer that a person could give in this field: a choice of it, a tick, or a figure. */
function someAnswer(page: PracticePage, field: string): string {
  for (const block of flatBlocks(page.blocks)) {
    if (block.block === 'radios' && block.field === field) return block.options[0]?.value ?? '';
    if (block.block === 'select' && block.field === field) return block.options.at(-1)?.value ?? '';
    if (block.block === 'checkbox' && block.field === field) return 'oui';
  }
  return '1';
}

function fits({ roles, name, id, field, autocomplete, legends }: Named, target: Target): boolean {
  const wanted = target.role === undefined ? undefined : [target.role].flat();
  if (wanted && !wanted.some((role) => roles.includes(role))) return false;
  if (target.group !== undefined && !words(target.group).some((one) => legends.map(fold).includes(one))) return false;
  const { also } = target;
  if (id !== undefined && also?.id?.includes(id)) return true;
  if (autocomplete !== undefined && also?.autocomplete === autocomplete) return true;
  if (target.name === undefined && field !== undefined && also?.name?.includes(field)) return true;
  return words([target.name ?? target.label ?? [], target.text ?? [], target.formerNames ?? []].flat()).includes(
    fold(name),
  );
}

function words(wording: string | readonly string[]): string[] {
  return [wording].flat().map(fold);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
