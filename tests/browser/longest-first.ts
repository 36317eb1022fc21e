import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: begun last, one of them would run alone at the end. */
const LONGEST = [
  'holds',
  'warnings',
  'hostile',
  'canary',
  'end-session',
  'guide-place',
  'errands',
  'dsfr',
  'branches',
  'hints',
  'reread-dsfr',
  'locate',
  'accessibility',
  'sheet',
  'living-pages',
  'practice',
  'practice-paper',
  'practice-pages',
  'packs',
  'practice-kept',
  'popup',
  'practice-again',
  'reread-help',
  'practice-real-data',
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
