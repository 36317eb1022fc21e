import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: begun last, one of them would run alone at the end. */
const LONGEST = [
  'holds',
  'warnings',
  'end-session',
  'canary',
  'hostile',
  'reread-dsfr',
  'guide-place',
  'hints',
  'accessibility',
  'sheet',
  'branches',
  'errands',
  'dsfr',
  'practice',
  'practice-paper',
  'living-pages',
  'practice-kept',
  'practice-real-data',
  'practice-pages',
  'packs',
  'popup',
  'locate',
  'practice-again',
  'reread-help',
  'words',
  'reload',
  'reread-styles',
  'reread',
  'practice-keyboard',
];

/** Sorts the browser tests so that those that run side by side end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
