import * as z from 'zod';
import { evidence } from './evidence';
import { target } from './target';
import { id, plain, rich } from './text';

/** The state of another element that must hold for the warning to hold the choice. */
export const condition = z.discriminatedUnion('is', [
  z.strictObject({
    target: target.describe('L’élément regardé.'),
    is: z.enum(['checked', 'unchecked', 'filled', 'empty']).describe('Son état.'),
  }),
  z.strictObject({
    target: target.describe('Le champ regardé.'),
    is: z
      .literal('amountShownNear')
      .describe('Il contient le même montant que celui affiché sur la page près de ces mots.'),
    words: z.array(plain).min(1).describe('Mots près du montant : RSA.'),
  }),
]);

/** Characters; a reason that fits on a label is none. */
const SHORTEST_REASON = 40;
/** Answers that say nothing of what will happen. */
const SAYS_NOTHING =
  /^(ok|oui|non|continuer|valider|confirmer|accepter|d['’]accord|j['’]accepte|suivant|je continue( quand même)?)[\s.!]*$/i;

export const warning = z
  .strictObject({
    id: id.describe('Nom court ; le même que le nom du fichier.'),
    pages: z.array(id).min(1).describe('Pages où l’avertissement vaut ; any = toutes les pages du site.'),
    targets: z.array(target).min(1).describe('Les éléments qui déclenchent le choix (l’un ou l’autre).'),
    trigger: z
      .enum(['activate', 'choose', 'edit'])
      .describe(
        'activate : bouton ou lien. choose : case, bouton radio ou liste que l’on choisit. edit : champ déjà rempli que l’on change.',
      ),
    when: z.array(condition).optional().describe('Conditions qui doivent toutes être vraies.'),
    whenAny: z.array(condition).min(1).optional().describe('Conditions dont une suffit.'),
    severity: z.enum(['stop', 'caution', 'inform']).describe('stop : grave. caution : sérieux. inform : bon à savoir.'),
    title: plain.describe('La question ou le fait, en quelques mots.'),
    consequence: rich.describe('Ce qui va se passer, en une ou deux phrases.'),
    undo: z
      .strictObject({
        possible: z.enum(['yes', 'partly', 'no', 'unknown']).describe('Peut-on revenir en arrière ?'),
        how: rich.describe('Comment, et jusqu’à quand.'),
      })
      .describe('Retour en arrière.'),
    safer: z
      .strictObject({
        label: plain.describe('Le choix prudent, en mots : « Je garde le papier ».'),
        target: target.optional().describe('L’élément à montrer alors. La personne clique elle-même.'),
        advice: rich.optional().describe('Ce que nous conseillons, et pourquoi.'),
      })
      .describe('Le choix le plus prudent, montré en premier.'),
    goOn: plain
      .refine((words) => !SAYS_NOTHING.test(words), {
        error: 'doit dire ce que le bouton fait (« Arrêter le courrier papier »), jamais OK ni Continuer',
      })
      .describe('Ce que fait le choix risqué, en mots : « Arrêter le courrier papier ». Jamais OK.'),
    people: z.array(id).optional().describe('À qui demander (people.yaml).'),
    deserves: plain
      .refine((words) => words.length >= SHORTEST_REASON, {
        error: 'doit dire en une phrase ce que la personne risque de perdre (40 caractères au moins)',
      })
      .describe('Pourquoi cet avertissement mérite d’arrêter quelqu’un. Pour le relecteur.'),
    ...evidence,
  })
  .refine(({ severity, undo }) => severity === 'inform' || undo.possible !== 'yes', {
    path: ['severity'],
    error: 'un choix qui se défait entièrement (undo.possible: yes) n’arrête personne : severity: inform',
  })
  .refine(({ goOn, safer }) => goOn.toLowerCase() !== safer.label.toLowerCase(), {
    path: ['goOn'],
    error: 'doit dire autre chose que le choix prudent',
  });

export type Condition = z.infer<typeof condition>;
export type Warning = z.infer<typeof warning>;
