import { resolve } from 'node:path';
import type { Evidence, Guide, Term, Warning } from '../../src/schema';
import { loadOverlays, type Overlays, type SiteFiles } from '../../src/schema/load/load-overlays';
import { createMatcher } from '../../src/terms/matcher';
import { type Expired, endingCalendar, expiredFigures } from './figure-age';
import { readExceptions } from './plain/exceptions';
import { type GateResult, plainGate } from './plain/gate';
import { ownText } from './plain/sentences';
import { type ShownText, shownTexts } from './shown-texts';

/** One overlay item with its evidence, and where it is. */
export interface Item extends Pick<Evidence, 'source' | 'checkedOn' | 'confidence' | 'review'> {
  kind: 'guide' | 'warning' | 'hint' | 'term' | 'helper';
  id: string;
  file: string;
  line: number;
  sites: readonly string[];
}

/** A step that nobody can practise. */
export interface Unrehearsed {
  guide: string;
  step: string;
  pages: readonly string[];
}

/** What the audit says of one site. */
export interface SiteAudit {
  site: string;
  items: readonly Item[];
  /** Words of the list that texts of this site use, but that are explained on other sites only. */
  unexplained: readonly string[];
  /** Steps of guides, none of whose pages has a practice version. */
  withoutPractice: readonly Unrehearsed[];
  /** Guides that nobody of `persons/` does as an exercise, so without an answer key. */
  withoutExercise: readonly string[];
  /** Warnings that say that nothing can be undone, or that nobody knows. */
  withoutUndo: readonly string[];
  /** Of those, the ones that name nobody to ask. */
  withoutHelp: readonly string[];
}

export interface Audit {
  sites: readonly SiteAudit[];
  /** Every item once. */
  items: readonly Item[];
  expired: readonly Expired[];
  /** The calendar of dates, when its end is near. */
  ending: Expired | undefined;
  gate: GateResult;
}

/** Audits an overlays folder on a day (`2026-11-24`). @throws OverlayError when a file does not fit its schema. */
export function audit(root: string, today: string, folder = resolve(root, 'overlays')): Audit {
  const overlays = loadOverlays(folder);
  const terms = overlays.words.flatMap(({ value }) => value.words);
  const texts = shownTexts(root, folder);
  const items = itemsOf(overlays);
  return {
    sites: overlays.sites.map((files) => auditSite(files, items, texts, terms)),
    items,
    expired: expiredFigures(overlays.figures, today),
    ending: endingCalendar(overlays.figures, today),
    gate: plainGate(texts, terms, readExceptions()),
  };
}

function itemsOf({ sites, words, people }: Overlays): Item[] {
  const everywhere = sites.map(({ site }) => site.value.id);
  return [
    ...sites.flatMap(({ site, guides, warnings, hints }) => {
      const here = [site.value.id];
      return [
        ...guides.map((file) => item('guide', file.value, file.file, 1, here)),
        ...warnings.map((file) => item('warning', file.value, file.file, 1, here)),
        ...hints.flatMap((file) =>
          file.value.hints.map((hint, place) =>
            item('hint', hint, file.file, file.problemAt(['hints', place], '').line, here),
          ),
        ),
      ];
    }),
    ...words.flatMap((file) =>
      file.value.words.map((word, place) =>
        item('term', word, file.file, file.problemAt(['words', place], '').line, word.sites ?? everywhere),
      ),
    ),
    ...(people?.value.people ?? []).map((one, place) =>
      item('helper', one, 'people.yaml', people?.problemAt(['people', place], '').line ?? 1, one.sites ?? everywhere),
    ),
  ];
}

function item(
  kind: Item['kind'],
  { id, source, checkedOn, confidence, review }: Evidence & { id: string },
  file: string,
  line: number,
  sites: readonly string[],
): Item {
  return { kind, id, source, checkedOn, confidence, file, line, sites, ...(review ? { review } : {}) };
}

function auditSite(
  files: SiteFiles,
  items: readonly Item[],
  texts: readonly ShownText[],
  terms: readonly Term[],
): SiteAudit {
  const site = files.site.value.id;
  const rehearsed = new Set(files.practice.map(({ value }) => value.page));
  const unrehearsed = ({ id: guide, steps }: Guide): Unrehearsed[] =>
    steps
      .filter(({ pages }) => !pages.some((id) => rehearsed.has(id)))
      .map(({ id: step, pages }) => ({ guide, step, pages }));
  const final = files.warnings
    .map(({ value }) => value)
    .filter(({ undo }) => !['yes', 'partly'].includes(undo.possible));
  const exercised = new Set(files.persons.flatMap(({ value }) => value.exercises.map(({ guide }) => guide)));
  const ids = (warnings: readonly Warning[]): string[] => warnings.map(({ id }) => id);
  return {
    site,
    items: items.filter(({ sites }) => sites.includes(site)),
    unexplained: unexplainedOn(site, texts, terms),
    withoutPractice: files.guides.flatMap(({ value }) => unrehearsed(value)),
    withoutExercise: files.guides.flatMap(({ value }) => (exercised.has(value.id) ? [] : [value.id])),
    withoutUndo: ids(final),
    withoutHelp: ids(final.filter(({ people = [] }) => people.length === 0)),
  };
}

function unexplainedOn(site: string, texts: readonly ShownText[], terms: readonly Term[]): string[] {
  const elsewhere = createMatcher(terms.filter(({ sites }) => sites && !sites.includes(site)));
  const here = createMatcher(terms.filter(({ sites }) => !sites || sites.includes(site)));
  const found = texts
    .filter(({ sites }) => sites.length === 1 && sites[0] === site)
    .flatMap(({ text }) => {
      const own = ownText(text);
      const explained = here(own);
      return elsewhere(own).filter(({ start, end }) => !explained.some((one) => one.start < end && start < one.end));
    });
  return [...new Set(found.map(({ term }) => term.term))].sort();
}
