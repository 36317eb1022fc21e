import * as z from 'zod';

/** ISO day, `2026-11-24`. A day that does not exist (30 February) is refused. */
export const day = z.iso.date({ error: 'doit être une date comme 2026-11-24' });

/**
 * Where an item comes from and how sure we are of it. Every overlay item carries it
 * (design, decision 11); the options page shows it to the worker, never to the person.
 */
export const evidence = {
  source: z
    .string()
    .min(3, { error: "doit dire d'où vient l'information (adresse, document et date)" })
    .describe("D'où vient l'information : adresse ou document, avec sa date."),
  checkedOn: z
    .union([day, z.literal('never')], {
      error: 'doit être une date comme 2026-11-24, ou never si personne ne l’a vérifié sur le vrai site',
    })
    .describe('Date de la dernière vérification sur le vrai site, ou never.'),
  confidence: z
    .enum(['sourced', 'general', 'unsure'], {
      error: 'doit être sourced (lu dans une source), general (connaissance générale) ou unsure (ne sera pas montré)',
    })
    .describe('sourced : lu dans une source. general : connaissance générale, à relire. unsure : jamais montré.'),
  review: z.string().optional().describe('Ce qu’une personne doit encore vérifier (un libellé, un délai).'),
};

/** Evidence of one overlay item. */
export type Evidence = z.infer<z.ZodObject<typeof evidence>>;
