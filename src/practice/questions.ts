import type { Block, PracticePage } from '../schema';
import type { Answers } from './exercise';

/** A question of a practice page, in the page's own words. */
export interface Question {
  field: string;
  page: string;
  words: string;
  isSecret: boolean;
  /** @returns the answer as a person reads it: the label of the choice. */
  inWords(answer: string): string;
}

/** @returns the questions that are asked on these pages with these answers, in reading order, each once. */
export function questionsOf(pages: readonly PracticePage[], answers: Answers): Question[] {
  const found = new Map<string, Question>();
  for (const page of pages) {
    for (const { block, group } of inGroups(shown(page.blocks, answers))) {
      const question = questionOf(block, page.id);
      if (!question || found.has(question.field)) continue;
      found.set(question.field, group ? { ...question, words: `${group} – ${question.words}` } : question);
    }
  }
  return [...found.values()];
}

/** Every block with the legend it stands under: « Août 2026 » says which « Salaires » is meant. */
function* inGroups(blocks: readonly Block[], group?: string): Iterable<{ block: Block; group: string | undefined }> {
  for (const block of blocks) {
    yield { block, group };
    if ('blocks' in block) yield* inGroups(block.blocks, block.block === 'group' ? block.name : group);
  }
}

/** The blocks that are not hidden by an answer, all the way down. */
function shown(blocks: readonly Block[], answers: Answers): Block[] {
  return blocks
    .filter(({ showIf }) => !showIf || answers[showIf.field] === showIf.is)
    .map((block) => ('blocks' in block ? { ...block, blocks: shown(block.blocks, answers) } : block));
}

function questionOf(block: Block, page: string): Question | undefined {
  switch (block.block) {
    case 'field':
      return {
        field: block.field,
        page,
        words: block.label,
        isSecret: block.type === 'password',
        inWords: (answer) => (block.type === 'date' ? answer.split('-').reverse().join('/') : answer),
      };
    case 'radios':
    case 'select': {
      const { options } = block;
      const words = block.block === 'radios' ? block.legend : block.label;
      const inWords = (answer: string): string => options.find(({ value }) => value === answer)?.label ?? answer;
      return { field: block.field, page, words, isSecret: false, inWords };
    }
    case 'checkbox':
      return { field: block.field, page, words: block.label, isSecret: false, inWords: (answer) => answer || '–' };
    default:
      return undefined;
  }
}
