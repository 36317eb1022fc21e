import type { Hands } from '../hands.ts';

/** By what the person also answers our question: the same hand that set the choice off. */
export type Hand = 'mouse' | 'touch' | 'keys';

/** One way in which a person can set a choice off. */
export interface Way {
  id: string;
  words: string;
  hand: Hand;
  /** How many presses it is made of; by default one. */
  presses?: 2;
  /** What a page must hold for this way to be worth a control run. */
  needs?: RegExp;
  /** @returns false when this page offers no such way. */
  go(hands: Hands): Promise<boolean>;
}
