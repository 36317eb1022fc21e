import { wordsOn } from './describe';
import { type Chance, chance } from './random';
import { renamePage } from './rename';
import { abbreviated, mistyped, polite, reworded, similar } from './rewordings';

/** What can happen to a control when its page is made anew. */
export const KINDS = [
  'names only',
  'tag changed',
  'wrapped',
  'reordered',
  'moved',
  'reworded',
  'abbreviated',
  'typo',
  'polite form',
  'same name elsewhere',
  'similar name near',
  'removed',
  'removed, similar stays',
  'merged',
  'split',
] as const;
export type Kind = (typeof KINDS)[number];

/** One control that is followed through the changes. The truth is kept here, beside the page, never in it. */
export interface Followed {
  place: number;
  /** Where it is now; `null` once it is gone. */
  element: Element | null;
  kind: Kind;
}

interface Work {
  document: Document;
  chance: Chance;
  half: 'training' | 'held-out';
  followed: Followed[];
}

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]';
/** Parts that a change never swallows whole. */
const BOUNDS = 'main, nav, header, footer, form, fieldset, body, dialog, table, tbody, tr, [role=group]';

/** Changes a page in place: every id and class, and one more thing about each followed control. */
export async function mutatePage(
  document: Document,
  followed: Followed[],
  seed: number,
  half: Work['half'],
): Promise<void> {
  const work: Work = { document, chance: chance(seed), half, followed };
  await renamePage(document, seed % 6);
  for (const one of work.chance.shuffle(followed)) {
    if (!one.element?.isConnected) continue;
    const order: Kind[] = work.chance.shuffle(KINDS.filter((kind) => kind !== 'names only' && kind !== 'split'));
    one.kind = order.find((kind) => CHANGES[kind]?.(one.element as Element, work, one)) ?? 'names only';
  }
  if (work.chance.next() < 0.15) splitPage(work);
}

type Change = (element: Element, work: Work, one: Followed) => boolean;

const CHANGES: Partial<Record<Kind, Change>> = {
  'tag changed': changeTag,
  wrapped: (element, { document, chance: { next, pick } }) => {
    for (let times = 1 + Math.floor(next() * 3); times > 0; times--) {
      const wrapper = document.createElement(pick(['div', 'span', 'div']));
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
    return true;
  },
  reordered: (element, { chance: { pick } }) => {
    const block = blockOf(element);
    const others = [...(block.parentElement?.children ?? [])].filter(
      (other) => other !== block && other.querySelector(CONTROLS) && !other.matches(BOUNDS),
    );
    if (others.length === 0) return false;
    pick(others).before(block);
    return true;
  },
  moved: (element, { document, chance: { pick } }) => {
    const block = blockOf(element);
    const region = pick(otherRegions(document, block));
    if (!region) return false;
    region.append(block);
    return true;
  },
  reworded: (element, { chance: luck, half }) => relabel(element, reworded(wordsOn(element), luck, half)),
  abbreviated: (element) => relabel(element, abbreviated(wordsOn(element))),
  typo: (element, { chance: luck }) => relabel(element, mistyped(wordsOn(element), luck)),
  'polite form': (element) => relabel(element, polite(wordsOn(element))),
  'same name elsewhere': (element, { document, chance: { pick } }) => {
    const block = blockOf(element);
    const region = pick(otherRegions(document, block));
    if (!region) return false;
    region.append(copyOf(block));
    return true;
  },
  'similar name near': addSimilar,
  removed: (element, { followed }, one) => {
    if (followed.some((other) => other !== one && other.element && blockOf(element).contains(other.element)))
      return false;
    blockOf(element).remove();
    one.element = null;
    return true;
  },
  'removed, similar stays': (element, work, one) => {
    const block = blockOf(element);
    if (!addSimilar(element, work)) return false;
    block.remove();
    one.element = null;
    return true;
  },
  merged: mergeWithNext,
};

/** The largest part of the page that holds this control alone: its label, its help, its list item. */
function blockOf(element: Element): Element {
  let block = element;
  for (
    let at = element.parentElement;
    at && !at.matches(BOUNDS) && at.querySelectorAll(CONTROLS).length <= 1;
    at = at.parentElement
  )
    block = at;
  return block;
}

function otherRegions(document: Document, block: Element): Element[] {
  const own = block.closest('section, fieldset, form, nav, header, footer, aside, main');
  const found = [...document.querySelectorAll('section, fieldset, form, footer, aside, main')].filter(
    (region) => region !== own && !region.contains(block) && !block.contains(region) && isWide(region),
  );
  const aside = document.createElement('aside');
  const heading = document.createElement('h2');
  heading.textContent = 'Informations utiles';
  aside.append(heading);
  document.body.append(aside);
  return [...found, aside];
}

function isWide(region: Element): boolean {
  const { width, height } = region.getBoundingClientRect();
  return width > 100 && height > 10 && region.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** The same thing again, with ids of its own. */
function copyOf(block: Element): Element {
  const copy = block.cloneNode(true) as Element;
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    if (element.id) element.id = `${element.id}-b`;
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
      const value = element.getAttribute(name);
      if (value && block.querySelector(`[id="${CSS.escape(value)}"]`)) element.setAttribute(name, `${value}-b`);
    }
  }
  return copy;
}

