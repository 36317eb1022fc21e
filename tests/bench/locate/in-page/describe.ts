import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import type { Target } from '../../../../src/schema';

/**
 * What a person would say of an element, read from the OLD page alone by a rule of its own: nothing here comes from
 * the locator under test. The new page is not known when a description is made.
 */
export interface Description {
  /** Everything that stands on the old page about it, with the technical clues that look stable. */
  full: Target;
  /** The words alone, and no more of them than tell it from the others on the old page. */
  words: Target;
}

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=radio], [role=switch]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const GROUPS = 'fieldset, [role=group], [role=radiogroup]';
const REGIONS =
  'main, nav, header, footer, aside, dialog, [role=main], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=dialog], [role=search]';
/** Longer names are read, not said. */
const LONGEST_NAME = 70;
/** « Le cinquième » of equal things is not how a person says it. */
const LAST_POSITION = 4;
/** Roles that the overlays' schema knows, among those a control can have. */
const SAYABLE = [
  'button',
  'link',
  'textbox',
  'searchbox',
  'spinbutton',
  'combobox',
  'listbox',
  'checkbox',
  'radio',
  'switch',
  'slider',
  'tab',
  'menuitem',
] as const;

/** @returns what can be used on a page, in reading order: the ordinal of an element in this list is its number. */
export function controlsOf(document: Document): Element[] {
  return [...document.querySelectorAll(CONTROLS)];
}

/** @returns what is written on a control or beside a field, without the help inside the label. */
export function wordsOn(element: Element): string {
  const label = labelOf(element);
  const own = label ? ownText(label) || (label.textContent ?? '') : (element as HTMLElement).innerText;
  return tidy(own ?? '') || tidy(computeAccessibleName(element));
}

/** @returns the descriptions of the controls that a person can see and tell apart on this page, by number. */
export function describePage(document: Document): Map<number, Description> {
  const all = controlsOf(document)
    .map((element, place) => ({ element, place }))
    .filter(({ element }) => isShown(element))
    .map(({ element, place }) => ({ place, said: say(element) }));
  const counts = new Map<string, number>();
  const described = new Map<number, Description>();
  const total = countBy(all.map(({ said }) => keyOf(said)));
  const namesakes = countBy(all.map(({ said }) => nameOf(said)));
  for (const { place, said } of all) {
    const key = keyOf(said);
    const position = (counts.get(key) ?? 0) + 1;
    counts.set(key, position);
    const equals = total.get(key) ?? 1;
    if (!isSayable(said) || equals > LAST_POSITION || !isUsable(said.element)) continue;
    const rank = equals > 1 ? { position, of: equals } : { of: namesakes.get(nameOf(said)) ?? 1 };
    const words = fewest(
      said,
      all.map((other) => other.said),
    );
    described.set(place, { full: { ...targetOf(said), ...rank, ...also(said.element) }, words: { ...words, ...rank } });
  }
  return described;
}

interface Said {
  element: Element;
  role: string;
  name: string;
  group: string;
  heading: string;
  region: string;
  near: string;
}

type Part = 'group' | 'heading' | 'region' | 'near';

function say(element: Element): Said {
  const name = wordsOn(element);
  const group = element.parentElement?.closest(GROUPS);
  const region = element.parentElement?.closest(REGIONS);
  return {
    element,
    role: getRole(element) ?? (element.matches('input') ? 'textbox' : ''),
    name,
    group: group ? groupName(group) : '',
    heading: headingBefore(element),
    region: region ? tidy(region.getAttribute('aria-label') ?? '') || (getRole(region) ?? '') : '',
    near: nearOf(element, name),
  };
}

function targetOf(
  { role, name, ...parts }: Said,
  kept: readonly Part[] = ['group', 'heading', 'region', 'near'],
): Target {
  const said = SAYABLE.find((one) => one === role);
  const context = kept.flatMap((part) => (parts[part] === '' ? [] : [[part, parts[part]] as const]));
  return { ...(said ? { role: said } : {}), name, ...Object.fromEntries(context) };
}

