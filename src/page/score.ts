import type { Target, Wording } from '../schema';
import type { Facts } from './facts';
import { roleFit } from './roles';
import type { Comparer, Label } from './similarity';
import { type AskedClue, TUNING, type Tuning } from './tuning';
import type { Clue, ClueKind } from './why';

/** Technical clues only add: they are missing after every redesign, and never decide alone when a name is given. */
export const EXTRAS = { id: 3, name: 2.5, css: 2, href: 2, autocomplete: 1.5, type: 0.7 } as const;

/** The label's own words, without the smaller texts inside it, are worth a little less than the whole name. */
const OWN_WORTH = 0.97;
/** What a label says by the way: the format, the number of digits, the short form. */
const ASIDE = /\([^)]*\)|\bau format pdf\b/gi;
/** Fields that may ask for two things at once: pressing a button does both. */
const TYPED: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'combobox']);
/** One of the things a field asks for must read the same, and is worth less than a field of its own. */
const SAME_PART = 0.95;
const PART_WORTH = 0.85;
/** A former name is as good as a present one, less this. */
const FORMER_WORTH = 0.95;
/** Below this, the names are strangers: nothing technical can lift the score over the threshold. */
const STRANGER = 0.5;
/** Highest score of a candidate whose name is near but not sure, and that nothing technical confirms. */
const UNSURE_CAP = 0.6;
/** Headings further up count less than the one just above, and so does one that says more than what was asked: often it is the next part's. */
const FURTHER_WORTH = 0.84;
/** Words that hold all that was asked for, among others. */
const HOLDING_WORTH = 0.9;
/** A heading that is on the page is a candidate's own when it reads at least this much alike: its neighbour's often shares most words. */
const UNDER_IT = 0.85;
/** A part that was asked for by its title may be a part of the page no more, and the title be left. */
const TITLED = 0.8;
/** What reads this much the same and leads to the same address, or has the same id, does the same wherever it stands; what is left of its score there. */
export const ITSELF = 0.95;
const ITSELF_ELSEWHERE = 0.9;
/** Highest score of a candidate whose name is a stranger. */
const STRANGER_CAP = 0.45;

export interface Score {
  score: number;
  /** How alike the names are, 0 to 1; 1 when none was asked for. */
  nameFit: number;
  evidence: Clue[];
}

/** Weighs one candidate against a target. @returns a score from 0 to 1 with its clues. */
export function weigh(
  target: Target,
  facts: Facts,
  comparer: Comparer,
  exactNames: boolean,
  isTitle: (wanted: Wording) => boolean = () => false,
  { weights, nameSure, elsewhere }: Tuning = TUNING,
): Score {
  const evidence: Clue[] = [];
  let asked = 0;
  let sum = 0;
  const count = (clue: AskedClue, fit: number): void => {
    asked += weights[clue];
    sum += weights[clue] * fit;
    evidence.push({ clue, weight: weights[clue] * (fit - 0.5) });
  };
  const nameFit =
    target.name === undefined
      ? 1
      : bestName(
          target,
          [exactNames ? facts.name : facts.quick, isShort(target, facts) ? facts.own : facts.quick],
          facts.role,
          comparer,
        );
  if (target.role) count('role', roleFit(target.role, facts.role));
  if (target.name !== undefined) count('name', nameFit);
  wordClues(target, facts, comparer, count);
  const extras = extraClues(target, facts.element);
  for (const extra of extras) {
    asked += extra.weight;
    sum += extra.weight;
    evidence.push(extra);
  }
  const denied = contradiction(target, facts.element);
  if (denied > 0) {
    asked += denied;
    evidence.push({ clue: 'otherField', weight: -denied });
  }
  if (target.notNear !== undefined && comparer.holds(facts.plainAround, target.notNear)) {
    sum -= weights.name;
    evidence.push({ clue: 'notNear', weight: -weights.name });
  }
  let score = asked === 0 ? 0 : Math.max(0, sum / asked);
  const carries = (...clues: readonly ClueKind[]): boolean => extras.some(({ clue }) => clues.includes(clue));
  // The choices of one question share their technical name.
  const isConfirmed = carries('id', 'autocomplete') || (carries('nameAttribute') && facts.role !== 'radio');
  // « Oui » to another question is another choice, and so is what stands beside other words. « Désactiver » says what is
  // done, « Octobre » when: the title says to what. When it is gone, only words beside it can.
  const isOfTitle =
    target.heading !== undefined &&
    (facts.own.words.length === 1 || facts.own.numbers !== '') &&
    !isTitle(target.heading) &&
    !comparer.holds(facts.around, target.heading);
  const asksOther = evidence.some(
    ({ clue, weight }) =>
      (clue === 'near' || clue === 'group' || (clue === 'heading' && isOfTitle)) &&
      weight < (nameSure - 0.5) * weights[clue],
  );
  const isUnsure = ((nameFit < nameSure && !target.nameHolds) || asksOther) && !isConfirmed;
  const isOther = denied > 0 && !carries('id');
  if (isUnsure || isOther) score = Math.min(score, UNSURE_CAP);
  if (standsElsewhere(target, evidence, weights, isTitle)) {
    score *= nameFit >= ITSELF && carries('id', 'href') ? ITSELF_ELSEWHERE : elsewhere;
    evidence.push({ clue: 'elsewhere', weight: -weights.heading });
  }
  const isStranger = nameFit < STRANGER || !saysTheWords(target, facts, comparer) || !isSupported(target, evidence);
  return { score: isStranger ? Math.min(score, STRANGER_CAP) : score, nameFit, evidence };
}