function addSimilar(element: Element, { chance: luck }: Work): boolean {
  const block = blockOf(element);
  const label = wordsOn(element);
  const copy = copyOf(block);
  const control = copy.matches(CONTROLS) ? copy : copy.querySelector(CONTROLS);
  if (!control || label === '') return false;
  if (luck.next() < 0.5) block.before(copy);
  else block.after(copy);
  if (relabel(control, similar(label, luck))) return true;
  copy.remove();
  return false;
}

/** Writes other words where the old ones stood: label, text or name for screen readers. */
function relabel(element: Element, words: string | undefined): boolean {
  if (words === undefined) return false;
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  const carrier = (labels[0] as Element | undefined) ?? element;
  const walker = element.ownerDocument.createTreeWalker(carrier, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.textContent?.trim()) texts.push(node);
  const first = texts[0];
  let done = false;
  if (first) {
    first.textContent = words;
    done = true;
  }
  for (const name of ['aria-label', 'title', ...(element.matches('[type=submit], [type=button]') ? ['value'] : [])]) {
    if (element.getAttribute(name)) {
      element.setAttribute(name, words);
      done = true;
    }
  }
  return done;
}

function changeTag(element: Element, work: Work, one: Followed): boolean {
  const { document, chance: luck } = work;
  const group = element.closest('fieldset');
  if (element.matches('input, select, textarea')) {
    if (!group) return false;
    const legend = group.querySelector(':scope > legend');
    const replaced = renamed(group, 'div', document, work);
    replaced.setAttribute('role', 'group');
    if (legend) {
      const title = renamed(legend, 'p', document, work);
      title.id ||= `t${Math.floor(luck.next() * 1e6)}`;
      replaced.setAttribute('aria-labelledby', title.id);
    }
    return true;
  }
  const way = luck.pick(['a', 'button', 'div role', 'div click']);
  if (way === element.localName) return false;
  const changed = renamed(element, way.split(' ')[0] ?? 'div', document, work);
  if (way === 'a') {
    changed.setAttribute('href', '#suite');
    if (!element.matches('a')) changed.setAttribute('role', 'button');
  }
  if (way === 'div role') {
    changed.setAttribute('role', element.matches('a') ? 'link' : 'button');
    changed.setAttribute('tabindex', '0');
  }
  if (way === 'div click') {
    changed.setAttribute('onclick', 'void 0');
    changed.setAttribute('style', 'cursor: pointer');
  }
  one.element = changed;
  return true;
}

/** The same element under another tag; the truth follows. */
function renamed(element: Element, tag: string, document: Document, { followed }: Work): Element {
  const changed = document.createElement(tag);
  for (const { name, value } of element.attributes) {
    if (!['href', 'type', 'disabled'].includes(name)) changed.setAttribute(name, value);
  }
  changed.append(...element.childNodes);
  element.replaceWith(changed);
  for (const one of followed) if (one.element === element) one.element = changed;
  return changed;
}

/** Two fields of the same kind become one that asks for both. */
function mergeWithNext(element: Element, work: Work, one: Followed): boolean {
  if (!element.matches('input:not([type=radio], [type=checkbox]), textarea')) return false;
  const block = blockOf(element);
  const next = block.nextElementSibling;
  const other = next?.querySelector('input:not([type=radio], [type=checkbox]), textarea');
  if (!next || !other || next.querySelectorAll(CONTROLS).length !== 1) return false;
  const [first, second] = [wordsOn(element), wordsOn(other)];
  if (first === '' || second === '') return false;
  if (!relabel(element, `${first} et ${second.charAt(0).toLowerCase()}${second.slice(1)}`)) return false;
  for (const follower of work.followed) {
    if (follower.element !== other) continue;
    follower.element = element;
    follower.kind = 'merged';
  }
  next.remove();
  return one.element === element;
}

/** The second half of the page's controls goes to a next page. */
function splitPage({ document, followed }: Work): void {
  const main = document.querySelector('main, [role=main], form') ?? document.body;
  const blocks = [...main.querySelectorAll(CONTROLS)].map(blockOf);
  const second = new Set(blocks.slice(Math.ceil(blocks.length / 2)));
  for (const one of followed) {
    if (!one.element || ![...second].some((block) => block.contains(one.element))) continue;
    one.element = null;
    one.kind = 'split';
  }
  for (const block of second) block.remove();
  const next = document.createElement('button');
  next.textContent = 'Page 2';
  main.append(next);
}
