import type { Block, PracticePage } from '../schema';

/** Keys whose text a person reads; the others (ids, names of fields, addresses) are never changed. */
const READ = new Set(['text', 'name', 'label', 'legend', 'caption', 'help', 'rows', 'items', 'value']);

/**
 * @returns the page with some texts said otherwise for one made-up person (« Vit seule » → « Vit en couple »).
 * Only a text that is wholly the one named is replaced.
 */
export function withWords(page: PracticePage, instead: Readonly<Record<string, string>> = {}): PracticePage {
  if (Object.keys(instead).length === 0) return page;
  const say = (value: unknown, isRead: boolean): unknown => {
    if (typeof value === 'string') return isRead ? (instead[value] ?? value) : value;
    if (Array.isArray(value)) return value.map((one) => say(one, isRead));
    if (value === null || typeof value !== 'object') return value;
    const isChoice = 'value' in value && 'label' in value && !('block' in value);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, say(inner, READ.has(key) && !(isChoice && key === 'value'))]),
    );
  };
  return { ...page, blocks: say(page.blocks, false) as Block[] };
}
