import { computeAccessibleName } from 'dom-accessibility-api';
import { allIn, closestTo, isClobbered, matching, parentElementOf } from './clobbering';
import {
  columnTitle,
  type LabelsOf,
  labelText,
  ownWords,
  quickName,
  referencedText,
  textUpTo,
  wordsOf,
} from './own-words';
import { frameOf } from './reading-order';
import { roleOf } from './roles';
import { parentOrHost } from './roots';
import type { Comparer, Label } from './similarity';

/** What the facts of a candidate need of the page around it. */
export interface Around {
  readonly comparer: Comparer;
  /** Rises with every change of the page: what stands beside an element is read again then. */
  readonly turn: number;
  readonly labelsOf: LabelsOf;
  /** @returns the headings that an element stands under, the nearest first. */
  headingsOf(element: Element): readonly string[];
}

/** Characters of surrounding text that count as "near". */
const NEAR_LENGTH = 240;
/** Ancestors climbed for it. */
const NEAR_LEVELS = 4;

/**
 * What can be known of one candidate; each fact is computed when first asked, for all targets alike. Its own words last
 * until the index says that they changed; what stands beside it lasts until anything changed.
 */
export class Facts {
  readonly element: Element;
  readonly #page: Around;
  #role: string | undefined;
  #quick: Label | undefined;
  #own: Label | undefined;
  #beside = new Map<string, unknown>();
  #turn = -1;

  constructor(element: Element, page: Around) {
    this.element = element;
    this.#page = page;
  }

  get role(): string {
    this.#role ??= roleOf(this.element);
    return this.#role;
  }

  /** A quick reading of the name: enough to set most candidates aside. */
  get quick(): Label {
    this.#quick ??= this.#page.comparer.read(quickName(this.element, this.#page.labelsOf));
    return this.#quick;
  }

  /** What is written on it, or its label, without the smaller texts inside (help, format, « nouvelle fenêtre »). */
  get own(): Label {
    this.#own ??= this.#page.comparer.read(ownWords(this.element, this.#page.labelsOf));
    return this.#own;
  }

  get quickName(): string {
    return this.quick.text;
  }

  /** The accessible name (accname 1.2). */
  get name(): string {
    return this.#read('name', () =>
      isPlain(this.element) ? this.quickName : computeAccessibleName(this.element) || this.quickName,
    );
  }

  get label(): string {
    return this.#read('label', () => labelText(this.element, this.#page.labelsOf));
  }

  /** The text that describes it, else its `title` (accname 1.2, description). */
  get description(): string {
    return this.#read('description', () => {
      const attribute = (name: string): string => this.element.getAttribute(name) ?? '';
      return referencedText(this.element, 'aria-describedby') || attribute('aria-description') || attribute('title');
    });
  }

  /** The heading that comes last before it. */
  get heading(): string {
    return this.#headings[0] ?? '';
  }

  /** The headings that heading stands under, nearest first. */
  get headings(): readonly string[] {
    return this.#headings.slice(1);
  }

  /** Names and roles of the parts of page that hold it, inmost first. */
  get regions(): readonly string[] {
    return this.#read('regions', () => regionsOf(this.element));
  }

  /** The legend or name of the group that holds it. */
  get group(): string {
    return this.#read('group', () => groupOf(this.element));
  }

  /** The words around it, and those its column or line is titled with. */
  get around(): string {
    return this.#read('around', () => `${textAround(this.element)} ${columnTitle(this.element)}`);
  }

  /** The words around it, without those of other things to press: « Renouveler » may stand beside « Renoncer ». */
  get plainAround(): string {
    return this.#read('plain', () => textAround(this.element, (holder) => isOfOther(holder, this.element)));
  }

  get #headings(): readonly string[] {
    return this.#read('headings', () => this.#page.headingsOf(this.element));
  }

  #read<T>(fact: string, compute: () => T): T {
    if (this.#turn !== this.#page.turn) {
      this.#beside.clear();
      this.#turn = this.#page.turn;
    }
    if (!this.#beside.has(fact)) this.#beside.set(fact, compute());
    return this.#beside.get(fact) as T;
  }
}

/** Nothing in it but words: accname can say nothing else of it than these. */
function isPlain(element: Element): boolean {
  return (
    element.childElementCount === 0 &&
    element.textContent.trim() !== '' &&
    !element.matches('select, textarea, [aria-label], [aria-labelledby]')
  );
}