/** The heading, legend or part asked for is on the page, but not the candidate's. */
function standsElsewhere(
  { heading, group, region }: Target,
  evidence: readonly Clue[],
  weights: Tuning['weights'],
  isTitle: (wanted: Wording) => boolean,
): boolean {
  const misses = (clue: 'heading' | 'group' | 'region', least = UNDER_IT): boolean =>
    evidence.some((one) => one.clue === clue && one.weight < (least - 0.5) * weights[clue]);
  return (
    (heading !== undefined && misses('heading') && isTitle(heading)) ||
    (group !== undefined && misses('group') && isTitle(group)) ||
    (region !== undefined && misses('region', TITLED) && isTitle(region))
  );
}

/** Likeness forgives a missing word; some words decide what a control does, and must be there, or must not. */
function saysTheWords({ nameHolds = [], notName }: Target, facts: Facts, comparer: Comparer): boolean {
  return (
    nameHolds.every((words) => comparer.holds(facts.name, words)) &&
    !(notName !== undefined && comparer.holds(facts.name, notName))
  );
}

/** A role alone says little: when more was asked for, something more must speak for the candidate. */
function isSupported(target: Target, evidence: readonly Clue[]): boolean {
  const askedForMore = Object.keys(target).some(
    (key) => !['role', 'position', 'of', 'notNear', 'notName', 'nameHolds', 'region'].includes(key),
  );
  return !askedForMore || evidence.some(({ clue, weight }) => weight > 0 && clue !== 'role' && clue !== 'region');
}

function wordClues(
  target: Target,
  facts: Facts,
  comparer: Comparer,
  count: (clue: AskedClue, fit: number) => void,
): void {
  const alike = (wanted: Wording, actual: string): number =>
    Math.max(comparer.compare(wanted, actual), comparer.holds(actual, wanted) ? HOLDING_WORTH : 0);
  const title = (wanted: Wording, actual: string): number =>
    Math.max(comparer.compare(wanted, actual), comparer.holds(actual, wanted) ? FURTHER_WORTH : 0);
  if (target.label !== undefined)
    count(
      'label',
      Math.max(
        alike(target.label, facts.label || facts.quickName || facts.own.text),
        FURTHER_WORTH * alike(target.label, facts.group),
      ),
    );
  if (target.text !== undefined) count('text', comparer.compare(target.text, facts.quick));
  if (target.description !== undefined) count('description', alike(target.description, facts.description));
  if (target.group !== undefined) count('group', alike(target.group, facts.group));
  if (target.heading !== undefined) {
    const { heading } = target;
    const further = Math.max(0, ...[...facts.headings, facts.group].map((one) => FURTHER_WORTH * title(heading, one)));
    const fit = Math.max(title(heading, facts.heading), further);
    count('heading', fit);
  }
  if (target.region !== undefined) {
    const region = target.region;
    count(
      'region',
      Math.max(
        0,
        ...facts.regions.map((name) => alike(region, name)),
        ...[facts.heading, ...facts.headings, facts.group].map((name) => FURTHER_WORTH * alike(region, name)),
      ),
    );
  }
  if (target.near !== undefined) count('near', comparer.holds(facts.around, target.near) ? 1 : 0);
}

