/**
 * XPath locators in the manner of ROBULA+ (Leotta, Stocco, Ricca, Tonella, « Robula+: an algorithm for generating
 * robust XPath locators for web testing », J. Softw. Evol. Process 2016): from `//*`, specialised step by step, the
 * attributes that last first, until the expression finds the element alone.
 */

/** Attributes that rarely change first; those that change with style or state never. */
const FIRST = ['name', 'class', 'title', 'alt', 'value'];
const NEVER = ['href', 'src', 'onclick', 'onload', 'tabindex', 'width', 'height', 'style', 'size', 'maxlength'];
/** Expressions tried before the absolute path is taken. */
const MOST_TRIES = 600;
const MOST_IN_SET = 2;

/** @returns an expression that finds this element alone on its page. */
export function robula(element: Element): string {
  const ancestors = ancestry(element);
  const queue: string[][] = [['*']];
  const seen = new Set<string>();
  for (let tries = 0; queue.length > 0 && tries < MOST_TRIES; tries++) {
    const steps = queue.shift() ?? [];
    for (const next of specialised(steps, ancestors)) {
      const path = `//${next.join('/')}`;
      if (seen.has(path)) continue;
      seen.add(path);
      if (findsAlone(path, element)) return path;
      queue.push(next);
    }
  }
  return absolute(ancestors);
}

/** @returns what an expression finds, when it finds one thing. */
export function findByXPath(path: string, document: Document): Element | undefined {
  const found = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return found.snapshotLength === 1 ? (found.snapshotItem(0) as Element) : undefined;
}

function ancestry(element: Element): Element[] {
  const list: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) list.push(at);
  return list;
}

function specialised(steps: readonly string[], ancestors: readonly Element[]): string[][] {
  const element = ancestors[steps.length - 1];
  if (!element) return [];
  const [head = '', ...rest] = steps;
  const replaced = (step: string): string[] => [step, ...rest];
  const hasPredicate = head.includes('[');
  const found: string[][] = [];
  if (head === '*') found.push(replaced(element.localName));
  if (!hasPredicate) {
    const predicates = predicatesOf(element);
    found.push(...predicates.map((one) => replaced(`${head}[${one}]`)));
    if (steps.length === 1) found.push(...textPredicate(element).map((one) => replaced(`${head}[${one}]`)));
    found.push(...pairs(predicates).map(([a, b]) => replaced(`${head}[${a} and ${b}]`)));
  }
  if (!head.includes('position()') && head !== '*') found.push(replaced(`${head}[${rankOf(element)}]`));
  if (steps.length < ancestors.length - 1) found.push(['*', ...steps]);
  return found;
}

function predicatesOf(element: Element): string[] {
  const names = element.getAttributeNames().filter((name) => !NEVER.includes(name) && /^[a-z][\w-]*$/.test(name));
  const order = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...(element.id ? ['id'] : []), ...names.filter((name) => name !== 'id').sort((a, b) => order(a) - order(b))]
    .map((name) => [name, element.getAttribute(name) ?? ''] as const)
    .filter(([, value]) => value !== '' && !value.includes('"'))
    .map(([name, value]) => `@${name}="${value}"`);
}

function textPredicate(element: Element): string[] {
  const text = element.textContent?.trim() ?? '';
  return text !== '' && text.length < 60 && !/["\n]/.test(text) ? [`contains(text(), "${text}")`] : [];
}

function pairs(list: readonly string[]): [string, string][] {
  return list.slice(0, MOST_IN_SET * 2).flatMap((a, at) => list.slice(at + 1, 4).map((b): [string, string] => [a, b]));
}

function rankOf(element: Element): number {
  const alike = [...(element.parentElement?.children ?? [element])].filter(
    ({ localName }) => localName === element.localName,
  );
  return alike.indexOf(element) + 1;
}

function findsAlone(path: string, element: Element): boolean {
  try {
    return findByXPath(path, element.ownerDocument) === element;
  } catch {
    return false;
  }
}

function absolute(ancestors: readonly Element[]): string {
  return `/${[...ancestors]
    .reverse()
    .map((one) => `${one.localName}[${rankOf(one)}]`)
    .join('/')}`;
}
