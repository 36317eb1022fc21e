import type { Guide, Pack, Person, PersonExercise, PracticePage } from '../schema';
import { flatBlocks } from '../schema/practice-blocks';
import type { Exercise } from './exercise';
import { withWords } from './with-words';

/** All that can be practised for one site. */
export interface SiteExercises {
  pack: Pack;
  pages: PracticePage[];
  persons: Person[];
}

/** Puts together, site by site, what the build made. Sites without practice pages are left out. */
export function catalogueOf(
  packs: readonly Pack[],
  practice: Readonly<Record<string, PracticePage[]>>,
  persons: Readonly<Record<string, Person[]>>,
): SiteExercises[] {
  return packs
    .map((pack) => ({ pack, pages: practice[pack.site.id] ?? [], persons: persons[pack.site.id] ?? [] }))
    .filter(({ pages }) => pages.length > 0);
}

/** @returns the guides that have a page to begin on. */
export function guidesToPractise(site: SiteExercises): Guide[] {
  return site.pack.guides.filter((guide) => firstPage(site, guide) !== undefined);
}

/** @returns the people who have this errand to do; when nobody has, everyone may try it, without an answer key. */
export function personsFor({ persons }: SiteExercises, guide: string): Person[] {
  const concerned = persons.filter(({ exercises }) => exercises.some((one) => one.guide === guide));
  return concerned.length > 0 ? concerned : persons;
}

/** @returns what this person has to do in this guide, and its answer key. */
export function keyOf(person: Person | undefined, guide: string): PersonExercise | undefined {
  return person?.exercises.find((one) => one.guide === guide);
}

/** @returns the practice page where a guide begins: the one the person's exercise names, else the first step's. */
export function firstPage({ pages }: SiteExercises, guide: Guide, key?: PersonExercise): PracticePage | undefined {
  const wanted = guide.steps[0]?.pages ?? [];
  return (
    pages.find(({ id }) => id === key?.start) ??
    pages.find(({ id, page }) => id === page && wanted.includes(page)) ??
    pages.find(({ page }) => wanted.includes(page))
  );
}

/** The parts of an exercise, found again from its ids. */
export interface Setting {
  site: SiteExercises;
  guide: Guide;
  person: Person | undefined;
  key: PersonExercise | undefined;
  /** The site's pages, said for this person. */
  pages: PracticePage[];
}

/** @returns `undefined` when the site, the guide or a page does not exist (any more). */
export function settingOf(catalogue: readonly SiteExercises[], exercise: Exercise): Setting | undefined {
  const site = catalogue.find(({ pack }) => pack.site.id === exercise.site);
  const guide = site?.pack.guides.find(({ id }) => id === exercise.guide);
  if (!site || !guide) return undefined;
  const person = site.persons.find(({ id }) => id === exercise.person);
  const key = keyOf(person, guide.id);
  const isKnown = exercise.visits.every(({ page }) => site.pages.some(({ id }) => id === page));
  return isKnown
    ? { site, guide, person, key, pages: site.pages.map((page) => withWords(page, key?.instead)) }
    : undefined;
}

/** @returns the names of the fields whose answers are never kept or shown: passwords. */
export function secretsOf(pages: readonly PracticePage[]): Set<string> {
  const blocks = pages.flatMap((page) => [...flatBlocks(page.blocks)]);
  return new Set(
    blocks.flatMap((block) => (block.block === 'field' && block.type === 'password' ? [block.field] : [])),
  );
}
