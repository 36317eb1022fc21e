import * as z from 'zod';
import { id, plain, rich } from './text';

const amount = z.number().min(0).describe('Montant en euros.');
const paper = { id: id.describe('Nom court du papier.'), title: plain.describe('Le titre écrit au-dessus.') };

const payslip = z.strictObject({
  kind: z.literal('payslip').describe('Une fiche de paie inventée.'),
  ...paper,
  employer: plain,
  month: plain.describe('Le mois travaillé : mars 2026.'),
  paidOn: plain.describe('Le jour du virement.'),
  hours: z.number().min(0).describe('Heures du mois.'),
  gross: amount.describe('Salaire brut.'),
  contributions: amount.describe('Cotisations retenues. Net social = brut − cotisations.'),
  insurance: amount.default(0).describe('Mutuelle retenue. Net à payer = net social − mutuelle.'),
  notDeductible: amount.default(0).describe('CSG non déductible. Net imposable = net à payer + cette somme.'),
  tax: amount.default(0).describe('Impôt retenu. Net payé = net à payer − impôt.'),
});

const letter = z.strictObject({
  kind: z.literal('letter').describe('Un courrier inventé.'),
  ...paper,
  from: plain.describe('Qui écrit.'),
  date: plain,
  subject: plain,
  text: z.array(plain).min(1).describe('Les paragraphes.'),
  lines: z
    .array(z.strictObject({ label: plain, value: plain }))
    .optional()
    .describe('Un petit tableau.'),
});

const calendar = z.strictObject({
  kind: z.literal('calendar').describe('Une page d’agenda.'),
  ...paper,
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'doit être un mois comme 2026-11' }),
  days: z.array(z.strictObject({ day: z.number().int().min(1).max(31), text: plain })).min(1),
});

const message = z.strictObject({
  kind: z.literal('message').describe('Un SMS ou un e-mail reçu.'),
  ...paper,
  from: plain,
  date: plain,
  text: z.array(plain).min(1),
});

const statement = z.strictObject({
  kind: z.literal('statement').describe('Un relevé de compte.'),
  ...paper,
  bank: plain,
  lines: z.array(z.strictObject({ date: plain, label: plain, amount: z.number() })).min(1),
});

const card = z.strictObject({
  kind: z.literal('card').describe('Une carte, ou une feuille où sont notés des renseignements.'),
  ...paper,
  lines: z.array(z.strictObject({ label: plain, value: plain })).min(1),
});

/** A paper of a made-up person, drawn from data. */
const anyPaper = z.discriminatedUnion('kind', [payslip, letter, calendar, message, statement, card]);

const error = {
  explain: rich.describe('Ce qui s’est passé, sans reproche.'),
  consequence: rich.describe('Ce qui se serait passé sur le vrai site.'),
  fix: rich.describe('Ce qu’il faut changer.'),
};

const checkAnswer = z.strictObject({
  on: z.literal('answer').describe('La réponse à une question.'),
  field: plain.describe('Nom du champ, comme dans la page d’exercice.'),
  right: z.array(z.string()).min(1).describe('Bonnes réponses. "" : laisser vide est juste.'),
  holds: z
    .array(z.array(plain).min(1))
    .min(1)
    .optional()
    .describe('Texte libre : il est juste aussi quand il contient un mot de chaque liste. right en donne un exemple.'),
  paper: id.optional().describe('Le papier où se trouve la réponse.'),
  where: rich.optional().describe('Où regarder.'),
  mistakes: z
    .array(z.strictObject({ answers: z.array(z.string()).min(1).describe('Ces réponses-là.'), ...error }))
    .optional()
    .describe('Les erreurs connues.'),
  otherwise: z.strictObject(error).describe('Pour toute autre réponse.'),
});
const checkDownload = z.strictObject({
  on: z.literal('download').describe('Un papier à télécharger.'),
  file: plain.describe('Nom du fichier, comme dans la page d’exercice.'),
  otherwise: z.strictObject(error),
});
const onPage = <On extends string>(on: On, says: string) =>
  z.strictObject({
    on: z.literal(on).describe(says),
    page: id.describe('Page d’exercice.'),
    otherwise: z.strictObject(error),
  });
const onControl = <On extends string>(on: On, says: string) =>
  z.strictObject({
    on: z.literal(on).describe(says),
    name: plain.describe('Le nom du bouton ou du lien, comme dans la page d’exercice.'),
    otherwise: z.strictObject(error),
  });
const checkSent = z.strictObject({
  on: z.literal('sent').describe('Le formulaire doit être envoyé.'),
  otherwise: z.strictObject(error),
});

const exercise = z.strictObject({
  guide: id.describe('Le guide que l’on suit.'),
  start: id.optional().describe('Page d’exercice où l’on commence ; sinon, celle de la première étape.'),
  goal: rich.describe('Ce que la personne inventée doit faire.'),
  given: z.record(z.string(), z.string()).optional().describe('Champs déjà remplis pour cette personne.'),
  instead: z
    .record(z.string(), z.string())
    .optional()
    .describe('Textes des pages d’exercice dits autrement pour cette personne : texte entier → autre texte.'),
  checks: z
    .array(
      z.discriminatedUnion('on', [
        checkAnswer,
        checkDownload,
        onPage('visit', 'Une page où il ne faut pas aller.'),
        onPage('reach', 'Une page à ouvrir.'),
        onControl('press', 'Un bouton ou un lien à utiliser.'),
        onControl('avoid', 'Un bouton ou un lien à ne pas utiliser.'),
        checkSent,
      ]),
    )
    .min(1)
    .describe('Le corrigé.'),
  source: z.string().min(3).describe('D’où viennent les explications et les conséquences.'),
});

/** A made-up person to practise with: a situation, papers, and the answers that fit. */
export const person = z.strictObject({
  id: id.describe('Nom court ; le même que le nom du fichier.'),
  name: plain.describe('Prénom inventé.'),
  situation: plain.describe('En une ligne : « deux enfants, RSA, a travaillé 12 heures en mars ».'),
  story: rich.describe('La situation, en deux ou trois phrases.'),
  papers: z.array(anyPaper).min(1).describe('Ses papiers, montrés à côté du formulaire.'),
  exercises: z.array(exercise).min(1).describe('Ce que l’on peut faire avec elle ou lui.'),
});

export type Person = z.infer<typeof person>;
export type Paper = z.infer<typeof anyPaper>;
export type PersonExercise = z.infer<typeof exercise>;
export type ExerciseCheck = PersonExercise['checks'][number];
export type Mistake = z.infer<z.ZodObject<typeof error>>;