/** Parts of a page. */
export const REGION =
  'main, nav, header, footer, aside, form, section, dialog, [role=main], [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=form], [role=region], [role=dialog], [role=alertdialog], [role=search]';

function regionsOf(element: Element): string[] {
  const found: string[] = [];
  for (let at = around(element, REGION); at; at = around(at, REGION)) {
    found.push(...namesOfPart(at));
    if (found.length > 12) break;
  }
  return found.filter((text) => text !== '' && text !== 'generic');
}

/** @returns what a part of the page is called: its role and its name. */
export function namesOfPart(part: Element): string[] {
  return isClobbered(part) ? [] : [roleOf(part), nameOf(part, 'h1, h2, h3, h4, h5, h6, legend')];
}

/** The name that a part of the page was given, or what it begins with. */
function nameOf(part: Element, title: string): string {
  return (
    part.getAttribute('aria-label') ||
    referencedText(part, 'aria-labelledby') ||
    part.querySelector(title)?.textContent?.trim() ||
    ''
  );
}

function groupOf(element: Element): string {
  const group = around(element, 'fieldset, [role=group], [role=radiogroup]');
  return group ? nameOf(group, 'legend') : questionOf(element);
}

/** The words before the first of several choices that share a name, where no legend holds the question. */
function questionOf(element: Element): string {
  if (!element.matches('input[type=radio][name]')) return '';
  const same = `input[type=radio][name="${CSS.escape(element.getAttribute('name') ?? '')}"]`;
  let set: Element = element;
  for (let up = parentElementOf(set); up && allIn(set, same).length < 2; up = parentElementOf(up)) set = up;
  const [first] = allIn(set, same);
  const written = first?.previousSibling?.nodeValue?.trim();
  if (written && set === first?.parentElement) return written;
  for (let at: Element | null = first ?? null; at && set.contains(at); at = parentElementOf(at)) {
    const before = at.previousElementSibling?.textContent?.trim();
    if (before && at.matches(':not(input)')) return before;
  }
  return set.previousElementSibling?.textContent?.trim() ?? '';
}

const CONTROL = 'a[href], button, label, [role=button], [role=link], [role=radio]';

/** What stands in another thing to press, or in its label. */
function isOfOther(holder: Element | null, element: Element): boolean {
  const control = closestTo(holder, CONTROL);
  return control !== null && !control.contains(element) && (control as HTMLLabelElement).control !== element;
}

function textAround(element: Element, isLeftOut?: (holder: Element | null) => boolean): string {
  const textOf = (scope: Element): string => textUpTo(scope, NEAR_LENGTH + 1, ' ', element, isLeftOut);
  let text = textOf(element);
  let at = parentAcross(element);
  for (let level = 0; at && level < NEAR_LEVELS; level++, at = parentAcross(at)) {
    const wider = textOf(at);
    if (wider.length > NEAR_LENGTH || holdsTwin(at, element)) break;
    text = wider;
    if (!isLeftOut && isItsLine(at, element)) break;
  }
  return text;
}

/** What stands in the other lines of a list or a table is about other things; but a question may stand above its answers. */
function isItsLine(scope: Element, element: Element): boolean {
  const own = wordsOf(element);
  const isLine =
    matching(scope, `tr, [role=row]${own === '' ? '' : ', li'}`) ||
    [scope.previousElementSibling, scope.nextElementSibling].some((other) => isMadeLike(other, scope));
  return isLine && wordsOf(scope) !== own && !matching(element, '[type=radio]');
}

/** Lines of a list that says so by the classes of its lines alone; cells stand side by side. */
function isMadeLike(other: Element | null, scope: Element): boolean {
  if (scope.className === '' || other?.className !== scope.className) return false;
  const [a, b] = [other.getBoundingClientRect(), scope.getBoundingClientRect()];
  return a.bottom <= b.top || b.bottom <= a.top;
}

/** Of several buttons that say the same, each has its own surroundings: they end where the next one's begin. */
function holdsTwin(scope: Element, element: Element): boolean {
  const words = element.textContent?.trim();
  if (!words) return false;
  return [...allIn(scope, element.localName)].some(
    (other) => !element.contains(other) && other.textContent?.trim() === words,
  );
}

/** The nearest of its ancestors that fits. */
function around(element: Element, selector: string): Element | null {
  return closestTo(parentAcross(element), selector);
}

function parentAcross(element: Element): Element | null {
  return parentOrHost(element) ?? frameOf(element.ownerDocument);
}
