import type { Slot } from './slot';

/** What `npm run new` can write. */
export type Kind = 'term' | 'hint' | 'warning' | 'guide';

/** The day is given by the caller: `2026-11-24`. */
const evidence = (today: string, at = ''): Slot[] => [
  {
    path: `${at}source`,
    option: 'source',
    ask: 'D’où vient l’information ? L’adresse ou le document, avec sa date.',
  },
  {
    path: `${at}checkedOn`,
    option: 'verifie',
    ask: 'L’avez-vous vérifié sur le vrai site ?',
    choices: { never: 'non, pas encore', [today]: 'oui, aujourd’hui' },
    byDefault: 'never',
  },
  {
    path: `${at}confidence`,
    option: 'confiance',
    ask: 'D’où le savez-vous ?',
    choices: {
      general: 'je le sais de mon métier : quelqu’un doit le relire',
      sourced: 'je l’ai lu dans la source que j’ai donnée',
      unsure: 'je n’en suis pas sûr : ne le montrez à personne',
    },
    byDefault: 'general',
  },
  { path: `${at}review`, option: 'relire', ask: 'Que faut-il encore vérifier ?', isOptional: true },
];

const ROLES = {
  button: 'un bouton',
  link: 'un lien',
  textbox: 'une case où l’on écrit',
  combobox: 'une liste où l’on choisit',
  radio: 'un rond à choisir (Oui, Non)',
  checkbox: 'une case à cocher',
};

const target = (at: string, what: string): Slot[] => [
  { path: `${at}.role`, option: 'role', ask: `Qu’est-ce que c’est ? (${what})`, choices: ROLES },
  {
    path: `${at}.name`,
    option: 'libelle',
    ask: 'Qu’est-ce qui est écrit dessus ? Plusieurs possibilités : mettez « ; » entre elles.',
    isList: true,
  },
  {
    path: `${at}.group`,
    option: 'question',
    ask: 'Y a-t-il une question au-dessus ? Laquelle ?',
    isOptional: true,
  },
];

export function termSlots(today: string): Slot[] {
  return [
    { path: 'id' },
    { path: 'term', option: 'mot', ask: 'Quel mot, comme il est écrit sur le site ?', isName: true },
    {
      path: 'forms',
      option: 'formes',
      ask: 'L’écrit-on aussi autrement ? (« R.S.A. » ; un synonyme)',
      isList: true,
      isOptional: true,
    },
    { path: 'acronym', isOptional: true },
    { path: 'plain', option: 'explication', ask: 'Expliquez-le en une ou deux phrases simples.' },
    { path: 'example', option: 'exemple', ask: 'Un exemple ?', isOptional: true },
    {
      path: 'notToConfuse.with',
      option: 'pas-confondre',
      ask: 'Avec quel autre mot le confond-on ?',
      isOptional: true,
    },
    { path: 'notToConfuse.because', option: 'difference', ask: 'Quelle est la différence ?', isOptional: true },
    {
      path: 'sites',
      option: 'sites',
      ask: 'Sur quels sites l’expliquer ? Rien : sur tous.',
      isList: true,
      isOptional: true,
    },
    ...evidence(today),
  ];
}

export function hintSlots(today: string): Slot[] {
  return [
    { path: 'id' },
    ...target('target', 'le champ à aider'),
    { path: 'title', option: 'titre', ask: 'Le nom du champ, en mots simples ?', isName: true },
    { path: 'write', option: 'ecrire', ask: 'Que faut-il y écrire ?' },
    { path: 'where', option: 'ou', ask: 'Où le trouver, sur quel papier ?', isOptional: true },
    { path: 'not', option: 'pas', ask: 'Que ne faut-il pas y écrire ?', isOptional: true },
    { path: 'example', option: 'exemple', ask: 'Un exemple inventé ?', isOptional: true },
    ...evidence(today),
  ];
}