/** The first of these ways to say it that fits nothing else on the old page; all of them when none does. */
function fewest(said: Said, all: readonly Said[]): Target {
  const ways: Part[][] = [[], ['group'], ['heading'], ['near'], ['region'], ['group', 'heading'], ['heading', 'near']];
  const isAlone = (parts: readonly Part[]): boolean =>
    all.filter(
      (other) =>
        other.role === said.role && other.name === said.name && parts.every((part) => other[part] === said[part]),
    ).length === 1;
  const way = ways.find((parts) => parts.every((part) => said[part] !== '') && isAlone(parts));
  return targetOf(said, way);
}

function keyOf({ role, name, group, heading, region, near }: Said): string {
  return [role, name, group, heading, region, near].join('\n');
}

function nameOf({ role, name }: Said): string {
  return [role, name].join('\n');
}

/** Words made by a generator, or none, are nothing that a person would say. */
function isSayable({ name }: Said): boolean {
  return name !== '' && name.length <= LONGEST_NAME && !/\[|\d{3,}|lorem|\$\{/i.test(name);
}

function also(element: Element): Pick<Target, 'also'> {
  const value = (name: string): string => element.getAttribute(name) ?? '';
  const isStable = (text: string): boolean => text !== '' && !/\d|\[/.test(text);
  const href = value('href');
  const clues: NonNullable<Target['also']> = {
    ...(isStable(element.id) ? { id: [element.id] } : {}),
    ...(isStable(value('name')) && isOnlyNamed(element) ? { name: [value('name')] } : {}),
    ...(value('autocomplete') ? { autocomplete: value('autocomplete') } : {}),
    ...(element.matches('input[type]') ? { type: value('type') } : {}),
    ...(href.length > 3 && !/^#|\[|^javascript/.test(href) ? { href: [href] } : {}),
  };
  return Object.keys(clues).length > 0 ? { also: clues } : {};
}

/** The fields of a date that a page asks for three times share their technical names, which then say nothing. */
function isOnlyNamed(element: Element): boolean {
  const same = `[name="${CSS.escape(element.getAttribute('name') ?? '')}"]`;
  return element.matches('[type=radio]') || element.ownerDocument.querySelectorAll(same).length === 1;
}

function isShown(element: Element): boolean {
  const seen = [element, ...labelsOf(element)];
  return seen.some((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && isWide(one));
}

/** Nobody is told to press what is greyed, or what something lies over, on the page as it is known. */
function isUsable(element: Element): boolean {
  if (element.matches(':disabled') || element.closest('[aria-disabled="true"]')) return false;
  const spot = labelsOf(element).find(isWide) ?? element;
  spot.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = spot.getBoundingClientRect();
  const hit = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit) return true;
  return [element, spot].some((one) => one.contains(hit) || hit.contains(one));
}

function isWide(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 2 && height > 2;
}

function labelsOf(element: Element): HTMLLabelElement[] {
  return 'labels' in element && element.labels instanceof NodeList ? ([...element.labels] as HTMLLabelElement[]) : [];
}

function labelOf(element: Element): Element | undefined {
  return labelsOf(element)[0];
}

function groupName(group: Element): string {
  const legend = group.querySelector('legend');
  const named = group.getAttribute('aria-label') ?? textOfIds(group, group.getAttribute('aria-labelledby'));
  return short(legend ? ownText(legend) || tidy(legend.textContent ?? '') : tidy(named));
}

function textOfIds(element: Element, ids: string | null): string {
  const first = ids?.trim().split(/\s+/)[0];
  return first ? (element.ownerDocument.getElementById(first)?.textContent ?? '') : '';
}

function headingBefore(element: Element): string {
  let last = '';
  for (const heading of element.ownerDocument.querySelectorAll(HEADINGS)) {
    if (!(heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    if (heading.checkVisibility()) last = ownText(heading) || tidy(heading.textContent ?? '');
  }
  return short(last);
}

/** What is said of a thing in a table or a list: the first words of its row. */
function nearOf(element: Element, name: string): string {
  const row = element.closest('tr');
  const first = row ? tidy(row.querySelector('th, td')?.textContent ?? '') : '';
  return first === name ? '' : short(first);
}

function ownText(element: Element): string {
  return tidy(
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '')
      .join(' '),
  );
}

function short(text: string): string {
  return text.length <= LONGEST_NAME ? text : '';
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
