import { render } from 'lit/html.js';
import { expect, it } from 'vitest';
import { richText } from './rich-text';

/** What a line is not broken in. */
function wholes(markdown: string): string[] {
  const place = document.createElement('div');
  render(richText(markdown), place);
  expect(place.textContent.trim()).toBe(markdown.replace(/\*\*/g, ''));
  return [...place.querySelectorAll('.whole')].map((one) => one.textContent);
}

it.each<[string, string[]]>([
  ['Appelez le 36 46.', ['36 46']],
  ['Appelez le **39 49** ou le 09 72 72 39 49.', ['39 49', '09 72 72 39 49']],
  ['Est-ce votre adresse ? Oui.', ['adresse ?']],
  ['Cliquez sur « Valider ».', ['« Valider »']],
  ['Cliquez sur « Mot de passe oublié » ici.', ['« Mot', 'oublié »']],
  ['Connaissez-vous « Mes démarches » ?', ['« Mes', 'démarches » ?']],
  ['Il reste 3 questions', []],
])('keeps together what a line must not be broken in: %s', (markdown, expected) => {
  expect(wholes(markdown)).toEqual(expected);
});
