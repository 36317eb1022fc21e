import { describe, expect, it } from 'vitest';
import { Postings } from './postings';

describe('the words of a page', () => {
  it('lead to what carries them, as they are or with one letter wrong', () => {
    const postings = new Postings<string>();
    postings.add(['quotient', 'familial'], 'a');
    postings.add(['quotien'], 'b');
    expect(postings.of('quotient').map((list) => [...list])).toEqual([['a'], ['b']]);
    postings.remove(['quotien'], 'b');
    expect(postings.of('quotient').map((list) => [...list])).toEqual([['a']]);
  });

  it('know what is new since a count, and say when that is too long ago', () => {
    const postings = new Postings<number>();
    for (let item = 0; item < 10; item++) postings.add(['mois'], item);
    const { count } = postings;
    expect(postings.since(count)).toEqual([]);
    postings.add(['mois'], 10);
    postings.add(['mois'], 11);
    expect(postings.since(count)).toEqual([10, 11]);
    for (let item = 12; item < 5_000; item++) postings.add(['mois'], item);
    expect(postings.since(count)).toBeUndefined();
    expect(postings.since(postings.count - 1)).toEqual([4_999]);
  });
});
