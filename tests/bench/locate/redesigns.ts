import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { AlignedControl } from './in-page/align';

/** Where a control of the old page is on the new one: its number, `null` when it is gone; absent when nobody can say. */
export type Truth = ReadonlyMap<number, number | null>;

interface Reviewed {
  /** Old and new words of the same control, seen by a person to be the same. */
  relabelled: [old: string, now: string][];
  /** Words of controls that a page lost, seen by a person to be lost. */
  gone: [family: string, words: string][];
}

const REVIEWED = parse(readFileSync(resolve(import.meta.dirname, 'reviewed.yaml'), 'utf8')) as Reviewed;

/**
 * The rule of truth, which no locator uses: the two pages are laid side by side as two lists of words in reading
 * order and aligned as a whole (longest common subsequence). What is left alone between two aligned neighbours on both
 * sides, or on the old side only, counts when a person has looked at it (`reviewed.yaml`).
 */
export function align(old: readonly AlignedControl[], now: readonly AlignedControl[], family: string): Truth {
  const pairs = commonSubsequence(old, now);
  const truth = new Map<number, number | null>();
  const count = (list: readonly AlignedControl[], mark: string): number =>
    list.filter((one) => one.mark === mark).length;
  for (const [a, b] of pairs) {
    const mark = old[a]?.mark ?? '';
    if (count(old, mark) === count(now, mark)) truth.set(a, b);
  }
  for (const { olds, nows } of gapsOf(pairs, old.length, now.length)) {
    for (const a of olds) {
      const mark = old[a]?.mark ?? '';
      const heir = nows.filter((b) => REVIEWED.relabelled.some(([was, is]) => was === mark && is === now[b]?.mark));
      const isAlone = olds.filter((other) => old[other]?.mark === mark).length === 1;
      if (heir.length === 1 && isAlone) truth.set(a, heir[0] ?? null);
      else if (REVIEWED.gone.some(([where, words]) => where === family && words === mark) && count(now, mark) === 0)
        truth.set(a, null);
    }
  }
  return truth;
}

export interface Gap {
  olds: number[];
  nows: number[];
}

/** @returns what stands unaligned between aligned neighbours. */
export function gapsOf(pairs: readonly (readonly [number, number])[], olds: number, nows: number): Gap[] {
  const ends = [...pairs, [olds, nows] as const];
  let [a, b] = [-1, -1];
  return ends
    .map(([nextA, nextB]) => {
      const gap = { olds: range(a + 1, nextA), nows: range(b + 1, nextB) };
      [a, b] = [nextA, nextB];
      return gap;
    })
    .filter((gap) => gap.olds.length > 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
}

/** @returns the pairs of places of the longest list of marks that both pages hold in this order. */
export function commonSubsequence(old: readonly AlignedControl[], now: readonly AlignedControl[]): [number, number][] {
  const [rows, columns] = [old.length + 1, now.length + 1];
  const length = new Uint16Array(rows * columns);
  const at = (i: number, j: number): number => length[i * columns + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      length[i * columns + j] =
        old[i]?.mark === now[j]?.mark ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i]?.mark === now[j]?.mark) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
