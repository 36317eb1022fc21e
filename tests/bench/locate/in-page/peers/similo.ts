/**
 * A similarity locator in the manner of Similo (Nass, Alégroth, Feldt, Leotta, Ricca, « Similarity-based web element
 * localization for robust test automation », ACM TOSEM 2023): fourteen properties, the weights of the paper, and the
 * candidate with the greatest sum is the answer. As in the paper it always answers.
 */
export interface SimiloRecord {
  tag: string;
  id: string;
  name: string;
  class: string;
  href: string;
  alt: string;
  xpath: string;
  idXpath: string;
  isButton: boolean;
  x: number;
  y: number;
  area: number;
  shape: number;
  text: string;
  neighbours: readonly string[];
}

/** px; further away counts as nothing. */
const FAR = 100;
/** px around an element whose words are its neighbours. */
const AROUND = 100;
const CANDIDATES =
  'a, button, input:not([type=hidden]), select, textarea, summary, label, h1, h2, h3, h4, h5, h6, [role], [onclick]';

/** @returns what Similo keeps of an element. */
export function similoRecord(element: Element, texts = wordsOnPage(element.ownerDocument)): SimiloRecord {
  const value = (name: string): string => element.getAttribute(name) ?? '';
  const box = element.getBoundingClientRect();
  return {
    tag: element.localName,
    id: element.id,
    name: value('name'),
    class: value('class'),
    href: value('href'),
    alt: value('alt'),
    xpath: xpathOf(element, false),
    idXpath: xpathOf(element, true),
    isButton: element.matches('button, [role=button], input[type=submit], input[type=button], a.fr-btn'),
    x: box.x,
    y: box.y,
    area: box.width * box.height,
    shape: box.height === 0 ? 0 : box.width / box.height,
    text: visibleText(element),
    neighbours: neighboursOf(box, texts),
  };
}

/** @returns the most similar element of the page. */
export function similoFind(wanted: SimiloRecord, page: readonly SimiloCandidate[]): Element | undefined {
  let best: { element: Element; score: number } | undefined;
  for (const { element, record } of page) {
    const score = similarity(wanted, record);
    if (!best || score > best.score) best = { element, score };
  }
  return best?.element;
}

export interface SimiloCandidate {
  element: Element;
  record: SimiloRecord;
}

/** @returns what can be an answer on this page, read once for all its cases. */
export function similoPage(document: Document): SimiloCandidate[] {
  const texts = wordsOnPage(document);
  return [...document.querySelectorAll(CANDIDATES)].map((element) => ({
    element,
    record: similoRecord(element, texts),
  }));
}

function similarity(a: SimiloRecord, b: SimiloRecord): number {
  const same = (left: string, right: string): number =>
    left !== '' && left.toLowerCase() === right.toLowerCase() ? 1 : 0;
  return (
    1.5 * same(a.tag, b.tag) +
    1.5 * same(a.id, b.id) +
    1.5 * same(a.name, b.name) +
    0.5 * likeness(a.class, b.class) +
    0.5 * likeness(a.href, b.href) +
    0.5 * likeness(a.alt, b.alt) +
    0.5 * likeness(a.xpath, b.xpath) +
    0.5 * likeness(a.idXpath, b.idXpath) +
    0.5 * (a.isButton === b.isButton ? 1 : 0) +
    0.5 * Math.max(0, 1 - Math.hypot(a.x - b.x, a.y - b.y) / FAR) +
    0.5 * ratio(a.area, b.area) +
    0.5 * ratio(a.shape, b.shape) +
    1.5 * likeness(a.text, b.text) +
    1.5 * shared(a.neighbours, b.neighbours)
  );
}

function ratio(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === 0 ? 0 : Math.min(a, b) / most;
}

function shared(a: readonly string[], b: readonly string[]): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 0;
  const right = new Set(b);
  return a.filter((word) => right.has(word)).length / most;
}

/** 1 minus the Levenshtein distance over the longer length. */
function likeness(left: string, right: string): number {
  if (left === '' || right === '') return 0;
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a === b) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(a.length, b.length);
}

/** The path from the root, or from the nearest element with an id. */
function xpathOf(element: Element, fromId: boolean): string {
  let path = '';
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (fromId && at.id !== '' && at !== element) return `//*[@id="${at.id}"]${path}`;
    const tag = at.localName;
    const rank = [...(at.parentElement?.children ?? [])].filter(({ localName }) => localName === tag).indexOf(at) + 1;
    path = `/${tag}[${Math.max(1, rank)}]${path}`;
  }
  return path;
}

function visibleText(element: Element): string {
  if (element instanceof HTMLInputElement) return element.value || element.placeholder;
  return ((element as HTMLElement).innerText ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

interface PlacedText {
  box: DOMRect;
  words: string[];
}

function wordsOnPage(document: Document): PlacedText[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: PlacedText[] = [];
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = (node.textContent ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width > 0) found.push({ box, words });
  }
  return found;
}

function neighboursOf(box: DOMRect, texts: readonly PlacedText[]): string[] {
  const isNear = (other: DOMRect): boolean =>
    other.left < box.right + AROUND &&
    other.right > box.left - AROUND &&
    other.top < box.bottom + AROUND &&
    other.bottom > box.top - AROUND;
  return [...new Set(texts.filter((text) => isNear(text.box)).flatMap(({ words }) => words))].slice(0, 40);
}
