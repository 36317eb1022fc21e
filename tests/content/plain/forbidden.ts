/** A statement that must not be shown, and why (content facts, § 0, § 6.3 and § 7). */
export interface Forbidden {
  id: string;
  wrong: RegExp;
  why: string;
  /** Kinds of text where it may stand: a word that the sites use can be explained. */
  allowedIn?: readonly string[];
  /** What makes it calm: « on n'est pas puni » says the right to be wrong. */
  calming?: RegExp;
  /** Only on this site. */
  site?: string;
}

/** Whole words, accents included: `\b` takes « é » for the end of a word. */
const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');
const FRIGHTENS = 'ce mot fait peur : dites ce qui se passe, puis comment réparer';

export const FORBIDDEN: readonly Forbidden[] = [
  { id: '72-heures', wrong: words('72 ?h|72 heures'), why: 'ce délai vient d’un texte ancien, il est contredit' },
  { id: '5-jours', wrong: words('5 jours'), why: 'aucune source ne donne ce délai', site: 'francetravail' },
  {
    id: 'radié',
    wrong: words('radi(?:é|ée|és|ées|er|ation|ations)'),
    why: 'un oubli n’est pas une radiation : dites « l’inscription s’arrête »',
    allowedIn: ['term'],
  },
  { id: 'fraude', wrong: words('fraud\\p{L}*'), why: FRIGHTENS, allowedIn: ['term'] },
  {
    id: 'sanction',
    wrong: words(
      'sanction\\p{L}*|puni\\p{L}*|amendes?|pénalités?|poursuites?|tribuna(?:l|ux)|police|prison|illéga\\p{L}*|trich\\p{L}*|mensong\\p{L}*',
    ),
    why: FRIGHTENS,
    allowedIn: ['term'],
    calming: words('pas punie?s?|sans (?:être punie?|punition)|pas de punition'),
  },
  {
    id: 'article-de-loi',
    wrong: words(
      '(?:article|art\\.)\\s+[LRD]\\.?\\s?\\d+|[LRD]\\.?\\s?\\d{3,4}-\\d+|Code (?:du travail|civil|de la sécurité sociale)',
    ),
    why: 'l’article de loi va dans « source », pas dans le texte',
  },
  {
    id: 'falc',
    wrong: words('FALC|facile à lire et à comprendre'),
    why: 'ce nom demande une validation par les personnes concernées : dites « en mots simples »',
  },
  {
    id: 'modifier-après',
    wrong: words('(?:modifi|corrig|chang)\\p{L}*[^.]*actualisation[^.]*en ligne'),
    why: 'les sources se contredisent : après l’envoi, seul un conseiller peut corriger',
    site: 'francetravail',
  },
  {
    id: 'plus-gros-chiffre',
    wrong: words('plus gros chiffre'),
    why: 'une fiche de paie a des chiffres plus gros que le brut : le cumul de l’année, le total payé par l’employeur',
  },
  {
    id: 'plafond-css',
    wrong: words('plafond[^.]*\\d[\\d ]*(?:€|euros)'),
    why: 'ce plafond change chaque 1er avril : n’écrivez aucun montant',
    site: 'ameli',
  },
  {
    id: 'fin-du-rsa',
    wrong: words("RSA[^.]*s['’]arrête[^.]*\\d+ mois"),
    why: 'seuls de vieux textes donnent ce délai',
    site: 'caf',
  },
  {
    id: 'langue-administrative',
    wrong: words(
      'ci-dessous|ci-dessus|ci-joint\\p{L}*|susmentionn\\p{L}*|le cas échéant|nonobstant|ledit|ladite|au titre d[eu]|dans le cadre d[eu]|conformément|veuillez|afin|préalablement|ultérieurement|il convient|proc[ée]d(?:er|ez)|effectu(?:er|ez)',
    ),
    why: 'dites-le avec les mots de tous les jours',
  },
  {
    id: 'e-mail',
    // A hyphen before it is that of « e-mail »; one after it is that of a name of ours.
    wrong: /(?<![\p{L}\p{N}-])(?:e?mails?|courriels?|méls?|(?:courriers?|messages?) électroniques?)(?![\p{L}\p{N}-])/iu,
    why: 'dites « e-mail », toujours le même mot ; les mots du site restent entre « »',
  },
  {
    id: 'ordre',
    wrong: words('impérativement|sous peine|obligatoirement|devez absolument'),
    why: 'dites calmement quoi faire',
  },
];
