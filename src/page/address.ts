import type { Address } from '../schema';

/** @returns whether an address fits a page's description; `*` stands for any characters, a pattern without end is a beginning. */
export function fitsAddress({ host, path, hash, query }: Address, url: URL): boolean {
  return (
    url.hostname === host &&
    (path === undefined || fitsPattern(path, url.pathname)) &&
    (hash === undefined || fitsPattern(hash, url.hash)) &&
    Object.entries(query ?? {}).every(([key, wanted]) => {
      const actual = url.searchParams.get(key);
      return actual !== null && fitsPattern(`${wanted}\n`, `${actual}\n`);
    })
  );
}

/** Prefix match with `*`, without regular expressions: linear, so that no imported pattern can hang a page. */
export function fitsPattern(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
