import * as z from 'zod';
import { evidence } from './evidence';
import { target } from './target';
import { id, plain, rich } from './text';

const message = rich.describe('Ce que l’on dit à la personne, calmement, si la valeur semble fausse.');

/** Checks on a value: a closed vocabulary, no expressions, so that an imported pack cannot run anything. */
export const check = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('digits').describe('Nombre de chiffres attendu.'),
    count: z.array(z.number().int().min(1)).min(1).describe('Nombres de chiffres acceptés.'),
    message,
  }),
  z.strictObject({
    kind: z.literal('startsWith').describe('Commence par l’un de ces textes.'),
    values: z.array(z.string().min(1)).min(1).describe('Débuts visés.'),
    message,
  }),
  z.strictObject({
    kind: z.literal('range').describe('Hors de ces bornes, on le dit.'),
    min: z.number().optional().describe('Minimum.'),
    max: z.number().optional().describe('Maximum.'),
    message,
  }),
  z.strictObject({ kind: z.literal('whole').describe('Un nombre entier est attendu.'), message }),
  z.strictObject({
    kind: z.literal('amountShownNear').describe('Même montant que celui affiché sur la page près de ces mots.'),
    words: z.array(plain).min(1).describe('Mots près du montant : RSA.'),
    message,
  }),
  z.strictObject({
    kind: z.literal('figure').describe('Proche d’un des chiffres datés (en pourcentage).'),
    figures: z.array(id).min(1).describe('Chiffres de <année>.yaml.'),
    percent: z.number().min(0).max(10).describe('Écart accepté en %.'),
    message,
  }),
  z.strictObject({ kind: z.literal('date').describe('Une date jour/mois/année est attendue.'), message }),
  z.strictObject({ kind: z.literal('email').describe('Une adresse e-mail est attendue.'), message }),
  z.strictObject({ kind: z.literal('structureEmail').describe('L’adresse est celle de la structure.'), message }),
  z.strictObject({ kind: z.literal('iban').describe('Un IBAN valide est attendu (ISO 13616).'), message }),
  z.strictObject({ kind: z.literal('sameAs').describe('La même valeur qu’un autre champ.'), target, message }),
  z.strictObject({ kind: z.literal('changed').describe('La valeur pré-remplie a été changée.'), message }),
  z.strictObject({ kind: z.literal('empty').describe('Le champ est laissé vide.'), message }),
  z.strictObject({ kind: z.literal('chosen').describe('Ce choix est fait (case ou bouton radio).'), message }),
]);

export const hint = z.strictObject({
  id: id.describe('Nom court.'),
  target: target.describe('Le champ.'),
  title: plain.describe('Le nom du champ, en mots simples.'),
  write: rich.describe('Quoi écrire.'),
  where: rich.optional().describe('Où le trouver, sur quel papier.'),
  not: rich.optional().describe('Ce qu’il ne faut pas écrire.'),
  example: plain.optional().describe('Un exemple inventé.'),
  checks: z.array(check).optional().describe('Vérifications, montrées à côté du champ, jamais bloquantes.'),
  ...evidence,
});

/** One file: the hints of one or several pages. */
export const hints = z.strictObject({
  pages: z.array(id).min(1).describe('Pages où ces aides valent ; any = toutes les pages du site.'),
  hints: z.array(hint).min(1).describe('Les aides.'),
});

export type Check = z.infer<typeof check>;
export type Hint = z.infer<typeof hint>;
