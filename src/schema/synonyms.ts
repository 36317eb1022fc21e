import * as z from 'zod';
import { plain } from './text';

/** Near-synonyms and abbreviations used when names are compared (`n°` = `numéro`, `valider` = `confirmer`). */
export const synonyms = z.strictObject({
  groups: z
    .array(z.array(plain).min(2))
    .min(1)
    .describe('Groupes de mots qui veulent dire la même chose sur un bouton.'),
});
