import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { PracticePage } from '../../../src/schema';
import { buildPacks } from '../../../src/schema/load/build-packs';
import { dsfrExamples } from '../../pages/dsfr';
import { practiceHandler } from '../../pages/serve';
import { hash } from './in-page/random';
import { renamedCss } from './in-page/rename';

/** Held out by page and by version: training sees neither the pages nor the versions of the other half. */
export type Half = 'training' | 'held-out';

export const VERSIONS: Record<Half, readonly string[]> = {
  training: ['1.0.0', '1.4.3', '1.7.2', '1.9.4', '1.11.2', '1.13.2', '1.15.3'],
  'held-out': ['1.2.1', '1.5.2', '1.8.5', '1.10.2', '1.12.1', '1.14.4'],
};

const OVERLAYS = resolve(import.meta.dirname, '../../../overlays');

export interface Source {
  /** Address on the bench's own server, without the origin. */
  path: string;
  /** The same page in any version, or any state: halves are never shared within a family. */
  family: string;
  /** Version of the design system; absent on our own practice pages. */
  version?: string;
}

/** @returns the half a page belongs to, whatever its version. */
export function halfOf(family: string): Half {
  const group = family.replace(/^(account|page|layout)\//, '').split('/')[0] ?? family;
  return hash(`${group}/`) % 2 === 0 ? 'training' : 'held-out';
}

/** @returns the example pages of the design system in these versions, with something to use on them. */
export function dsfrSources(half: Half, versions: readonly string[] = VERSIONS[half]): Source[] {
  return versions.flatMap((version) => {
    const root = join(dsfrExamples(version), 'example');
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('index.html'))
      .map((name) => ({ name, family: familyOf(name) }))
      .filter(({ name, family }) => family !== '' && halfOf(family) === half && isContent(join(root, name)))
      .map(({ name, family }) => ({ path: `/dsfr/${version}/example/${name}`, family, version }));
  });
}

/** Pages that list other pages, or show pictures and colours, have nothing to use on them. */
function familyOf(name: string): string {
  const path = name.replace(/\/?index\.html$/, '');
  if (!path || /^(core|utility|utilities|scheme|legacy|dsfr|content|icons?)(\/|s?$)/.test(path)) return '';
  const last = path
    .replace(/^component\//, '')
    .replace(/^(layout\/)?pattern\//, 'pattern/')
    .replace(/^(layout\/)?page\/(account\/)?/, 'page/')
    .replace('page/recover/1-form', 'page/login/3-recover/3a-form')
    .replace('page/recover/2-confirmation', 'page/login/3-recover/3b-confirmation');
  return last.includes('/') || last.startsWith('pattern') || last.startsWith('page')
    ? last.replace(/^pattern\//, '')
    : last.replace(/(?<!s)s$/, '').replace('checkboxe', 'checkbox');
}

function isContent(file: string): boolean {
  return existsSync(file) && statSync(file).size > 6_000;
}

export interface OwnPages {
  sources: Record<Half, Source[]>;
  synonyms: string[][];
  /** @returns the document of one of our practice pages. */
  body(path: string): Promise<string | undefined>;
}

/** Our own practice pages: rebuilt from descriptions, of every site. */
export async function ownPages(): Promise<OwnPages> {
  const sites = buildPacks(OVERLAYS);
  const pages = sites.flatMap(({ practice }) => practice);
  const handler = await practiceHandler(pages);
  const at = (page: PracticePage): string => `/practice/${new URL(page.url).host}/${page.id}`;
  const sources = pages.map((page) => ({ path: at(page), family: `practice/${page.id}` }));
  const inHalf = (half: Half): Source[] =>
    sources.filter(({ family }) => (hash(`${family}/`) % 2 === 0) === (half === 'training'));
  return {
    sources: { training: inHalf('training'), 'held-out': inHalf('held-out') },
    synonyms: sites[0]?.pack.synonyms ?? [],
    body: async (path) => {
      const page = pages.find((one) => at(one) === path);
      const answer = page && (await handler({ url: new URL(page.url), method: 'GET', headers: {}, body: '' }));
      return answer?.body.toString();
    },
  };
}

/** @returns a page of the design system as it is shown: one style sheet, no script, no request to elsewhere. */
export function dsfrBody(path: string): string | undefined {
  const [, , version = '', ...rest] = path.split('/');
  const file = join(dsfrExamples(version), ...rest);
  if (!existsSync(file) || relative(dsfrExamples(version), file).startsWith('..')) return undefined;
  return readFileSync(file, 'utf8')
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*>/g, '')
    .replace('</head>', `<link rel="stylesheet" href="/css/${version}.css"></head>`);
}

const sheets = new Map<string, string>();

/** @returns the style sheet of a version, with its classes renamed in one of six ways when asked. */
export function dsfrCss(version: string, variant: number | undefined): string {
  const key = `${version}/${variant}`;
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const folder = join(dsfrExamples(version), 'dist');
  const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((one) => one.endsWith('dsfr.min.css'));
  const css = name ? readFileSync(join(folder, name), 'utf8').replace(/@font-face\s*{[^}]*}/g, '') : '';
  const sheet = variant === undefined ? css : renamedCss(css, variant);
  sheets.set(key, sheet);
  return sheet;
}
