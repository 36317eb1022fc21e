/**
 * What decides between pointing and saying nothing: learned by `npm run bench:locate -- --learn --share 1` on the training part
 * of the benchmark, among tunings that lose nothing of the pages made by hand.
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
  threshold: 0.71,
  margin: 0.09,
  nameSure: 0.81,
  elsewhere: 0.64,
  weights: {
    role: 2.03,
    name: 6.9,
    label: 7.08,
    text: 6.24,
    description: 2.41,
    group: 6.91,
    heading: 3.14,
    region: 2.52,
    near: 2.83,
  },
};
