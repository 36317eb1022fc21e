import { passivesIn } from './passive';
import { LABEL, wordsOf } from './sentences';

/** One thing that a sentence must not have. */
export interface Rule {
  id: string;
  /** What to do about it, for the writer. */
  advice: string;
  /** @returns what is wrong in this sentence, as it stands there; empty when nothing is. */
  find(sentence: string, context: RuleContext): string[];
}

/** What a rule may know besides the sentence. */
export interface RuleContext {
  place: 'bubble' | 'page';
  /** Acronyms that are terms, or parts of one. */
  acronyms: ReadonlySet<string>;
}

/** Words a sentence (accessibility facts, § 3). */
export const MOST_WORDS = { bubble: 12, page: 15 } as const;

const pattern = (id: string, advice: string, wrong: RegExp): Rule => ({
  id,
  advice,
  find: (sentence) => [...sentence.matchAll(wrong)].map(([found]) => found.trim()),
});

const NUMBER_WORDS =
  'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|mille';
const NEGATION = /(?<![\p{L}])(?:ne|n['’])\s*[\p{L}'’-]+/giu;
const DENIED = /(?<!\p{L})(?:sans|impossible|interdit|inutile)(?!\p{L})/iu;
/** Two denials side by side (« Rien n'est gardé, rien n'est envoyé ») are easy; one inside the other is not. */
const NESTED = /(?<!\p{L})(?:si|s['’]il|quand|tant que|qui|qu['’]|que)(?!\p{L})/iu;

export const RULES: readonly Rule[] = [
  {
    id: 'longue',
    advice: 'coupez la phrase (12 mots dans une bulle ou un avertissement, 15 ailleurs)',
    find(sentence, { place }) {
      const count = wordsOf(sentence).length;
      return count > MOST_WORDS[place] ? [`${count} mots`] : [];
    },
  },
  { id: 'passif', advice: 'dites qui fait l’action (« La CAF verse », pas « est versé »)', find: passivesIn },
  {
    id: 'double-negation',
    advice: 'dites-le avec une seule négation, ou aucune',
    find(sentence) {
      const denials = [...sentence.matchAll(NEGATION)];
      const isNested = denials.length > 1 && (NESTED.test(sentence) || !sentence.includes(','));
      return isNested || (denials.length === 1 && DENIED.test(sentence)) ? [sentence] : [];
    },
  },
  pattern(
    'subjonctif',
    'coupez en deux phrases, ou dites « pour » et un verbe',
    /(?<!\p{L})(?:afin que?|pour que?|bien que?|quoique?|à moins que?|avant que?|jusqu['’]à ce que?|sans que?|de sorte que?|de (?:peur|crainte) que?|quel(?:le)?s? que?|il (?:faut|faudrait|se peut|est possible) que?|pourvu que?|à condition que?|en attendant que?)(?:['’]|(?!\p{L}))|(?<!\p{L})(?:puiss(?:e|es|ent|iez)|fass(?:e|es|ent|iez)|veuille(?:nt)?|sache(?:nt)?|aillent|soient|aient|(?:que (?:ce|cela)|qu['’](?:il|elle|on)) (?:ne )?(?:soit|ait|aille))(?!\p{L})/giu,
  ),
  pattern(
    'nombre-en-lettres',
    'écrivez les nombres en chiffres',
    new RegExp(`(?<![\\p{L}-])(?<!(?:tous|toutes|vous|nous|eux|les|des|ces) )(?:${NUMBER_WORDS})(?![\\p{L}-])`, 'giu'),
  ),
  {
    id: 'sigle',
    advice: 'ce sigle n’est pas un mot expliqué : ajoutez-le dans words/, ou écrivez-le en mots',
    find: (sentence, { acronyms }) =>
      [...sentence.matchAll(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Lu}\p{N}]+|(?:\p{Lu}\.){2,})(?![\p{L}\p{N}])/gu)]
        .map(([found]) => found)
        .filter((found) => /\p{Lu}.*\p{Lu}/u.test(found) && !acronyms.has(found.replace(/\./g, ''))),
  },
  pattern('exclamation', 'terminez par un point', /!/g),
  pattern('point-virgule', 'faites deux phrases', /;/g),
  pattern('tutoiement', 'dites « vous »', /(?<![\p{L}'’-])(?:tu|toi|tes|tien(?:ne)?s?)(?![\p{L}'’])/giu),
  pattern(
    'reproche',
    'dites ce qui se passe et comment réparer, sans reproche',
    /(?<!\p{L})(?:votre faute|votre erreur|par votre faute|vous auriez dû|vous avez (?:oublié|mal|tort)|vous vous êtes trompée?s?|vous n['’]avez pas (?:su|fait attention|respecté|compris)|faites plus attention|évidemment)(?!\p{L})/giu,
  ),
];

/** Signs checked on names and labels too. */
export const NAME_RULES: readonly Rule[] = RULES.filter(({ id }) => id === 'exclamation');

/** True for a sentence that has words of ours. */
export const hasOwnWords = (sentence: string): boolean =>
  sentence.replaceAll(LABEL, '').replace(/[^\p{L}]/gu, '') !== '';