export function warningSlots(today: string): Slot[] {
  return [
    { path: 'id' },
    { path: 'pages', option: 'page', ask: 'Sur quelle page du site ?', isList: true },
    ...target('targets.0', 'ce que la personne va cliquer ou changer'),
    { path: 'trigger' },
    {
      path: 'severity',
      option: 'gravite',
      ask: 'Est-ce grave ?',
      choices: {
        stop: 'grave : de l’argent ou un droit perdu',
        caution: 'sérieux : long ou difficile à réparer',
        inform: 'bon à savoir',
      },
    },
    { path: 'title', option: 'titre', ask: 'Le titre : une question courte, ou le fait ?', isName: true },
    { path: 'consequence', option: 'consequence', ask: 'Que va-t-il se passer ? Une ou deux phrases.' },
    {
      path: 'undo.possible',
      option: 'retour',
      ask: 'Peut-on revenir en arrière ?',
      choices: { yes: 'oui', partly: 'en partie', no: 'non', unknown: 'on ne sait pas' },
    },
    { path: 'undo.how', option: 'comment', ask: 'Comment, et jusqu’à quand ?' },
    { path: 'safer.label', option: 'prudent', ask: 'Le choix prudent, en mots ? « Je garde le papier »' },
    { path: 'safer.advice', option: 'conseil', ask: 'Que conseillez-vous, et pourquoi ?', isOptional: true },
    {
      path: 'goOn',
      option: 'continuer',
      ask: 'Que fait le choix risqué, en mots ? « Arrêter le courrier papier »',
    },
    { path: 'people', option: 'qui', ask: 'À qui demander ?', isList: true, isOptional: true },
    { path: 'deserves', option: 'merite', ask: 'Pourquoi cela mérite-t-il d’arrêter quelqu’un ?' },
    ...evidence(today),
  ];
}

/** What a guide says before and after its steps. */
export function guideSlots(today: string, stepCount: number): Slot[] {
  return [
    { path: 'id' },
    { path: 'title', option: 'titre', ask: 'Le titre, dans les mots de la personne ?', isName: true },
    {
      path: 'errands',
      option: 'demande',
      ask: 'Que dirait la personne ? Plusieurs phrases : mettez « ; » entre elles.',
      isList: true,
    },
    { path: 'summary', option: 'resume', ask: 'À quoi cela sert-il ? Une ou deux phrases.' },
    { path: 'start', option: 'debut', ask: 'À quelle adresse commencer ? (https://…)' },
    { path: 'prepare', option: 'papiers', ask: 'Quels papiers avoir sous la main ?', isList: true, isOptional: true },
    ...Array.from({ length: stepCount }, (_, place) => stepSlots(place)).flat(),
    { path: 'end.keep', option: 'garder', ask: 'À la fin, que faut-il garder ou imprimer ?', isOptional: true },
    { path: 'end.next', option: 'ensuite', ask: 'Que va-t-il se passer ensuite ?' },
    { path: 'end.ifWrong', option: 'si-faux', ask: 'Que faire si quelque chose est faux ?' },
    { path: 'end.people', option: 'qui', ask: 'À qui demander ?', isList: true, isOptional: true },
    ...evidence(today),
  ];
}

/** What is asked of each step, in the order of `--etape "page | quoi faire | rôle | libellé"`. */
export function stepSlots(place: number): Slot[] {
  const at = `steps.${place}`;
  return [
    { path: `${at}.id` },
    { path: `${at}.pages`, ask: 'Sur quelle page du site ?', isList: true },
    {
      path: `${at}.target.role`,
      ask: 'Que faut-il montrer ?',
      choices: { ...ROLES, rien: 'rien : l’étape se dit en mots' },
      isOptional: true,
    },
    {
      path: `${at}.target.name`,
      ask: 'Qu’est-ce qui est écrit dessus ?',
      isList: true,
      isOptional: true,
    },
    { path: `${at}.do`, ask: 'Que faut-il faire ? Une phrase.' },
    { path: `${at}.why`, isOptional: true },
    { path: `${at}.next`, isOptional: true },
    { path: `${at}.where`, isOptional: true },
    {
      path: `${at}.sends`,
      ask: 'Cette étape envoie-t-elle quelque chose ?',
      choices: { nothing: 'non, rien ne part', sends: 'oui, ce clic envoie', unknown: 'on ne sait pas' },
      byDefault: 'unknown',
    },
    { path: `${at}.done.on`, byDefault: 'person' },
  ];
}
