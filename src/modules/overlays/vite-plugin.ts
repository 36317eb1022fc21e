import type { Plugin } from 'vite';
import { needsCalendar } from '../../guides/next-date';
import type { DeferredOverlays, Pack, Page, Site, Warning, WarningWords } from '../../schema';
import { type BuiltSite, buildPacks, loadServices } from '../../schema/load/build-packs';
import { messageOf, SHORT_WORDS } from '../../warnings/question-messages';

const PREFIX = 'virtual:pack/';
const ALL_PACKS = 'virtual:packs';
const PRACTICE = 'virtual:practice';
const PERSONS = 'virtual:persons';
const DEFERRED = 'virtual:deferred';
const TERMS = 'virtual:terms';
const SERVICES = 'virtual:services';

/**
 * Serves the overlays as modules, already validated:
 * `virtual:pack/<site>` one pack · `virtual:packs` all of them · `virtual:practice` practice pages by site
 * · `virtual:persons` the made-up people by site · `virtual:deferred` by site, what content scripts ask for once the page is watched
 * · `virtual:terms` the words by site, which they ask for too
 * · `virtual:services` what `services.yaml` says.
 * @param isFixed the folder does not change while this runs: it is read once
 */
export function overlaysPlugin(folder: string, isFixed = false): Plugin {
  let once: BuiltSite[] | undefined;
  const sites = (): BuiltSite[] => {
    once = isFixed ? (once ?? buildPacks(folder)) : buildPacks(folder);
    return once;
  };
  return {
    name: 'cote-a-cote:overlays',
    resolveId: (source) =>
      source.startsWith(PREFIX) || [ALL_PACKS, PRACTICE, PERSONS, DEFERRED, TERMS, SERVICES].includes(source)
        ? `\0${source}`
        : undefined,
    load(id) {
      if (!id.startsWith('\0virtual:')) return undefined;
      const source = id.slice(1);
      const content = contentOf(source, folder, sites);
      return content === undefined ? undefined : { code: `export default ${JSON.stringify(content)};`, map: null };
    },
  };
}

function contentOf(source: string, folder: string, built: () => readonly BuiltSite[]): unknown {
  if (source === SERVICES) return withoutEvidence(loadServices(folder));
  const sites = built();
  if (source === ALL_PACKS) return sites.map((site) => site.pack);
  if (source === DEFERRED)
    return Object.fromEntries(sites.map(({ pack }) => [pack.site.id, withoutEvidence(deferred(pack))]));
  if (source === TERMS) return Object.fromEntries(sites.map(({ pack }) => [pack.site.id, withoutEvidence(pack.terms)]));
  if (source === PRACTICE) return Object.fromEntries(sites.map((site) => [site.pack.site.id, site.practice]));
  if (source === PERSONS) return Object.fromEntries(sites.map((site) => [site.pack.site.id, site.persons]));
  const pack = sites.find((site) => `${PREFIX}${site.pack.site.id}` === source)?.pack;
  return pack && withoutEvidence(forContent(pack));
}

/** What a content script needs at once, to recognise the page and hold a choice. */
function forContent(pack: Pack): Omit<Pack, 'site'> & { site: Pick<Site, 'id' | 'pages'> } {
  const warnings = pack.warnings.filter(isHeld).map(({ people: _, safer: { advice: __, ...safer }, ...warning }) => ({
    ...warning,
    title: '',
    goOn: '',
    safer: { ...safer, label: '' },
    consequence: '',
    undo: { ...warning.undo, how: '' },
  }));
  return {
    ...pack,
    // What is said of a site comes with its guides.
    site: { id: pack.site.id, pages: pagesAtOnce(pack) },
    warnings,
    guides: [],
    hints: [],
    terms: [],
    people: [],
    figures: [],
    updateWindows: [],
  };
}

/**
 * The pages where a choice is held. Until the others have come, one that is known by its address alone may be seen where
 * another's landmarks would tell otherwise: a question too many, never one too few. Names are for people, and come with
 * the rest.
 */
function pagesAtOnce({ site, warnings }: Pack): Page[] {
  const held = warnings.filter(isHeld);
  return site.pages
    .filter(({ id }) => held.some(({ pages }) => pages.includes(id)))
    .map((page) => ({ ...page, name: '' }));
}

const isHeld = ({ severity }: Warning): boolean => severity !== 'inform';

/** What only the popup and the tests of addresses read stays out. */
function forEngine({
  borrowedWords: _,
  ordinaryWords: __,
  otherHosts: ___,
  howToLeave: ____,
  leaveGuide: _____,
  ...site
}: Site): Site {
  return site;
}

/** Figures are already in the texts but for those that checks compare. */
function deferred({ site, warnings, guides, hints, people, figures, updateWindows }: Pack): DeferredOverlays {
  const compared = new Set(
    hints.flatMap(({ checks = [] }) => checks.flatMap((check) => (check.kind === 'figure' ? check.figures : []))),
  );
  return {
    site: forEngine(site),
    warnings: warnings.filter(isHeld).map(wordsOf),
    notes: warnings.filter((warning) => !isHeld(warning)),
    guides,
    hints,
    people,
    figures: figures.filter(({ id }) => compared.has(id)),
    updateWindows: guides.some(({ end }) => needsCalendar(end.nextDate)) ? updateWindows : [],
  };
}

function wordsOf({ id, title, goOn, consequence, undo, people, safer: { label, advice } }: Warning): WarningWords {
  return { id, title, goOn, consequence, undo, people, safer: { label, advice } };
}

/** @returns what the questions of all sites say in short, as messages of the browser; `$` begins a placeholder there. */
export function questionMessages(packs: readonly Pack[]): Record<string, { message: string }> {
  const words = packs.flatMap(({ site, warnings }) =>
    warnings.filter(isHeld).flatMap(({ id, title, goOn, safer }) => {
      const said = { title, goOn, safer: safer.label };
      return SHORT_WORDS.map(
        (word) => [messageOf(site.id, id, word), { message: said[word].replaceAll('$', '$$$$') }] as const,
      );
    }),
  );
  return Object.fromEntries(words);
}

/** Said to the worker in our own pages, never in a page of the sites: it would only weigh on every page load. */
const EVIDENCE = new Set(['source', 'checkedOn', 'confidence', 'review', 'deserves', 'acknowledged']);

function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !EVIDENCE.has(key))
      .map(([key, inner]) => [key, withoutEvidence(inner)]),
  );
}
