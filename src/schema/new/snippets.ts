import type * as z from 'zod';
import { fieldsOf } from '../fields';
import { guide } from '../guide';
import { hint } from '../hint';
import { term } from '../term';
import { warning } from '../warning';
import type { Kind } from './kinds';
import { purposeOf, slotsOf } from './new-item';
import { asItem, skeleton } from './skeleton';
import type { Slot } from './slot';

/** A snippet of an editor (the format of VS Code, which others read too). */
export interface Snippet {
  scope: 'yaml';
  prefix: string;
  description: string;
  body: string[];
}

const KINDS: Readonly<Record<string, { kind: Kind; schema: z.ZodType; description: string; isItem: boolean }>> = {
  mot: { kind: 'term', schema: term, description: 'Un mot expliqué (words/<thème>.yaml)', isItem: true },
  aide: { kind: 'hint', schema: hint, description: 'Une aide à un champ (<site>/hints/<page>.yaml)', isItem: true },
  avertissement: {
    kind: 'warning',
    schema: warning,
    description: 'Un avertissement, fichier entier (<site>/warnings/<nom>.yaml)',
    isItem: false,
  },
  guide: {
    kind: 'guide',
    schema: guide,
    description: 'Un guide, fichier entier (<site>/guides/<nom>.yaml)',
    isItem: false,
  },
};

/** The same skeletons as `npm run new` writes, with a tab stop at each value. */
export function snippets(): Record<string, Snippet> {
  const all = Object.entries(KINDS).map(([prefix, { kind, schema, description, isItem }]) => {
    const lines = snippetLines(slotsOf(kind, '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}'), schema);
    return [
      `Côte à Côte : ${prefix}`,
      { scope: 'yaml', prefix, description, body: isItem ? asItem(lines) : lines },
    ] as const;
  });
  const step = snippetLines(
    slotsOf('guide', '')
      .filter(({ path }) => path.startsWith('steps.'))
      .map((slot) => ({ ...slot, path: slot.path.slice('steps.0.'.length) })),
    guide.shape.steps.element,
  );
  const etape: Snippet = { scope: 'yaml', prefix: 'etape', description: 'Une étape d’un guide', body: asItem(step) };
  return { ...Object.fromEntries(all), 'Côte à Côte : etape': etape };
}

function snippetLines(slots: readonly Slot[], schema: z.ZodType): string[] {
  const fields = fieldsOf(schema);
  let stop = 0;
  return skeleton(slots, (slot) => {
    const purpose = purposeOf(slot, fields);
    if (slot.isOptional) return { text: inList(slot, `"${escaped(purpose)}"`), isComment: true };
    stop += 1;
    const choices = slot.choices && Object.keys(slot.choices);
    if (choices) return { text: `\${${stop}|${choices.join(',')}|}`, isComment: false };
    const isBare = slot.byDefault !== undefined || /(?:^|\.)(?:id|pages|trigger|start)$/.test(slot.path);
    const text = `\${${stop}:${escaped(slot.byDefault ?? purpose)}}`;
    return { text: inList(slot, isBare ? text : `"${text}"`), isComment: false };
  });
}

const inList = ({ isList }: Slot, text: string): string => (isList ? `[${text}]` : text);
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&').replaceAll('"', '’');
