import { describe, expect, it } from 'vitest';
import { isNearWord } from './near-words';

describe('a typed word stands for', () => {
  it.each([
    ['demenager', 'demenage'],
    ['trimestriele', 'trimestrielle'],
    ['largent', 'argent'],
    ['vital', 'vitale'],
    ['paye', 'paie'],
    ['atestation', 'attestation'],
    ['declaratoin', 'declaration'],
  ])('%s: %s', (typed, word) => {
    expect(isNearWord(typed, word)).toBe(true);
  });
});

describe('a typed word does not stand for', () => {
  it.each([
    ['rsa', 'rib'],
    ['perdu', 'rendu'],
    ['carte', 'perte'],
    ['contester', 'contacter'],
    ['mail', 'maladie'],
  ])('%s: %s', (typed, word) => {
    expect(isNearWord(typed, word)).toBe(false);
  });
});
