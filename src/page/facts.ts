import { computeAccessibleDescription, computeAccessibleName } from 'dom-accessibility-api';
import { roleOf } from './roles';

/** What can be known of one candidate; each fact is computed when first asked. */
export interface Facts {
  readonly element: Element;
  readonly role: string;
  /** A quick reading of the name: enough to set most candidates aside. */
  readonly quickName: string;
  /** What is written on it, or its label, without the smaller texts inside (help, format, « nouvelle fenêtre »). */
  readonly ownWords: string;
  /** The accessible name (accname 1.2). */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** The heading that comes last before it. */
  readonly heading: string;
  /** The headings that heading stands under, nearest first. */
  readonly headings: readonly string[];
  /** Place in reading order among the candidates of the page. */
  readonly order: number;
  /** Names and roles of the parts of page that hold it, inmost first. */
  readonly regions: readonly string[];
  /** The legend or name of the group that holds it. */
  readonly group: string;
  /** The words around it. */
  readonly around: string;
}

/** Characters of surrounding text that count as "near". */
const NEAR_LENGTH = 240;
/** Ancestors climbed for it. */
const NEAR_LEVELS = 4;

/** Makes the lazy facts of a candidate. */
export function factsOf(element: Element, heading: string, headings: readonly string[] = [], order = 0): Facts {
  const memo = new Map<string, unknown>();
  const once = <T>(key: string, compute: () => T): T => {
    if (!memo.has(key)) memo.set(key, compute());
    return memo.get(key) as T;
  };
  return {
    element,
    heading,
    headings,
    order,
    get role() {
      return once('role', () => roleOf(element));
    },
    get quickName() {
      return once('quick', () => quickName(element));
    },
    get ownWords() {
      return once('own', () => ownWords(element));
    },
    get name() {
      return once('name', () => computeAccessibleName(element) || quickName(element));
    },
    get label() {
      return once('label', () => labelText(element));
    },
    get description() {
      return once('description', () => computeAccessibleDescription(element));
    },
    get regions() {
      return once('regions', () => regionsOf(element));
    },
    get group() {
      return once('group', () => groupOf(element));
    },
    get around() {
      return once('around', () => textAround(element));
    },
  };
}

/** The text that stands directly in a control or in its label. */
function ownWords(element: Element): string {
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  return (labels.length > 0 ? labels : [element])
    .flatMap((one) => [...one.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
    .join(' ')
    .trim();
}

function quickName(element: Element): string {
  const aria = element.getAttribute('aria-label');
  if (aria) return aria;
  const labelledBy = referencedText(element, 'aria-labelledby');
  if (labelledBy) return labelledBy;
  if (element.matches('input, select, textarea')) return fieldName(element as HTMLInputElement);
  const text = element.textContent?.trim() ? element.textContent : slotted(element);
  if (text.trim() !== '') return text.length > 400 ? text.slice(0, 400) : text;
  return (
    element.querySelector('img[alt]')?.getAttribute('alt') ||
    element.querySelector('svg title')?.textContent ||
    element.getAttribute('title') ||
    element.getAttribute('alt') ||
    ''
  );
}

/** The words that a page puts into the slots of a component. */
function slotted(element: Element): string {
  return [...element.querySelectorAll('slot')]
    .flatMap((slot) => slot.assignedNodes({ flatten: true }))
    .map((node) => node.textContent ?? '')
    .join(' ');
}

function fieldName(field: HTMLInputElement): string {
  if (field.matches('[type=submit], [type=button], [type=reset]')) return field.value;
  if (field.matches('[type=image]')) return field.alt;
  return labelText(field) || field.title || field.placeholder || '';
}

function referencedText(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  return ids
    .map((id) => (id === '' ? '' : (root.getElementById(id)?.textContent ?? '')))
    .join(' ')
    .trim();
}

/** The visible label: `<label>`, else the cell or term beside the field, as old pages lay them out. */
function labelText(element: Element): string {
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  const text = labels
    .map((label) => label.textContent ?? '')
    .join(' ')
    .trim();
  if (text !== '' || !element.matches('input, select, textarea, [role]')) return text;
  const cell = element.closest('td, th, dd');
  const beside = cell?.previousElementSibling ?? null;
  if (beside && !beside.querySelector('input, select, textarea')) return (beside.textContent ?? '').trim();
  return cell instanceof HTMLTableCellElement ? columnTitle(cell) : '';
}

function columnTitle(cell: HTMLTableCellElement): string {
  return cell.closest('table')?.rows[0]?.cells[cell.cellIndex]?.textContent?.trim() ?? '';
}

const REGION =
  'main, nav, header, footer, aside, form, section, dialog, [role=main], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=form], [role=region], [role=dialog], [role=alertdialog], [role=search]';

function regionsOf(element: Element): string[] {
  const found: string[] = [];
  for (let at = parentAcross(element)?.closest(REGION) ?? null; at; at = parentAcross(at)?.closest(REGION) ?? null) {
    found.push(roleOf(at), regionName(at));
    if (found.length > 12) break;
  }
  return found.filter((text) => text !== '' && text !== 'generic');
}

function regionName(region: Element): string {
  return (
    region.getAttribute('aria-label') ||
    referencedText(region, 'aria-labelledby') ||
    region.querySelector('h1, h2, h3, h4, h5, h6, legend')?.textContent?.trim() ||
    ''
  );
}

function groupOf(element: Element): string {
  const group = parentAcross(element)?.closest('fieldset, [role=group], [role=radiogroup]');
  if (!group) return questionOf(element);
  return (
    group.getAttribute('aria-label') ||
    referencedText(group, 'aria-labelledby') ||
    group.querySelector('legend')?.textContent?.trim() ||
    ''
  );
}

/** The words before the first of several choices that share a name, where no legend holds the question. */
function questionOf(element: Element): string {
  if (!element.matches('input[type=radio][name]')) return '';
  const same = `input[type=radio][name="${CSS.escape(element.getAttribute('name') ?? '')}"]`;
  let set: Element = element;
  while (set.parentElement && set.querySelectorAll(same).length < 2) set = set.parentElement;
  const first = set.querySelector(same);
  for (let at: Element | null = first; at && set.contains(at); at = at.parentElement) {
    const before = at.previousElementSibling?.textContent?.trim();
    if (before && at.matches(':not(input)')) return before;
  }
  return set.previousElementSibling?.textContent?.trim() ?? '';
}

function textAround(element: Element): string {
  let text = element.textContent ?? '';
  let at = parentAcross(element);
  for (let level = 0; at && level < NEAR_LEVELS; level++, at = parentAcross(at)) {
    const wider = at.textContent ?? '';
    if (wider.length > NEAR_LENGTH || holdsTwin(at, element)) break;
    text = wider;
  }
  return text;
}

/** Of several buttons that say the same, each has its own surroundings: they end where the next one's begin. */
function holdsTwin(scope: Element, element: Element): boolean {
  const words = element.textContent?.trim();
  if (!words) return false;
  return [...scope.querySelectorAll(element.localName)].some(
    (other) => other !== element && other.textContent?.trim() === words,
  );
}

function parentAcross(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
