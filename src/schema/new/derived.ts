import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { Folder } from './folder';
import type { Kind } from './kinds';
import type { Wish } from './new-item';
import { Refusal } from './refusal';
import type { Answers } from './slot';

/** What a page does when one of these is used. */
const TRIGGER: Readonly<Record<string, string>> = { button: 'activate', link: 'activate', textbox: 'edit' };
const DONE: Readonly<Record<string, string>> = { button: 'click', link: 'click' };
const TO_REVIEW = 'à relire par une personne du métier';

/**
 * @returns the answers with what follows from them: the id from the title, the trigger from the role, a mark for the
 * reviewer on what nobody has read in a source.
 * @throws Refusal when a word is explained already.
 */
export function withDerived(kind: Kind, wish: Wish, folder: Folder): Answers {
  const { answers } = wish;
  const [name] = answers.id ?? answers[kind === 'term' ? 'term' : 'title'] ?? [];
  const isGeneral = (answers.confidence?.[0] ?? 'general') === 'general';
  const common: Answers = {
    ...answers,
    id: name ? [idOf(name)] : undefined,
    review: answers.review ?? (isGeneral ? [TO_REVIEW] : undefined),
  };
  switch (kind) {
    case 'term':
      return { ...common, ...ofTerm(answers, folder) };
    case 'hint':
      return common;
    case 'warning': {
      const [role] = answers['targets.0.role'] ?? [];
      return { ...common, trigger: role ? [TRIGGER[role] ?? 'choose'] : undefined };
    }
    case 'guide':
      return { ...common, ...ofGuide(wish, folder) };
  }
}

function ofTerm(answers: Answers, folder: Folder): Answers {
  const [word = ''] = answers.term ?? [];
  for (const one of [word, ...(answers.forms ?? [])]) {
    const known = whereExplained(one, folder);
    if (known) throw new Refusal(`« ${one} » est déjà expliqué : ${known}. Rien n’a été changé. Corrigez-le là.`);
  }
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) ? { acronym: ['true'] } : {};
}

function ofGuide({ answers, stepCount = 1, site = '' }: Wish, folder: Folder): Answers {
  const account = folder.sites.get(site)?.account;
  const start = answers.start ?? (account ? [account] : undefined);
  const steps = Array.from({ length: stepCount }, (_, place) => {
    const at = `steps.${place}`;
    const [role] = answers[`${at}.target.role`] ?? [];
    const [words] = answers[`${at}.target.name`] ?? [];
    const [does] = answers[`${at}.do`] ?? [];
    const shown = role === 'rien' ? undefined : role;
    return [
      [`${at}.id`, [idOf(words ?? does?.split(/\s+/).slice(0, 3).join(' ') ?? '') || `etape-${place + 1}`]],
      [`${at}.target.role`, shown ? [shown] : undefined],
      [`${at}.done.on`, shown ? [DONE[shown] ?? 'filled'] : ['person']],
    ] as const;
  });
  return { start, ...Object.fromEntries(steps.flat()), ...distinctIds(steps.map(([[, [id = ''] = []]]) => id)) };
}

/** Two steps may have the same label; their ids may not be the same. */
function distinctIds(ids: readonly string[]): Answers {
  return Object.fromEntries(
    ids.map((id, place) => {
      const isTaken = ids.indexOf(id) < place;
      return [`steps.${place}.id`, [isTaken ? `${id}-${place + 1}` : id]];
    }),
  );
}

/** @returns small letters, digits and hyphens: « N° d'allocataire » → `n-d-allocataire`. */
export function idOf(text: string): string {
  return text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const word = z.object({ term: z.string(), forms: z.array(z.string()).optional() });

function whereExplained(text: string, { root, themes }: Folder): string | undefined {
  const wanted = text.toLowerCase();
  for (const theme of themes) {
    const file = `words/${theme}.yaml`;
    const content: unknown = parseDocument(readFileSync(join(root, file), 'utf8')).toJS();
    const known = z.object({ words: z.array(z.unknown()) }).safeParse(content).data?.words ?? [];
    for (const one of known) {
      const { data } = word.safeParse(one);
      if (data && [data.term, ...(data.forms ?? [])].some((form) => form.toLowerCase() === wanted))
        return `${file}, « ${data.term} »`;
    }
  }
  return undefined;
}
