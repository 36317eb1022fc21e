import { render } from 'lit/html.js';
import { expect, it } from 'vitest';
import { richText } from './rich-text';

it.each([
  ['Appelez le **39 49** ou le 09 72 72 39 49.', '<p>Appelez le <strong>39_49</strong> ou le 09_72_72_39_49.</p>'],
  ['Cliquez sur « **Valider** » ?', '<p>Cliquez sur «_<strong>Valider</strong>_»_?</p>'],
  [
    'Voir [la page](https://www.caf.fr/a) ou **[non](x)**.',
    '<p>Voir <a target="_blank" rel="noopener noreferrer" href="https://www.caf.fr/a">la page</a> ou <strong>[non](x)</strong>.</p>',
  ],
  ['Gardez :\n- la carte\n- **12 mois**', '<p>Gardez_:</p><ul><li>la carte</li><li><strong>12_mois</strong></li></ul>'],
  ['<b>1</b>', '<p>&lt;b&gt;1&lt;/b&gt;</p>'],
])('%s is shown as text, bold, links and lists, with no line that ends where French does not let it', (text, html) => {
  const place = document.createElement('div');
  render(richText(text), place);
  expect(
    place.innerHTML
      .replace(/<!--.*?-->/g, '')
      .replaceAll('&nbsp;', '_')
      .replaceAll('\u00a0', '_'),
  ).toBe(html);
});
