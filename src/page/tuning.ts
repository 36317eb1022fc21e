/**
 * What decides between pointing and saying nothing. Set by hand; `npm run bench:locate -- --learn --share 1` tries others around
 * these on the training part of the benchmark, among those that lose nothing of the pages made by hand, and found none
 * that is better by more than chance (`tests/bench/README.md`).
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
  margin: 0.07,
  nameSure: 0.8,
  elsewhere: 0.7,
  weights: { role: 2, name: 8, label: 6, text: 6, description: 2, group: 5, heading: 3, region: 2, near: 3 },
};
