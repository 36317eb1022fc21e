import * as z from 'zod';
import { httpsUrl, id, plain } from './text';

/** Where a control leads: another practice page of the same site, or `back`. */
const to = id.describe('Page d’exercice qui suit.');

/** A block is shown only when a field of the same exercise has this value. */
const showIf = z
  .strictObject({ field: plain.describe('Nom du champ.'), is: plain.describe('Valeur attendue.') })
  .optional()
  .describe('N’afficher que si ce champ a cette valeur.');

const common = {
  id: plain.optional().describe('Identifiant HTML, quand il est connu de la vraie page.'),
  class: plain.optional().describe('Classe HTML, quand elle est connue.'),
  showIf,
};

const heading = z.strictObject({
  block: z.literal('heading'),
  text: plain,
  level: z.number().int().min(1).max(6).default(2),
  ...common,
});
const text = z.strictObject({ block: z.literal('text'), text: plain, ...common });
const link = z.strictObject({
  block: z.literal('link'),
  name: plain,
  to: to.optional(),
  href: plain.optional(),
  ...common,
});
const button = z.strictObject({
  block: z.literal('button'),
  name: plain,
  to: to.optional(),
  sends: z
    .boolean()
    .optional()
    .describe('true : ce bouton envoie le formulaire (dans l’exercice : la feuille de fin).'),
  opens: id.optional().describe('Ouvre la fenêtre (dialog) de ce nom.'),
  closes: z.boolean().optional().describe('true : ferme la fenêtre où il se trouve.'),
  downloads: plain.optional().describe('Nom du fichier inventé que ce bouton donne.'),
  disabledUntil: plain.optional().describe('Grisé tant que ce champ est vide ou la case décochée.'),
  as: z
    .enum(['button', 'link', 'input', 'div'])
    .default('button')
    .describe('Balise utilisée : un vrai bouton, un lien avec role=button, un input, ou un div cliquable.'),
  ...common,
});
const field = z.strictObject({
  block: z.literal('field'),
  label: plain,
  field: plain.describe('Attribut name ; sert aussi à retrouver la réponse.'),
  type: z.enum(['text', 'number', 'email', 'tel', 'date', 'password', 'search', 'textarea']).default('text'),
  value: plain.optional().describe('Valeur déjà remplie.'),
  help: plain.optional().describe('Texte d’aide relié au champ.'),
  autocomplete: plain.optional(),
  labelBy: z
    .enum(['for', 'nested', 'aria', 'cell', 'placeholder'])
    .default('for')
    .describe('Comment le libellé est relié au champ.'),
  ...common,
});
const radios = z.strictObject({
  block: z.literal('radios'),
  legend: plain,
  field: plain,
  options: z
    .array(z.strictObject({ label: plain, value: plain, id: plain.optional(), checked: z.boolean().optional() }))
    .min(2),
  hiddenInputs: z
    .boolean()
    .optional()
    .describe('true : le rond est caché derrière son libellé, comme sur France Travail.'),
  ...common,
});
const checkbox = z.strictObject({
  block: z.literal('checkbox'),
  label: plain,
  field: plain,
  checked: z.boolean().optional(),
  hiddenInputs: z.boolean().optional(),
  ...common,
});
const select = z.strictObject({
  block: z.literal('select'),
  label: plain,
  field: plain,
  options: z.array(z.strictObject({ label: plain, value: z.string(), selected: z.boolean().optional() })).min(1),
  ...common,
});
const table = z.strictObject({
  block: z.literal('table'),
  caption: plain.optional(),
  rows: z.array(z.array(z.string())).min(1),
  header: z.boolean().optional(),
  ...common,
});
const list = z.strictObject({ block: z.literal('list'), items: z.array(plain).min(1), ...common });

export type Block =
  | z.infer<typeof heading>
  | z.infer<typeof text>
  | z.infer<typeof link>
  | z.infer<typeof button>
  | z.infer<typeof field>
  | z.infer<typeof radios>
  | z.infer<typeof checkbox>
  | z.infer<typeof select>
  | z.infer<typeof table>
  | z.infer<typeof list>
  | Container;

/** A block that holds other blocks. */
export interface Container {
  block: 'form' | 'group' | 'region' | 'details' | 'dialog' | 'shadow' | 'twice' | 'frame' | 'div';
  name?: string | undefined;
  role?: string | undefined;
  tag?: string | undefined;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  showIf?: { field: string; is: string } | undefined;
  blocks: Block[];
}

const container: z.ZodType<Container> = z.lazy(() =>
  z.strictObject({
    block: z
      .enum(['form', 'group', 'region', 'details', 'dialog', 'shadow', 'twice', 'frame', 'div'])
      .describe(
        'group : questions sous une légende. region : partie nommée. shadow : composant avec racine ouverte. twice : deux fois, téléphone (caché) et ordinateur. frame : cadre du même site.',
      ),
    name: plain.optional().describe('Légende, nom de la partie, résumé, titre de la fenêtre.'),
    role: plain.optional().describe('Rôle ARIA de la partie (main, navigation, banner…).'),
    tag: plain.optional().describe('Nom du composant (pe-header, app-root…).'),
    open: z.boolean().optional().describe('true : ouvert dès le départ.'),
    ...common,
    blocks: z.array(block).min(1),
  }),
);

/** One piece of a practice page, in reading order. */
export const block: z.ZodType<Block> = z.lazy(() =>
  z.union([heading, text, link, button, field, radios, checkbox, select, table, list, container]),
);

/** A reconstruction of one page: used by the tests under the site's address, and by the practice mode. */
export const practicePage = z.strictObject({
  id: id.describe('Nom court ; le même que le nom du fichier.'),
  title: plain.describe('Titre de la page.'),
  page: id.describe('La page du site qu’elle reconstitue (site.yaml).'),
  url: httpsUrl.describe('L’adresse réelle sous laquelle les tests la servent.'),
  reconstructedFrom: plain.describe(
    'Les sources de la reconstitution. Rien n’est copié d’un vrai écran, sauf les libellés qui sont des faits.',
  ),
  spa: z.boolean().optional().describe('true : on y arrive sans rechargement (history.pushState).'),
  generatedIds: z
    .boolean()
    .optional()
    .describe('true : le contenu est dans un bloc à identifiant généré, comme à la CAF.'),
  blocks: z.array(block).min(1).describe('Le contenu, dans l’ordre de lecture.'),
});

export type PracticePage = z.infer<typeof practicePage>;
