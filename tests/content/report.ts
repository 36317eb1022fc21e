import { type Audit, audit, type Item, type SiteAudit } from './audit';
import { expiredLine } from './figure-age';
import type { Distribution, Failure } from './plain/gate';

/** The object that `-- --json` ends with. */
export interface Counts {
  guides: number;
  warnings: number;
  hints: number;
  terms: number;
  /** Items read in a source; the others are general knowledge, to be read again, or unsure and not shown. */
  sourced: number;
  items: number;
  expired: number;
  plainFailures: number;
}

export function countsOf({ items, expired, gate }: Audit): Counts {
  const of = (kind: Item['kind']): number => items.filter((one) => one.kind === kind).length;
  return {
    guides: of('guide'),
    warnings: of('warning'),
    hints: of('hint'),
    terms: of('term'),
    sourced: items.filter(({ confidence }) => confidence === 'sourced').length,
    items: items.length,
    expired: expired.length,
    plainFailures: gate.failures.length,
  };
}

/**
 * Prints the audit, in French: it is read by those who write the overlays.
 * @returns the exit code: 1 when something must be zero and is not.
 */
export function printReport(root: string, today: string, isJson: boolean): 0 | 1 {
  const found = audit(root, today);
  for (const site of found.sites) console.log(siteLines(site).join('\n'));
  console.log(gateLines(found).join('\n'));
  const counts = countsOf(found);
  const mustBeZero = counts.expired + counts.plainFailures + found.gate.unused.length;
  console.log(
    `\n${counts.items} aides : ${counts.guides} guides, ${counts.warnings} avertissements, ${counts.hints} aides à un champ, ${counts.terms} mots. ` +
      `Chiffres trop vieux : ${counts.expired}. Textes à simplifier : ${counts.plainFailures}.`,
  );
  if (isJson) console.log(JSON.stringify(counts));
  return mustBeZero === 0 ? 0 : 1;
}

function siteLines({
  site,
  items,
  unexplained,
  withoutPractice,
  withoutExercise,
  withoutUndo,
  withoutHelp,
}: SiteAudit): string[] {
  const share = (part: readonly Item[]): string =>
    `${part.length} sur ${items.length} (${Math.round((100 * part.length) / Math.max(1, items.length))} %)`;
  const verified = items.filter(({ checkedOn }) => checkedOn !== 'never');
  const days = verified.map(({ checkedOn }) => checkedOn).sort();
  const kinds = Object.entries(Object.groupBy(items, ({ kind }) => kind)).map(([kind, all]) => `${kind} ${all.length}`);
  const toRead = items.filter(({ confidence, review }) => confidence !== 'sourced' || review);
  return [
    `\n══ ${site}`,
    `Aides : ${items.length} (${kinds.join(', ')})`,
    `Lues dans une source : ${share(items.filter(({ confidence }) => confidence === 'sourced'))}`,
    `Vérifiées sur le vrai site : ${share(verified)}${days.length > 0 ? `, du ${days[0]} au ${days.at(-1)}` : ''}`,
    `Jamais montrées (unsure) : ${items.filter(({ confidence }) => confidence === 'unsure').length}`,
    list('Mots employés, expliqués seulement sur un autre site', unexplained),
    list('Guides sans page d’exercice pour toutes leurs étapes', [
      ...new Set(withoutPractice.map(({ guide }) => guide)),
    ]),
    list('Guides sans exercice', withoutExercise),
    list('Avertissements sans retour en arrière connu', withoutUndo),
    list('… et qui ne disent pas à qui demander', withoutHelp),
    `À relire (general, ou review) : ${toRead.length}`,
    ...toRead.map(
      ({ file, line, id, confidence, review }) =>
        `  ${file}, ligne ${line}, ${id} [${confidence}]${review ? ` : ${review}` : ''}`,
    ),
  ];
}

function gateLines({ gate, expired, ending }: Audit): string[] {
  const rules = Object.entries(Object.groupBy(gate.failures, ({ rule }) => rule));
  return [
    '\n══ Mots simples',
    ...gate.distribution.map(distributionLine),
    `Mots rares, les moins employés d’abord, à relire (${gate.rare.length}) : ${gate.rare.map(({ word, times }) => `${word} ${times}`).join(', ')}`,
    `Exceptions : ${gate.excepted.length}`,
    ...gate.unused.map(({ file, rule, text }) => `Exception devenue inutile : ${file} [${rule}] ${text}`),
    ...expired.map((one) => `Trop vieux : ${expiredLine(one)}`),
    ...(ending ? [`Bientôt : ${expiredLine(ending)}`] : []),
    ...gate.failures.map(failureLine),
    `Par règle : ${rules.map(([rule, all]) => `${rule} ${all?.length}`).join(', ') || 'rien'}`,
  ];
}

const list = (name: string, ids: readonly string[]): string =>
  `${name} : ${ids.length}${ids.length > 0 ? ` (${ids.join(', ')})` : ''}`;

/** @returns one failure, with file, line, field, rule and text. */
export const failureLine = ({ file, line, field, rule, text, message }: Failure): string =>
  `${file}, ligne ${line}, « ${field} » [${rule}] ${message}\n    ${text}`;

function distributionLine({ site, boxes, perSentence, kandelMoles, lix }: Distribution): string {
  const [least, tenth, median] = [kandelMoles.least, kandelMoles.tenth, kandelMoles.median].map(Math.round);
  const [most, ninetieth, middle] = [lix.most, lix.ninetieth, lix.median].map(Math.round);
  return `${site} : ${boxes} textes mesurés, ${perSentence.toFixed(1)} mots par phrase ; Kandel-Moles médiane ${median}, 10 % sous ${tenth}, le plus bas ${least} ; LIX médiane ${middle}, 10 % au-dessus de ${ninetieth}, le plus haut ${most}`;
}
