import { parentOrHost } from '../page/roots';
import type { Term } from '../schema';
import { type Hit, inOrder, isThere, type Place, type Section } from './hits';
import { createSights, isFolded, type Sight, worse } from './sight';

/** Text nodes walked between two looks at the clock. */
const STRIDE = 400;

/** Chooses, in each section, the occurrence of each word that is marked: the first one shown. */
export interface Firsts {
  /** Every chosen occurrence. */
  readonly all: ReadonlySet<Hit>;
  add(hit: Hit): void;
  drop(hit: Hit): void;
  /** Looks again at what is shown, everywhere; then `settle`. */
  review(): Generator<undefined, void>;
  /** Chooses anew where a chosen one has gone. */
  settle(): Generator<undefined, void>;
  /** Forgets what was seen of the elements: styles may have changed since. */
  refresh(): void;
}

interface FirstsOptions {
  hitsAt: (text: Text) => readonly Hit[];
  mark: (hit: Hit) => void;
  unmark: (hit: Hit) => void;
}

export function createFirsts({ hitsAt, mark, unmark }: FirstsOptions): Firsts {
  const all = new Set<Hit>();
  /** Places where an earlier occurrence was not shown, or acts when pressed. */
  const passed = new Map<Place, Hit>();
  const lost = new Map<Section, Set<Term>>();
  let sightOf = createSights();

  /** A word that goes on in another element is seen when all of it is: what is hidden may make it another word. */
  const look = (hit: Hit): Sight => {
    let sight: Sight = isThere(hit) ? 'plain' : 'hidden';
    for (const node of hit.nodes) {
      const element = parentOrHost(node);
      if (sight !== 'hidden' && element && /\S/.test(node.data))
        sight = isFolded(node) ? 'hidden' : worse(sight, sightOf(element));
    }
    return sight;
  };
  const choose = (place: Place, hit: Hit, isPlain: boolean): void => {
    if (place.first === hit && place.isPlain === isPlain) return;
    release(place);
    Object.assign(place, { first: hit, isPlain });
    all.add(hit);
    if (isPlain) mark(hit);
  };
  const release = (place: Place): void => {
    if (!place.first) return;
    all.delete(place.first);
    unmark(place.first);
    place.first = undefined;
  };
  const lose = (section: Section, term: Term): void => {
    const terms = lost.get(section);
    if (terms) terms.add(term);
    else lost.set(section, new Set([term]));
  };
  /** An occurrence that is before the one already chosen, or better. */
  const offer = (place: Place, hit: Hit): void => {
    const sight = look(hit);
    if (sight === 'plain') {
      choose(place, hit, true);
      return;
    }
    passed.set(place, hit);
    if (sight === 'acts' && !place.first) choose(place, hit, false);
  };
  const isLater = (hit: Hit, first: Hit): boolean => hit.reading === first.reading || inOrder(first, hit) < 0;

  /** Walks the section from its start until each of these words is found, and no further. */
  function* electIn(section: Section, terms: ReadonlySet<Term>): Generator<undefined, void> {
    const missing = new Set([...terms].filter((term) => section.places.has(term)));
    const acting = new Map<Term, Hit>();
    let left = section.size;
    let count = 0;
    for (const text of textsFrom(section.start)) {
      if (left <= 0 || missing.size === 0) break;
      count += 1;
      if (count % STRIDE === 0) yield;
      for (const hit of hitsAt(text)) {
        if (hit.section !== section) continue;
        left -= 1;
        const place = missing.has(hit.term) ? section.places.get(hit.term) : undefined;
        if (!place) continue;
        const sight = look(hit);
        if (sight === 'plain') {
          choose(place, hit, true);
          missing.delete(hit.term);
          continue;
        }
        passed.set(place, hit);
        if (sight === 'acts' && !acting.has(hit.term)) acting.set(hit.term, hit);
      }
    }
    for (const term of missing) {
      const place = section.places.get(term);
      const hit = acting.get(term);
      if (place && hit) choose(place, hit, false);
      else if (place) release(place);
    }
  }

  return {
    all,
    add(hit) {
      const { section, term } = hit;
      const place = section.places.get(term) ?? { isPlain: false, count: 0 };
      section.places.set(term, place);
      place.count += 1;
      section.size += 1;
      const { first, isPlain } = place;
      if (first && isPlain && isLater(hit, first)) return;
      if (lost.get(section)?.has(term)) return;
      offer(place, hit);
    },
    drop(hit) {
      const { section, term } = hit;
      const place = section.places.get(term);
      section.size -= 1;
      if (!place) return;
      place.count -= 1;
      if (place.first === hit) {
        release(place);
        lose(section, term);
      }
      if (place.count > 0) return;
      section.places.delete(term);
      passed.delete(place);
    },
    *review() {
      for (const hit of [...all]) {
        const place = hit.section.places.get(hit.term);
        const expected: Sight = place?.isPlain ? 'plain' : 'acts';
        if (look(hit) !== expected) lose(hit.section, hit.term);
        yield;
      }
      for (const { section, term } of passed.values()) lose(section, term);
    },
    *settle() {
      for (const [section, terms] of lost) {
        yield* electIn(section, terms);
        lost.delete(section);
      }
    },
    refresh() {
      sightOf = createSights();
    },
  };
}

/** Text nodes of the same tree, from where a section begins. */
function* textsFrom(start: Node): Generator<Text> {
  const root = start.getRootNode();
  const walker = (start.ownerDocument ?? (start as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  while (walker.nextNode()) yield walker.currentNode as Text;
}
