import { isRealDate } from '../hints/real-date';

/** Which printable sheet: ids and a day only, never a word of the page. */
export interface SheetAddress {
  kind: 'guide' | 'term' | 'warning';
  site: string;
  id: string;
  /** ISO day on which it was done; today when absent. */
  day?: string | undefined;
}

const KINDS: readonly SheetAddress['kind'][] = ['guide', 'term', 'warning'];
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @returns the address of a sheet inside the extension: `/sheet.html#guide=caf/rsa&day=2026-11-24`. */
export function sheetPath({ kind, site, id, day }: SheetAddress): string {
  return `/sheet.html#${kind}=${site}/${id}${day ? `&day=${day}` : ''}`;
}

/** Reads a sheet's address back. @returns `undefined` when it is none: anyone can type in an address bar. */
export function sheetOf(hash: string): SheetAddress | undefined {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const kind = KINDS.find((one) => parts.has(one));
  const [site, id, ...more] = (kind ? (parts.get(kind) ?? '') : '').split('/');
  if (!kind || !site || !id || more.length > 0 || !ID.test(site) || !ID.test(id)) return undefined;
  const day = parts.get('day');
  return { kind, site, id, ...(day && DAY.test(day) && isRealDate(day) ? { day } : {}) };
}
