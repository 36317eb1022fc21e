import { hash } from './random';

/** Ways to rename the classes of a page; the style sheet is renamed in the same way, so the page looks the same. */
const PREFIXES = ['ui-', 'app-', 'k-', 'gouv-', 'x-', 'mod-'];

/** @returns the new name of a class: another prefix, or no word left of it. */
export function renamedClass(name: string, variant: number): string {
  const prefix = PREFIXES[variant % PREFIXES.length] ?? 'ui-';
  const rest = name.replace(/^fr-/, '');
  return variant % 2 === 0 ? prefix + rest : `${prefix}${hash(`${variant}${name}`).toString(36)}`;
}

/** @returns a style sheet with every class renamed. */
export function renamedCss(css: string, variant: number): string {
  return css.replace(/\.(-?[_a-z][\w-]*)(?=[^{}]*\{)/gi, (_, name: string) => `.${renamedClass(name, variant)}`);
}

const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'list'];

/** Renames every id of a page, with what refers to it, and every class, with the style sheets that go with it. */
export async function renamePage(document: Document, variant: number): Promise<void> {
  const id = (old: string): string => `${PREFIXES[variant % PREFIXES.length]}${hash(`${variant}#${old}`).toString(36)}`;
  const known = new Set([...document.querySelectorAll('[id]')].map((element) => element.id));
  for (const element of document.querySelectorAll('*')) {
    if (element.id) element.id = id(element.id);
    for (const name of REFERENCES) {
      const value = element.getAttribute(name);
      if (value)
        element.setAttribute(
          name,
          value.replace(/\S+/g, (one) => (known.has(one) ? id(one) : one)),
        );
    }
    const href = element.getAttribute('href');
    if (href?.startsWith('#') && known.has(href.slice(1))) element.setAttribute('href', `#${id(href.slice(1))}`);
    const classes = element.getAttribute('class');
    if (classes)
      element.setAttribute(
        'class',
        classes.replace(/\S+/g, (one) => renamedClass(one, variant)),
      );
  }
  for (const style of document.querySelectorAll('style')) style.textContent = renamedCss(style.textContent, variant);
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(
    sheets.map(async (sheet) => {
      const loaded = new Promise((done) => sheet.addEventListener('load', done, { once: true }));
      sheet.href = `${sheet.href}?variant=${variant}`;
      await loaded;
    }),
  );
}
