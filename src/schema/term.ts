import * as z from 'zod';
import { evidence } from './evidence';
import { id, plain, rich } from './text';

export const term = z.strictObject({
  id: id.describe('Nom court.'),
  term: plain.describe(
    'Le mot, comme il est écrit sur les sites. Un sigle se montre avec son nom en entier : « FSL (fonds de solidarité pour le logement) », l’un et l’autre dans forms.',
  ),
  forms: z.array(plain).optional().describe('Autres formes : pluriel irrégulier, sigle avec points, synonyme.'),
  acronym: z.boolean().optional().describe('true : le terme principal est un sigle, reconnu seulement en capitales.'),
  plain: rich.describe('Le mot expliqué en une ou deux phrases simples.'),
  example: rich.optional().describe('Un exemple.'),
  notToConfuse: z
    .strictObject({ with: plain.describe('L’autre mot.'), because: rich.describe('La différence.') })
    .optional()
    .describe('À ne pas confondre avec.'),
  spoken: plain.optional().describe('Comment le dire à voix haute, si ce n’est pas évident.'),
  sites: z.array(id).optional().describe('Sites où le mot est expliqué. Sans cela : tous.'),
  ...evidence,
});

/** One file: the words of one theme. */
export const words = z.strictObject({
  theme: plain.describe('Le thème.'),
  words: z.array(term).min(1).describe('Les mots.'),
});

export type Term = z.infer<typeof term>;
