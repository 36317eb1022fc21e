import { toUnicode } from 'punycode/';
import { parse } from 'tldts';
import { isUnder } from './is-under';
import { isLure, isMadeOfLures, isNearlyLure, isStrongLure } from './lure-words';
import { readings, skeleton } from './skeleton';
import { isNear } from './spelling';

/** How an address borrows a name: the ending changed, the name in front of another or behind it, words added, foreign letters, a slip. */
export type Trick = 'ending' | 'in-front' | 'in-path' | 'added-words' | 'foreign-letters' | 'spelling';

/** What is known of an official name and of what imitates it. */
export interface OfficialName {
  officialDomains: readonly string[];
  /** Words that false addresses borrow besides the name itself: `carte-vitale`. */
  borrowedWords?: readonly string[] | undefined;
  /** Honest words one letter away from the name, such as a first name. */
  ordinaryWords?: readonly string[] | undefined;
}

/** Letters; a shorter name is found in too many honest words to be searched for alone. */
const LONG_NAME = 5;

/** Letters; two spellings of so long a name that are said alike are never two words. */
const LONG_SOUND = 9;
/** `la-caf`: how everybody calls it; the word alone joins too many others to lure anywhere else. */
const ARTICLE = 'la';

/** Names in a host, made ready once. */
interface Names {
  /** Name → whether it may be recognised with a slip of the pen. */
  names: ReadonlyMap<string, boolean>;
  ordinary: ReadonlySet<string>;
}

/**
 * Whether a host that is not official looks like an official name.
 * @param reserved endings that only the State can register (`gouv.fr`): nobody can borrow a name there.
 * @returns the trick, or `undefined` when it looks like none.
 */
export function looksLike(host: string, official: OfficialName, reserved: readonly string[]): Trick | undefined {
  if (reserved.some((ending) => host.endsWith(`.${ending}`))) return undefined;
  const { publicSuffix, isIp } = parse(host, { allowPrivateDomains: true });
  if (isIp || !publicSuffix) return undefined;
  const readable = toUnicode(host);
  if (standsInFront(skeleton(readable), official.officialDomains)) return 'in-front';
  const known = namesOf(official);
  const labels = readable.slice(0, -toUnicode(publicSuffix).length - 1).split('.');
  const tricks = labels.map((label, place) => trickOf(label, known, place === labels.length - 1));
  return tricks.findLast((trick) => trick !== undefined);
}

/** Where the machinery of a site lies, which nobody reads: what stands there was put there by somebody who broke in. */
const MACHINERY = /^(?:wp-.+|\.well-known|cgi-bin)$/;

/** Anybody makes a page there, and it keeps the address of the host. */
const ANYBODYS: ReadonlySet<string> = new Set([
  'sites.google.com',
  'storage.googleapis.com',
  'telegra.ph',
  'linktr.ee',
]);

/** Whether the host names nobody, so that only the folders say whose the page is: a bare number, a store that anybody fills. */
function isNobodys(host: string): boolean {
  const { isIp, domain } = parse(host, { allowPrivateDomains: true });
  return isIp === true || domain === null || ANYBODYS.has(host);
}

/**
 * `https://exemple.com/www.caf.fr/`: an official address as the first folder of a host that is not official, or below the
 * machinery of a site; in any folder where the host names nobody, and there the folders are read as a host would be, too
 * (`/view/ameli-remboursement`). Further down honest pages speak of it (`/wiki/Ameli.fr`).
 * @param folders the parts of the path, decoded.
 */
export function standsInPath(host: string, folders: readonly string[], official: OfficialName): boolean {
  const bones = folders.map(skeleton);
  const names = [...namesOf(official).names.keys()];
  if (isNobodys(host) && names.some((name) => hasAsWords(wordsOf(bones.join('-')), name))) return true;
  const isWithin = isNobodys(host) || folders.some((folder) => MACHINERY.test(folder));
  const isName = (folder: string, domain: string): boolean =>
    isWithin && folder.length >= LONG_NAME && folder === parse(domain).domainWithoutSuffix;
  return official.officialDomains.some((domain) =>
    (isWithin ? bones : bones.slice(0, 1)).some((folder) => isUnder(folder, domain) || isName(folder, domain)),
  );
}

function namesOf({ officialDomains, borrowedWords = [], ordinaryWords = [] }: OfficialName): Names {
  const own = officialDomains.map((domain) => parse(domain).domainWithoutSuffix ?? domain);
  const names = new Map(borrowedWords.map((word) => [together(word), false]));
  for (const name of own) names.set(together(name), together(name).length >= LONG_NAME);
  return { names, ordinary: new Set(ordinaryWords) };
}

