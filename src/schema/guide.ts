import * as z from 'zod';
import { evidence } from './evidence';
import { target } from './target';
import { httpsUrl, id, plain, rich } from './text';

/** How the guide knows that a step is done. `person`: only the person can say so. */
export const done = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('click').describe('Un clic réel sur la cible.') }),
  z.strictObject({ on: z.literal('filled').describe('Le champ est rempli ou un choix est fait.') }),
  z.strictObject({
    on: z.literal('page').describe('Une de ces pages est reconnue.'),
    pages: z.array(id).min(1).describe('Pages attendues.'),
  }),
  z.strictObject({ on: z.literal('person').describe('La personne dit que c’est fait.') }),
]);

export const step = z.strictObject({
  id: id.describe('Nom court de l’étape.'),
  pages: z.array(id).min(1).describe('Pages où l’étape se passe.'),
  target: target.optional().describe('Ce qu’il faut montrer. Sans cible, l’étape se dit en mots.'),
  do: rich.describe('Quoi faire, en une phrase.'),
  why: rich.optional().describe('Pourquoi.'),
  next: rich.optional().describe('Ce qui va se passer ensuite.'),
  where: rich.optional().describe('Comment trouver en mots, quand la page n’est pas reconnue.'),
  sends: z
    .enum(['nothing', 'sends', 'unknown'])
    .describe('nothing : rien n’est envoyé. sends : ce clic envoie. unknown : on ne sait pas, on ne dit rien.'),
  done: done.describe('Comment on sait que l’étape est faite.'),
  optional: z
    .boolean()
    .optional()
    .describe('true : l’étape peut ne pas exister (une fenêtre qui ne vient pas toujours).'),
  choices: z
    .array(
      z.strictObject({
        label: plain.describe('Le choix, dans les mots de la personne.'),
        goto: id.describe('L’étape qui suit ce choix.'),
      }),
    )
    .min(2)
    .optional()
    .describe('La personne choisit sa situation ; chaque choix mène à une étape.'),
  goto: id.optional().describe('L’étape suivante, si ce n’est pas celle d’après.'),
  trouble: z
    .array(z.strictObject({ when: plain.describe('Ce qui peut arriver.'), do: rich.describe('Quoi faire alors.') }))
    .optional()
    .describe('Ce qui peut mal se passer à cette étape.'),
});

/** A procedure as steps. */
export const guide = z.strictObject({
  id: id.describe('Nom court ; le même que le nom du fichier.'),
  title: plain.describe('Le titre, dans les mots de la personne.'),
  errands: z.array(plain).min(1).describe('Ce que la personne dirait : « La CAF me demande de rembourser ».'),
  summary: rich.describe('À quoi cela sert, en une ou deux phrases.'),
  start: httpsUrl.describe('L’adresse où commencer.'),
  prepare: z.array(plain).optional().describe('Les papiers à avoir sous la main.'),
  steps: z.array(step).min(1).describe('Les étapes, dans l’ordre.'),
  end: z
    .strictObject({
      keep: rich.optional().describe('Ce qu’il faut garder ou imprimer.'),
      next: rich.describe('Ce qui va se passer maintenant.'),
      nextDate: z
        .enum(['ft-actualisation', 'ft-actualisation-a-faire', 'caf-trimestre'])
        .optional()
        .describe(
          'Règle qui calcule la prochaine date. ft-actualisation : elle vient d’être faite, la fiche dit la suivante. ft-actualisation-a-faire : celle qui est ouverte est peut-être encore à faire. caf-trimestre : trois mois après, pour une déclaration faite à temps.',
        ),
      ifWrong: rich.describe('Que faire si quelque chose est faux.'),
      people: z.array(id).optional().describe('Qui appeler ou aller voir (people.yaml).'),
    })
    .describe('Ce que dit la fiche de fin.'),
  ...evidence,
});

export type Done = z.infer<typeof done>;
export type Step = z.infer<typeof step>;
export type Guide = z.infer<typeof guide>;
