import { parse } from 'css-what';
import * as z from 'zod';

/** Identifiers are file-name safe: small letters, digits and hyphens. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'doit être en minuscules, sans accent ni espace, avec des tirets (exemple : montant-net-social)',
});

/** Text without any mark-up. `{{id}}` is replaced at build by the dated figure of that id. */
export const plain = z.string().trim().min(1, { error: 'ne doit pas être vide' });

/**
 * Small Markdown: `**gras**`, lists (`- …`), links `[mot](https://…)` to official hosts only.
 * `{{id}}` is replaced at build by the dated figure of that id. No HTML.
 */
export const rich = plain.refine((text) => !/<[a-z/!]/i.test(text), {
  error: 'ne doit pas contenir de balise HTML : seuls **gras**, les listes et les liens sont permis',
});

/** One wording or several that a person might see; the first is the likeliest today. */
export const wording = z.union([plain, z.array(plain).min(1)], {
  error: 'doit être un texte, ou une liste de textes',
});

/** States of an element that all our browsers know. */
const STATES = new Set(
  'checked disabled empty enabled first-child first-of-type has is last-child last-of-type not nth-child nth-of-type where'.split(
    ' ',
  ),
);

/** A CSS selector: one that browsers refuse would stop all help on its page. */
export const selector = plain.refine(isSelector, {
  error: 'n’est pas un sélecteur CSS que tous les navigateurs comprennent (exemple : .menu > a)',
});

function isSelector(text: string): boolean {
  try {
    return parse(text)
      .flat()
      .every(
        ({ type, ...rest }) =>
          type !== 'pseudo-element' && !('name' in rest && type === 'pseudo' && !STATES.has(rest.name)),
      );
  } catch {
    return false;
  }
}

/** An `https` address. */
export const httpsUrl = z.string().regex(/^https:\/\/[^\s]+$/, {
  error: 'doit être une adresse qui commence par https://',
});

export type Wording = z.infer<typeof wording>;