/** No label of a host has more; a longer text was written to keep us busy. */
const MOST_WORDS = 32;
const wordsOf = (label: string): string[] => label.split('-', MOST_WORDS);
const together = (text: string): string => text.replaceAll('-', '');

/** `caf.fr.exemple.com`, `www-caf-fr.com`: the whole official address, then something else. */
function standsInFront(host: string, domains: readonly string[]): boolean {
  const parts = `-${host.replaceAll('.', '-')}`;
  return domains.some((domain) => parts.includes(`-${domain.replaceAll('.', '-')}-`));
}

function trickOf(label: string, known: Names, isRegistered: boolean): Trick | undefined {
  const bones = skeleton(label);
  for (const reading of readings(bones)) {
    const found = inReading(reading, known, isRegistered);
    if (!found) continue;
    if (bones !== label) return 'foreign-letters';
    return reading === bones ? found : 'spelling';
  }
  return undefined;
}

function inReading(label: string, { names, ordinary }: Names, isRegistered: boolean): Trick | undefined {
  const words = wordsOf(label);
  for (const [name, mayslip] of names) {
    if (together(label) === name) return isRegistered ? 'ending' : 'in-front';
    if (hasAsWords(words, name) || isSurrounded(together(label), name)) return 'added-words';
    if (isMisspelt(words, name, mayslip, ordinary)) return 'spelling';
  }
  return undefined;
}

function isMisspelt(words: readonly string[], name: string, mayslip: boolean, ordinary: ReadonlySet<string>): boolean {
  if (mayslip) return hasNearly(words, name, ordinary) || hasSound(words, name);
  return hasDoubled(words, name) || hasNearlyShort(words, name);
}

/** Every run of words, joined, with the words left around it. */
function* runs(words: readonly string[]): Iterable<{ joined: string; others: string[] }> {
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= words.length; end++) {
      yield { joined: words.slice(start, end).join(''), others: [...words.slice(0, start), ...words.slice(end)] };
    }
  }
}

/** A short name between hyphens says nothing by itself (`caf-annecy` is a climbing club): it needs a word that lures. */
function hasAsWords(words: readonly string[], name: string): boolean {
  if (words.length === 2 && words[0] === ARTICLE && words[1] === name) return true;
  return [...runs(words)].some(
    ({ joined, others }) => joined === name && (name.length >= LONG_NAME || others.some(lures)),
  );
}

const lures = (words: string): boolean => isMadeOfLures(words) || isNearlyLure(words);

/** `moncompteameli2026`: nothing but luring words around the name. */
function isSurrounded(label: string, name: string): boolean {
  for (let at = label.indexOf(name); at >= 0; at = label.indexOf(name, at + 1)) {
    const before = label.slice(0, at);
    const after = label.slice(at + name.length);
    if ((before === ARTICLE || isMadeOfLures(before)) && isMadeOfLures(after)) return true;
    // `amelicompt`: a long name is no chance, so the word after it may be misspelt too.
    if (before === '' && name.length >= LONG_NAME && isNearlyLure(after)) return true;
  }
  return false;
}

function hasNearly(words: readonly string[], name: string, ordinary: ReadonlySet<string>): boolean {
  return [...runs(words)].some(({ joined, others }) => {
    if (!isNear(joined, name)) return false;
    return others.length === 0 ? !ordinary.has(joined) : others.some(isLure);
  });
}

/** `caff`, `ccaf-allocataire`: a letter struck twice, alone or beside a luring word. Alone, a first letter twice makes initials. */
function hasDoubled(words: readonly string[], name: string): boolean {
  return [...runs(words)].some(({ joined, others }) => {
    if (joined.replace(/(.)\1+/g, '$1') !== name) return false;
    return others.length === 0 ? joined.startsWith(name.slice(0, 2)) : others.some(isLure);
  });
}

/** `france-travaille`: said as the name is, whatever the letters. */
function hasSound(words: readonly string[], name: string): boolean {
  return name.length >= LONG_SOUND && [...runs(words)].some(({ joined }) => sound(joined) === sound(name));
}

const sound = (word: string): string => word.replace(/(.)\1+/g, '$1').replace(/e?s?$/, '');

/** `cafe-allocataire`: one letter from a short name is another word, but not beside a word that only the name's owner uses. */
function hasNearlyShort(words: readonly string[], name: string): boolean {
  return [...runs(words)].some(({ joined, others }) => isNear(joined, name) && others.some(isStrongLure));
}
