import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const strings: unknown = parse(readFileSync(resolve(import.meta.dirname, '../../src/locales/fr.yml'), 'utf8'));

/** The real French strings, for unit tests: the browser's own i18n does not exist there. */
export const i18n = {
  t(key: string, substitutions: readonly string[] = []): string {
    let found: unknown = strings;
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    if (typeof found !== 'string') throw new Error(`No French string for ${key}`);
    return found.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
  },
};
