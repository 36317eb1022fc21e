import type { Answers, Slot } from './slot';

/** How a slot is written: its answer, or what stands in for it. */
export type Fill = (slot: Slot) => { text: string; isComment: boolean };

interface Branch {
  key: string;
  slot?: Slot;
  branches: Branch[];
}

/** @returns the lines of a YAML map with these slots, in their order; a number in a path is a place in a list. */
export function skeleton(slots: readonly Slot[], fill: Fill): string[] {
  const root: Branch = { key: '', branches: [] };
  for (const slot of slots) {
    let at = root;
    for (const key of slot.path.split('.')) at = branchOf(at, key);
    at.slot = slot;
  }
  return root.branches.flatMap((branch) => linesOf(branch, fill));
}

function branchOf({ branches }: Branch, key: string): Branch {
  const known = branches.find((one) => one.key === key);
  if (known) return known;
  const added: Branch = { key, branches: [] };
  branches.push(added);
  return added;
}

function linesOf({ key, slot, branches }: Branch, fill: Fill): string[] {
  if (slot) {
    const { text, isComment } = fill(slot);
    return [`${isComment ? COMMENT : ''}${key}: ${text}`];
  }
  const inner = branches.flatMap((branch) => {
    const isItem = /^\d+$/.test(branch.key);
    return isItem ? asItem(branch.branches.flatMap((one) => linesOf(one, fill))) : linesOf(branch, fill);
  });
  if (inner.every(isCommented))
    return [`${COMMENT}${key}:`, ...inner.map((line) => line.replace(COMMENT, `${COMMENT}  `))];
  return [`${key}:`, ...inner.map(deeper)];
}

const COMMENT = '# ';
const isCommented = (line: string): boolean => line.startsWith(COMMENT);
const deeper = (line: string): string => `  ${line}`;

/** @returns these lines of a map as an item of a list. */
export function asItem(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  return [`- ${first}`, ...rest.map(deeper)];
}

/** @returns these values as YAML: ids and words out of a list bare, texts between quotation marks. */
export function written(slot: Slot, values: readonly string[]): string {
  const each = values.map((value) => (isBare(value) ? value : JSON.stringify(value)));
  return slot.isList ? `[${each.join(', ')}]` : (each[0] ?? '""');
}

/** Days, `true`, and words that YAML takes for nothing else (`no`, `null`). */
const isBare = (value: string): boolean =>
  /^(?:\d{4}-\d{2}-\d{2}|true|(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.test(value);

/** @returns the answers of a slot, its default, or nothing. */
export function answered(slot: Slot, answers: Answers): readonly string[] | undefined {
  return answers[slot.path] ?? (slot.byDefault === undefined ? undefined : [slot.byDefault]);
}
