import { describe, expect, it } from 'vitest';
import { findReal, looksReal } from './real-data';
import { caretAfter, takenOut } from './render/taken-out';

describe('what looks like real data', () => {
  it.each([
    ['2 69 05 49 588 157 80', 'nir'],
    ['1690549588157', 'nir'],
    ['mon numéro : 185057800608436', 'nir'],
    ['1 85 05 2A 006 084', 'nir'],
    ['FR76 3000 6000 0112 3456 7890 189', 'iban'],
    ['de89370400440532013000', 'iban'],
    ['Mon compte : FR76 3000 6000 0112 3456 7890 189, merci', 'iban'],
    ['jeanne.martin@laposte.net', 'email'],
    ['nadia@courrier.example ou jeanne.martin@laposte.net', 'email'],
    ['06 12 34 56 78', 'phone'],
    ['appelez le 01.23.45.67.89', 'phone'],
    ['+33 6 12 34 56 78', 'phone'],
    ['0033612345678', 'phone'],
    ['4970 1012 3456 7893', 'card'],
    ['FR76  3000  6000  0112  3456  7890  189', 'iban'],
    ['FR76 - 3000 - 6000 - 0112 - 3456 - 7890 - 189', 'iban'],
    ['FR76  -  3000 - 6000 - 0112 - 3456 - 7890 - 189', 'iban'],
    ['FR 76 3000 6000 0112 3456 7890 189', 'iban'],
    ['1  85  05  78  006  084', 'nir'],
    ['06 - 12 - 34 - 56 - 78', 'phone'],
    ['jeanne.martin @ laposte.net', 'email'],
    ['jeanne.martin@laposte .net', 'email'],
    ['jeanne.martin@laposte,net', 'email'],
  ])('%s is refused as %s', (text, kind) => expect(looksReal(text)).toBe(kind));

  it.each([
    '9 99 99 99 999 999',
    'FR00 0000 0000 0000 0000 0000 000',
    'nadia@courrier.example',
    'nadia @ courrier.example',
    'nadia@courrier.example, merci',
    '0639980123',
    '+33 6 39 98 01 23',
    '01 99 00 12 34',
    '0123456',
    '1234567',
    '607,75',
    '20/11/2026 au 05/12/2026',
    '20/11/2026 05/12/2026',
    '20/11/2026 - 05/12/2026',
    'loyer 0 612 345 678,90',
    '412,30',
    '05/03/2026',
    'Nadia Benali',
    'j’ai 2 enfants',
    '',
  ])('%s may be written', (text) => expect(looksReal(text)).toBeUndefined());
});

const refuse = (text: string) => {
  const found = findReal(text);
  return found && { ...found, reason: found.kind };
};

/** What is left in a field, and what is said, when these keys are pressed one after the other. */
function typed(text: string): { left: string; said: (string | undefined)[] } {
  let [left, caret] = ['', 0];
  let gone: ReturnType<typeof takenOut>['gone'];
  const said = new Set<string>();
  for (const key of text) {
    const value = left.slice(0, caret) + key + left.slice(caret);
    const taken = takenOut(value, refuse, gone);
    caret = caretAfter(value, caret + key.length, taken);
    [left, gone] = [taken.value, taken.gone];
    if (taken.reason) said.add(taken.reason);
  }
  return { left, said: [...said] };
}

describe('what is typed key by key', () => {
  it.each([
    ['185057800608436', 'nir'],
    ['1 85 05 78 006 084 36', 'nir'],
    ['jeanne.martin@laposte.net', 'email'],
    ['jeanne.martin@mairie.asso.fr', 'email'],
    ['BE68539007547034', 'iban'],
    ['BE68 5390 0754 7034', 'iban'],
    ['FR1420041010050500013M02606', 'iban'],
    ['FR76 3000 6000 0112 3456 7890 189', 'iban'],
    ['FR76 - 3000 - 6000 - 0112 - 3456 - 7890 - 189', 'iban'],
    ['0612345678', 'phone'],
  ])('« %s » is refused whole, as %s and as nothing else', (text, kind) => {
    expect(typed(text)).toEqual({ left: '', said: [kind] });
  });

  it('of a card nothing is left, and the reason is the right one in the end', () => {
    const { left, said } = typed('4970101234567893');
    expect([left, said.at(-1)]).toEqual(['', 'card']);
  });

  it.each([
    ['Bonjour, appelez-moi au 06 12 34 56 78 le matin. Merci.', 'Bonjour, appelez-moi au  le matin. Merci.'],
    ['Mon numéro : 185057800608436, merci.', 'Mon numéro : , merci.'],
    ['Écrivez à jeanne@laposte.net, merci.', 'Écrivez à , merci.'],
    ['Compte FR76 3000 6000 0112 3456 7890 189 le 12 mai', 'Compte  le 12 mai'],
    ['Compte NL91 ABNA 0417 1643 00 merci', 'Compte  merci'],
    ['Compte FR76 3000 6000 01 merci de votre aide', 'Compte  merci de votre aide'],
  ])('of « %s » the rest is left', (text, left) => expect(typed(text).left).toBe(left));

  it.each([
    ['a number of Sécurité sociale', '1850578006084', '9 99 99 99 999 999'],
    ['its key too', '1 85 05 78 006 084 36', '9999999999999'],
    ['an account number', 'FR76 3000 6000 01', 'FR00 0000 0000 0000 0000 0000 000'],
    ['an address', 'jeanne@laposte.ne', 'nadia@courrier.example'],
  ])('where %s was refused, the invented one can be typed at once', (_, real, invented) => {
    expect(typed(real).left.trim()).toBe('');
    expect(typed(real + invented).left.trim()).toBe(invented);
  });

  it.each(['185057800608436', 'FR7630006000011234567890189', 'jeanne@laposte.net', '4970101234567893'])(
    'who types « %s » twice leaves nothing of it',
    (text) => expect(typed(text.slice(0, -1) + text).left).toBe(''),
  );

  it('two numbers are both refused, and the words between them are left', () => {
    expect(typed('185057800608436 et 269054958815780').left).toBe(' et ');
  });

  it('an invented address is invented from its first letter to its last', () => {
    expect(typed('nadia@courrier.example')).toEqual({ left: 'nadia@courrier.example', said: [] });
  });

  it.each([
    '185057800608436',
    'FR1420041010050500013M02606',
    'BE68539007547034',
    'jeanne@laposte.net et 06 12 34 56 78',
  ])('« %s » pasted leaves nothing of it', (text) => {
    expect(takenOut(text, refuse).value).toMatch(/^( et )?$/);
  });
});
