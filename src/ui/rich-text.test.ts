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
  ['Il reste 3 questions', ['3 questions']],
  ['Il faut 607,75 € ou 1 234,56 € en 2 à 3 semaines ?', ['607,75 €', '1 234,56 €', '2 à', '3 semaines ?']],
  ['Ouvert de 8 h 30 à 17 h. Écrivez « 12 mois ».', ['8 h 30', '17 h.', '« 12 mois »']],
  ['Attendez **2 mois**, puis appelez.', ['2 mois']],
])('keeps together what a line must not be broken in: %s', (markdown, expected) => {
  expect(wholes(markdown)).toEqual(expected);
});
