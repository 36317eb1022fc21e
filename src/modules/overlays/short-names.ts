import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** The messages that the browser reads, as the i18n module writes them. */
export type BrowserMessages = Record<string, unknown>;

/**
 * Short names for messages, by the keys that the code has (`guide.next`): every page of the sites carries the names, where
 * the messages themselves stay with the browser. None can meet a real name, which has its section before `_`.
 */
export function shortNames(root: string): ReadonlyMap<string, string> {
  const sections = parse(readFileSync(resolve(root, 'src/locales/fr.yml'), 'utf8')) as Record<string, object>;
  const keys = Object.entries(sections).flatMap(([section, messages]) =>
    Object.keys(messages).map((key) => `${section}.${key}`),
  );
  return new Map(keys.map((key, place) => [key, place.toString(36)]));
}

/** @returns source code whose `i18n.t(…)` ask for messages by their short names; names put together at run time stay long. */
export function withShortNames(code: string, names: ReadonlyMap<string, string>): string {
  return code.replace(/i18n\.t\((?:[^()]|\([^()]*\))*/g, (call) =>
    call.replace(/'(\w+\.\w+)'/g, (literal, key: string) => (names.has(key) ? `'${names.get(key)}'` : literal)),
  );
}

/** @returns the same messages, each under its short name too. */
export function withShortMessages(messages: BrowserMessages, names: ReadonlyMap<string, string>): BrowserMessages {
  const short = [...names].map(([key, name]) => [name, messages[key.replace('.', '_')]] as const);
  return { ...messages, ...Object.fromEntries(short.filter(([, message]) => message !== undefined)) };
}
