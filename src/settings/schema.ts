import * as z from 'zod';

// Our own pages forbid code made from text: zod must not try it.
z.config({ jitless: true });

/** Characters; longer texts would not fit the panel « À qui demander » nor the printed sheet. */
const SHORT = 120;
const LONG = 300;

/**
 * What is pasted along with a text and not seen: half characters (for one, Chromium refuses the whole policy file), empty
 * ones, those that turn the line round.
 */
const UNSEEN = /[\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu;
/** With the control characters: in a file for the Windows registry, a value ends at the first one. */
const SPACES = /[\s\p{Cc}]+/gu;

/** A line as it is seen: a number copied from a web page or a list of contacts looks right, and has to be taken. */
const line = z
  .string({ error: 'Il faut un texte.' })
  .transform((value) => value.replace(UNSEEN, '').replace(SPACES, ' ').trim());

const text = (most: number) =>
  line.pipe(
    z
      .string()
      .min(1, { error: 'Le texte est vide.' })
      .max(most, { error: `Le texte est trop long : ${most} caractères au plus.` }),
  );

const yesOrNo = z.boolean({ error: 'Il faut true (oui) ou false (non), sans guillemets.' });

const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, {
    error: values.length > 1 ? `Il faut l’un de ces mots : ${values.join(', ')}.` : `Il faut le mot ${values.join()}.`,
  });

const phone = line.pipe(
  z.string().regex(/^\+?\d[\d .()-]{2,29}$/, {
    error: 'Il faut un numéro de téléphone, avec des chiffres et des espaces. Exemple : 01 23 45 67 89.',
  }),
);

const domain = line.pipe(
  z
    .string()
    .toLowerCase()
    .max(SHORT, { error: `Le texte est trop long : ${SHORT} caractères au plus.` })
    .regex(/^@?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
      error: 'Il faut la fin des adresses e-mail, après @. Exemple : ccas-exemple.fr.',
    })
    .transform((value) => value.replace(/^@/, '')),
);

/** Characters; eight keys. */
const KEYS = 1_000;
const keys = text(KEYS).pipe(
  z.string().regex(/^[A-Za-z0-9+/]{122}==( [A-Za-z0-9+/]{122}==)*$/, {
    error: 'Il faut une ou plusieurs clés, avec un espace entre elles. « npm run make-pack » dit la clé d’un lot.',
  }),
);

/** Longest wait that can be asked for, in minutes: four hours. */
const LONGEST_WAIT = 240;
const minutes = z
  .int({ error: 'Il faut un nombre entier de minutes.' })
  .min(0, { error: 'Il faut 0 ou plus. 0 veut dire : ne jamais demander.' })
  .max(LONGEST_WAIT, { error: `Il faut ${LONGEST_WAIT} minutes au plus.` });

/**
 * Every setting, by the name it has in a policy, in an exported file and in our own storage. Flat on purpose: the Windows
 * registry, Chromium's policies and Firefox's take it alike. The descriptions are for the person who installs.
 */
export const settingsSchema = z.strictObject({
  structureName: text(SHORT).describe('Nom de la structure. Exemple : CCAS de Villeneuve.'),
  structureAddress: text(LONG).describe('Adresse de la structure.'),
  structurePhone: phone.describe('Téléphone de la structure.'),
  structureHours: text(LONG).describe('Jours et heures d’ouverture.'),
  structureHelp: text(LONG).describe('Qui peut aider, et quand. Exemple : Samira, le mardi matin, bureau 2.'),
  printPlace: text(LONG).describe('Où imprimer. Exemple : l’imprimante à l’accueil, 10 pages gratuites.'),
  emailDomain: domain.describe(
    'Fin des adresses e-mail de la structure, après @. Sert à prévenir quand une personne écrit l’adresse de la structure à la place de la sienne.',
  ),
  language: oneOf(['fr']).describe('Langue au démarrage. Seul le français (fr) existe pour l’instant.'),
  textSize: oneOf(['normal', 'large', 'largest']).describe('Taille du texte au démarrage : normal, large ou largest.'),
  mode: oneOf(['home', 'public', 'office']).describe(
    'Cet ordinateur est : home (à une personne), public (poste public, plusieurs personnes l’une après l’autre), office (poste d’une personne qui accompagne).',
  ),
  inactivityMinutes: minutes.describe(
    'Sur un poste public : minutes sans rien faire avant de demander « Terminer ma session ? ». 0 : ne jamais demander.',
  ),
  guides: yesOrNo.describe('Montrer les guides.'),
  warnings: yesOrNo.describe('Montrer les avertissements.'),
  hints: yesOrNo.describe('Montrer les aides à côté des champs.'),
  terms: yesOrNo.describe('Expliquer les mots.'),
  readAloud: yesOrNo.describe('Montrer les boutons « Écouter ».'),
  reread: yesOrNo.describe('Proposer « Relire ensemble ».'),
  practice: yesOrNo.describe('Proposer « S’entraîner ».'),
  keepExercises: yesOrNo.describe('Permettre de garder un exercice sur l’ordinateur, sous un surnom.'),
  packKeys: keys.describe(
    'Clés publiques des lots d’aides acceptés, avec un espace entre elles. Sans cela, un poste public n’accepte aucun lot.',
  ),
});

const FIELDS = settingsSchema.shape;

/** A layer of settings: only what was set. */
export type SettingsValues = Partial<z.infer<typeof settingsSchema>>;
export type SettingKey = keyof z.infer<typeof settingsSchema>;

export const SETTING_KEYS = Object.keys(FIELDS) as SettingKey[];

/** A value that was refused, and why, in French. */
export interface Refused {
  key: string;
  reason: string;
}

/** What of a layer holds, and what was refused, value by value. */
export interface ReadSettings {
  values: SettingsValues;
  refused: Refused[];
}

/**
 * Reads settings that come from outside: a policy, a file, a form. Each value stands or falls alone.
 * @param received anything; what is not an object holds no setting
 */
export function readSettings(received: unknown): ReadSettings {
  const refused: Refused[] = [];
  const accepted: [string, unknown][] = [];
  for (const [key, value] of isRecord(received) ? Object.entries(received) : []) {
    if (!isSettingKey(key)) {
      refused.push({ key, reason: 'Ce réglage n’existe pas.' });
      continue;
    }
    const read = FIELDS[key].safeParse(value);
    if (read.success) accepted.push([key, read.data]);
    else refused.push({ key, reason: read.error.issues[0]?.message ?? '' });
  }
  return { values: Object.fromEntries(accepted) as SettingsValues, refused };
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(FIELDS, key);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
