/**
 * What decides between pointing and saying nothing. Set by hand; `npm run bench:locate -- --learn` tries others around
 * these on the training part of the benchmark and prints the best, to be put here.
 */
export interface Tuning {
  /** Below this score nothing is claimed. */
  threshold: number;
  /** The best must lead the runner-up by this much. */
  margin: number;
  /** Below this likeness a name alone is not the same name: a word more or less is often another thing. */
  nameSure: number;
  /** What is left of a score when the part of the page that was asked for is there, and the candidate is elsewhere. */
  elsewhere: number;
  /** Worth of each clue that a target asks for; their sum is the denominator of the score. */
  weights: Readonly<Record<AskedClue, number>>;
}

export type AskedClue = 'role' | 'name' | 'label' | 'text' | 'description' | 'group' | 'heading' | 'region' | 'near';

export const TUNING: Tuning = {
  threshold: 0.68,
  margin: 0.06,
  nameSure: 0.81,
  elsewhere: 0.6,
  weights: {
    role: 2.77,
    name: 5.33,
    label: 4.01,
    text: 5.43,
    description: 2.46,
    group: 5.77,
    heading: 2.45,
    region: 2,
    near: 2.06,
  },
};
