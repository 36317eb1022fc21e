import * as z from 'zod';
import { day, evidence } from './evidence';
import { id, plain } from './text';

export const figure = z.strictObject({
  id: id.describe('Nom court, utilisé dans les textes : {{ft-appel-prix}}.'),
  text: plain.describe('Le chiffre écrit pour la personne.'),
  amount: z.number().optional().describe('Le chiffre seul, pour les vérifications.'),
  validFrom: day.describe('Premier jour où il est vrai.'),
  validUntil: day.optional().describe('Dernier jour où il est vrai, si on le connaît.'),
  acknowledged: day.optional().describe('Jour où une personne a relu ce chiffre et dit qu’il vaut toujours.'),
  ...evidence,
});

/** The monthly update windows of France Travail, as published. */
export const updateWindow = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, { error: 'doit être une année et un mois : 2026-11' })
    .describe('Mois concerné.'),
  opens: day.describe('Premier jour.'),
  closes: day.describe('Dernier jour.'),
  paidFrom: day.optional().describe('Premier jour de virement.'),
});

/** One file per year: everything that changes each year. */
export const figures = z.strictObject({
  year: z.number().int().describe('Année.'),
  figures: z.array(figure).describe('Les chiffres.'),
  updateWindows: z.array(updateWindow).optional().describe('Calendrier d’actualisation de France Travail.'),
  updateWindowsSought: day
    .optional()
    .describe('Jour où une personne a cherché le calendrier de l’année suivante, pas encore publié.'),
  ...evidence,
});

export type Figure = z.infer<typeof figure>;
export type UpdateWindow = z.infer<typeof updateWindow>;
export type Figures = z.infer<typeof figures>;
