import { describe, expect, it } from 'vitest';
import { amountsNear } from '../page/shown-amounts';
import { firstSeen, readField } from './field-now';

function element(html: string, selector = '*'): Element {
  document.body.innerHTML = html;
  const found = document.body.querySelector(selector);
  if (!found) throw new Error(`No ${selector} in ${html}`);
  return found;
}

describe('reading a field', () => {
  it.each([
    ['<input value=" 12 ">', { text: '12', isChosen: false }],
    ['<input type="password" value="secret">', { text: '', isChosen: false }],
    ['<input autocomplete="cc-number" value="4970">', { text: '', isChosen: false }],
    ['<input autocomplete="one-time-code" value="123456">', { text: '', isChosen: false }],
    ['<input type="checkbox" checked value="x">', { text: '', isChosen: true }],
    ['<select><option value="">Choisir</option></select>', { text: '', isChosen: false }],
    ['<select><option value="1">Mars</option></select>', { text: 'Mars', isChosen: true }],
    [
      '<fieldset><input type="radio" name="a"><input type="radio" name="a" checked></fieldset>',
      { text: '', isChosen: true },
    ],
    ['<fieldset><input type="radio" name="a"></fieldset>', { text: '', isChosen: false }],
    ['<div role="radiogroup"><i role="radio" aria-checked="true"></i></div>', { text: '', isChosen: true }],
  ])('%s', (html, expected) => expect(readField(element(html))).toEqual(expected));
});

describe('a pre-filled value', () => {
  it('is changed when it differs from the first one seen, and no longer when it comes back', () => {
    const seen = firstSeen();
    expect(seen.isChanged('a', '1200')).toBe(false);
    expect(seen.isChanged('a', '1300')).toBe(true);
    expect(seen.isChanged('a', '1200')).toBe(false);
  });

  it('that was empty at first was not pre-filled', () => {
    const seen = firstSeen();
    seen.isChanged('a', '');
    expect(seen.isChanged('a', '5')).toBe(false);
  });
});

describe('amounts near words', () => {
  it.each([
    ['<ul><li>RSA : <b>607,75 €</b></li><li>APL : 210,00 €</li></ul>', [607.75]],
    ['<table><tr><td>RSA</td><td>607,75 €</td></tr></table>', [607.75]],
    ['<p>Paiement du R.S.A.</p>', []],
    ['<p>En versant 12,00 € vous aidez.</p>', []],
    ['<script>RSA 12,00 €</script>', []],
  ])('%s', (html, amounts) => {
    document.body.innerHTML = html;
    expect(amountsNear(document.body, ['RSA'])).toEqual(amounts);
  });

  it('does not look further than the line or the row', () => {
    const far = 'x '.repeat(200);
    document.body.innerHTML = `<div><p>RSA</p><p>${far}</p><p>99,00 €</p></div>`;
    expect(amountsNear(document.body, ['RSA'])).toEqual([]);
  });
});
