import * as z from 'zod';
import { plain, selector, wording } from './text';

/** ARIA roles that a target may ask for (WAI-ARIA 1.2), limited to what a person can point at. */
export const targetRole = z.enum(
  [
    'button',
    'link',
    'textbox',
    'searchbox',
    'spinbutton',
    'combobox',
    'listbox',
    'option',
    'checkbox',
    'radio',
    'radiogroup',
    'group',
    'switch',
    'slider',
    'tab',
    'menuitem',
    'menu',
    'heading',
    'dialog',
    'alertdialog',
    'alert',
    'status',
    'main',
    'navigation',
    'banner',
    'contentinfo',
    'form',
    'region',
    'search',
    'article',
    'list',
    'listitem',
    'table',
    'row',
    'cell',
    'img',
    'generic',
  ],
  { error: 'n’est pas un rôle connu (exemples : button, link, textbox, radio, checkbox, heading)' },
);

/**
 * One element of a page as a person would describe it. Nothing is required but one clue;
 * `also` holds technical clues that count as extra evidence and never decide alone.
 */
export const target = z
  .strictObject({
    role: z
      .union([targetRole, z.array(targetRole).min(1)])
      .optional()
      .describe('Ce que c’est : button, link, textbox, radio, checkbox, heading…'),
    name: wording
      .optional()
      .describe('Le nom accessible : ce qui est écrit dessus. Une liste si plusieurs libellés sont possibles.'),
    nameHolds: z
      .array(wording)
      .min(1)
      .optional()
      .describe('Des mots que le nom doit tous contenir ; une liste dans la liste : l’un d’eux suffit.'),
    notName: wording
      .optional()
      .describe('Un mot que le nom ne doit pas contenir : « fin » pour ne pas prendre « Fin de vie maritale ».'),
    formerNames: z.array(plain).optional().describe('Anciens noms connus de ce même élément.'),
    label: wording.optional().describe('Le libellé ou la question qui l’accompagne.'),
    description: wording.optional().describe('Le texte d’aide relié au champ.'),
    heading: wording.optional().describe('Le titre juste au-dessus.'),
    region: wording.optional().describe('Le nom de la partie de page, ou son rôle (main, navigation, banner…).'),
    group: wording.optional().describe('La légende du groupe (la question au-dessus des boutons Oui et Non).'),
    position: z.number().int().min(1).optional().describe('Le rang parmi des éléments pareils : 2 = le deuxième.'),
    of: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe(
        'Combien d’éléments pareils la page montre. Avec un rang : 2 sur 3. Sans rang, combien de ce nom sur toute la page ; 1 : le seul.',
      ),
    near: wording.optional().describe('Un texte qui doit se trouver à côté.'),
    notNear: wording.optional().describe('Un texte qui ne doit pas se trouver à côté.'),
    text: wording.optional().describe('Le texte affiché, pour un élément sans rôle.'),
    also: z
      .strictObject({
        id: z.array(plain).optional().describe('Identifiants HTML connus.'),
        name: z.array(plain).optional().describe('Attributs name connus.'),
        autocomplete: plain.optional().describe('Attribut autocomplete.'),
        type: plain.optional().describe('Attribut type.'),
        href: z.array(plain).optional().describe('Début ou partie de l’adresse du lien.'),
        css: z.array(selector).optional().describe('Sélecteurs CSS stables.'),
      })
      .optional()
      .describe('Indices techniques en plus ; ils ne décident jamais seuls si un nom est donné.'),
  })
  .refine(
    (value) => Object.keys(value).some((key) => !['position', 'of', 'notNear', 'notName', 'nameHolds'].includes(key)),
    {
      error: 'doit donner au moins un indice : role, name, label, heading, text…',
    },
  );

export type Target = z.infer<typeof target>;
export type TargetRole = z.infer<typeof targetRole>;
