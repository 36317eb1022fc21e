import { describe, expect, it } from 'vitest';
import type { PageView } from '../page/types';
import type { Condition, Target, Warning } from '../schema';
import { conditionsHold } from './armed';

/** A page view that finds a field by its `name`. */
function pageOf(html: string): PageView {
  document.body.innerHTML = html;
  const locate = ({ name }: Target) => {
    const element = document.querySelector(`[name="${String(name)}"]`);
    return element ? { kind: 'found', element } : { kind: 'missing' };
  };
  return { document, locate } as unknown as PageView;
}

const rsaIn = (name: string): Condition => ({ target: { name }, is: 'amountShownNear', words: ['RSA'] });
const holds = (parts: Partial<Warning>, html: string): boolean => conditionsHold(parts as Warning, pageOf(html));

const SHOWN = '<p>RSA versé chaque mois : 607,75 €</p>';
const field = (name: string, value: string): string => `<input name="${name}" value="${value}">`;

describe('the conditions of a warning', () => {
  it.each([
    ['the amount that the page shows', '607,75', true],
    ['the same amount, rounded by hand', '608', true],
    ['another amount', '213,40', false],
    ['nothing', '', false],
    ['zero', '0', false],
    ['what is no amount', 'rien', false],
  ])('amountShownNear: a field that holds %s', (_, value, expected) => {
    expect(holds({ whenAny: [rsaIn('salaire')] }, SHOWN + field('salaire', value))).toBe(expected);
  });

  it('amountShownNear holds for no amount when the page shows none near these words', () => {
    expect(holds({ whenAny: [rsaIn('salaire')] }, `<p>Loyer : 607,75 €</p>${field('salaire', '607,75')}`)).toBe(false);
  });

  it('whenAny needs one of its conditions, when needs them all', () => {
    const fields = SHOWN + field('mai', '0') + field('juin', '607,75');
    const both = [rsaIn('mai'), rsaIn('juin')];
    expect(holds({ whenAny: both }, fields)).toBe(true);
    expect(holds({ when: both }, fields)).toBe(false);
    expect(holds({ whenAny: [rsaIn('mai'), rsaIn('absent')] }, fields)).toBe(false);
    expect(holds({}, fields)).toBe(true);
  });
});