/** What is written on it is all that is said of it; or its name goes on (« Déconnecter » + « l’appareil »), and the place tells whether it is the one. */
function isShort({ near, heading, group, region, label }: Target, { element, quick, own }: Facts): boolean {
  const goesOn = element.hasAttribute('aria-label') && quick.folded.startsWith(`${own.folded} `);
  return !goesOn || (near ?? heading ?? group ?? region ?? label) !== undefined;
}

/** The accessible name, or the words of the label alone: a help text inside the label is part of the name but not of what people say. */
function bestName(
  { name, formerNames }: Target,
  [whole, own]: readonly [string | Label, Label],
  role: string,
  comparer: Comparer,
): number {
  const parts = TYPED.has(role) ? partsOf(own.text) : [];
  const bare = (typeof whole === 'string' ? whole : whole.text).replace(ASIDE, '');
  const fits = (wanted: Wording): number =>
    Math.max(
      comparer.compare(wanted, whole),
      OWN_WORTH * Math.max(comparer.compare(wanted, own), comparer.compare(wanted, bare)),
      ...parts.map((part) => (comparer.compare(wanted, part) >= SAME_PART ? PART_WORTH : 0)),
    );
  return Math.max(name === undefined ? 0 : fits(name), formerNames ? FORMER_WORTH * fits(formerNames) : 0);
}

/**
 * @returns what a field asks for when it asks for several things at once (« Nom et prénom »); nothing when its last
 * words may belong to all of them (« Nom et prénom de l’enfant »).
 */
function partsOf(label: string): string[] {
  const parts = label.split(/\s+et\s+|\s*[,/]\s*/).filter((part) => part.trim() !== '');
  return parts.length > 1 && !parts.some((part) => /\b(?:de|du|des)\s|\bd['’]/i.test(part)) ? parts : [];
}

function extraClues({ also }: Target, element: Element): Clue[] {
  if (!also) return [];
  const has = (list: readonly string[] | undefined, test: (value: string) => boolean): boolean =>
    list?.some(test) ?? false;
  const attribute = (name: string): string => element.getAttribute(name) ?? '';
  const found: Clue[] = [];
  if (has(also.id, (id) => element.id === id)) found.push({ clue: 'id', weight: EXTRAS.id });
  if (has(also.name, (name) => attribute('name') === name)) found.push({ clue: 'nameAttribute', weight: EXTRAS.name });
  if (has(also.css, (css) => element.matches(css))) found.push({ clue: 'css', weight: EXTRAS.css });
  if (has(also.href, (href) => attribute('href').includes(href))) found.push({ clue: 'href', weight: EXTRAS.href });
  if (also.autocomplete && attribute('autocomplete') === also.autocomplete)
    found.push({ clue: 'autocomplete', weight: EXTRAS.autocomplete });
  if (also.type && attribute('type') === also.type) found.push({ clue: 'type', weight: EXTRAS.type });
  return found;
}

/** A field that carries another technical name is often the field of something else. */
function contradiction({ also }: Target, element: Element): number {
  const isOther = (known: readonly string[], attribute: string): boolean => {
    const value = element.getAttribute(attribute);
    return Boolean(value) && known.length > 0 && !known.includes(value ?? '');
  };
  return (
    (isOther(also?.name ?? [], 'name') ? EXTRAS.name : 0) +
    (isOther(also?.autocomplete ? [also.autocomplete] : [], 'autocomplete') ? EXTRAS.autocomplete : 0)
  );
}
