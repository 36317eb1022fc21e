import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dsfrFolder, dsfrHandler } from '../pages/dsfr';
import { type BrowserName, openBrowser } from './driver';
import { openReread, rereadRows, type SeenRow } from './reread-sheet';
import { startWorld, type World } from './world';

const LEGEND = 'Légende pour l’ensemble des éléments';
const TEXT = 'Libellé champ de saisie|Libellé champs de saisie';

/** The question of each control, written by hand from the pages, by the stable part of its id. */
const QUESTIONS: Record<string, string> = {
  address: 'Adresse',
  apartment: "Numéro d'appartement",
  birth: 'Nom de naissance',
  block: 'Immeuble',
  building: 'Bâtiment',
  cedex: 'Cedex',
  checkbox: LEGEND,
  'checkbox-disabled': LEGEND,
  'checkbox-error': LEGEND,
  'checkbox-inline': LEGEND,
  'checkbox-cnil': 'Mention CNIL — Lorem ipsum dolor sit amet, consectetur adipicing est',
  city: 'Ville ou commune',
  complement: 'Complément d’adresse (optionnel)',
  country: 'Pays',
  'date-bday-day': 'Date de naissance',
  'date-bday-month': 'Date de naissance',
  'date-bday-year': 'Date de naissance',
  'date-error-bday-day': 'Date de naissance',
  'date-error-bday-month': 'Date de naissance',
  'date-error-bday-year': 'Date de naissance',
  disabler: "Je n'ai pas de prénom",
  email: 'Adresse électronique',
  family: 'Situation familiale',
  'family-name': 'Nom',
  female: 'Sexe',
  given: 'Prénom',
  givens: 'Prénom|Prénom(s)',
  honorific: 'Titre d’appel',
  locality: 'Lieu-dit, commune déléguée ou boîte postale',
  male: 'Sexe',
  married: "Nom d'usage",
  name: 'Dénomination',
  'nationality-select': 'Nationalité',
  number: 'Numéro',
  'password-input': 'Mot de passe',
  postal: 'Code postal',
  radio: LEGEND,
  'radio-disabled': LEGEND,
  'radio-error': LEGEND,
  'radio-inline': LEGEND,
  'radio-rich': LEGEND,
  remember: 'Se souvenir de moi',
  representative: 'Fonction dans la société|Fonction(s) dans la société',
  siret: 'Numéro de SIRET',
  stare: 'Escalier',
  street: 'Voie',
  structure: 'Type de société',
  tel: 'Numéro de téléphone',
  text: TEXT,
  'text-disabled': TEXT,
  username: 'Identifiant',
  usual: "Nom d'usage",
};

/** Where the pages of a version are, and how many of ours it has: the older ones lack two patterns. */
const VERSIONS: Record<string, [pages: string, count: number]> = {
  '1.9.0': ['example/page/account', 13],
  '1.10.2': ['example/page/account', 13],
  '1.12.1': ['example/page/account', 13],
  '1.13.2': ['example/page/account', 13],
  '1.15.3': ['example/layout/page', 15],
};
/** The oldest and the newest: what differs between browsers differs there too. */
const ENDS = ['1.9.0', '1.15.3'];
const PAGES = [
  'login/1-default',
  'login/2-error',
  'register/1-single',
  'register/2-steps/2a-login',
  'register/2-steps/2b-identity',
  'register/2-steps/2c-address',
];
const PATTERNS = ['address', 'civility', 'company', 'date', 'email', 'name', 'nationality', 'tel'];

interface Filled {
  stem: string;
  /** What must stand in the answer: a typed mark, the words of the choice, or nothing for a tick. */
  mark: string;
  kind: 'mark' | 'tick' | 'secret';
}

for (const version of Object.keys(VERSIONS)) dsfrFolder(version);
const paths = Object.entries(VERSIONS).flatMap(([version, [pages]]) => {
  const patterns = `${pages.replace(/\/page.*/, '')}/pattern`;
  return [
    'example/component/form',
    ...PAGES.map((name) => `${pages}/${name}`),
    ...PATTERNS.map((name) => `${patterns}/${name}`),
  ]
    .filter((path) => existsSync(join(dsfrFolder(version), path)))
    .map((path) => ({ version, path }));
});

it('has every page of every version', () => {
  const counts = Object.keys(VERSIONS).map((version) => paths.filter((one) => one.version === version).length);
  expect(counts).toEqual(Object.values(VERSIONS).map(([, count]) => count));
});

/** Fills every control that a person can reach with something of its own (ids given twice leave some without a label). Runs in the page. */
function fillAll(): Filled[] {
  const filled: Filled[] = [];
  const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea')];
  for (const [place, control] of controls.entries()) {
    const label = control.labels?.[0];
    if (/hidden|submit/.test(control.type) || control.id.endsWith('-show')) continue;
    if (!(label ?? control).checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const stem = control.id.replace(/-?\d+/g, '');
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = control.options.length - 1 - (place % 2);
      filled.push({ stem, mark: control.selectedOptions[0]?.text.trim() ?? '', kind: 'mark' });
    } else if (control.type === 'radio') {
      control.checked = true;
      const words = [...(label?.childNodes ?? [])].find((node) => node.textContent?.trim())?.textContent?.trim() ?? '';
      const same = filled.findIndex(({ mark }) => mark.startsWith(`${control.name}|`));
      const one = { stem, mark: `${control.name}|${words}`, kind: 'mark' as const };
      if (same >= 0) filled[same] = one;
      else filled.push(one);
    } else if (control.type === 'checkbox') {
      control.checked = true;
      const group = [...(control.closest('fieldset')?.querySelectorAll('input') ?? [])];
      const isOneOfMany = group.length > 1 && group.every(({ type }) => type === 'checkbox');
      filled.push({
        stem,
        mark: isOneOfMany ? (label?.firstChild?.textContent?.trim() ?? '') : '',
        kind: isOneOfMany ? 'mark' : 'tick',
      });
    } else if (/^(tel|email)/.test(stem) && control.type !== 'password') {
      control.value = stem === 'tel' ? `06000000${place + 10}` : `m${place}@dsfr.fr`;
      filled.push({ stem, mark: stem === 'tel' ? `06 •••• ${place + 10}` : 'm•••@dsfr.fr', kind: 'mark' });
    } else {
      control.value = `m${place}m`;
      filled.push({ stem, mark: `m${place}m`, kind: control.type === 'password' ? 'secret' : 'mark' });
    }
  }
  return filled.map((one) => ({ ...one, mark: one.mark.replace(/^[^|]*\|/, '') }));
}

interface Expected {
  stem: string;
  questions: string[];
  answer: string;
}

/** The whole sheet that the filled controls must give, in the order of the page; the fields of one date are one answer, and so are boxes to tick together. */
function answersOf(filled: readonly Filled[]): Expected[] {
  const sheet: Expected[] = [];
  for (const { stem, mark, kind } of filled) {
    const questions = QUESTIONS[stem]?.split('|') ?? [];
    const last = sheet.at(-1);
    const isTickedWithLast = last?.stem === stem && stem.startsWith('checkbox') && kind === 'mark';
    if (isTickedWithLast) last.answer += `, ${mark}`;
    else if (/-(month|year)$/.test(stem) && last) last.answer += `/${mark}`;
    else sheet.push({ stem, questions, answer: { mark, tick: 'Case cochée', secret: 'Secret' }[kind] });
  }
  return sheet;
}

describe.each<BrowserName>(['chromium', 'firefox'])('reading over the design system’s own forms in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const table: Record<string, { expected: number; found: number; wrong: number }> = {};
  beforeAll(async () => {
    world = await startWorld(dsfrHandler);
    browser = await openBrowser(name, { world });
    page = await browser.newPage();
  });
  afterAll(async () => {
    console.table(table);
    await browser?.close();
    await world?.close();
  });

  it.each(paths.filter(({ version }) => name === 'chromium' || ENDS.includes(version)))(
    '$version $path',
    async ({ version, path }) => {
      await page.goto(`https://www.caf.fr/${version}/${path}/`, { waitUntil: 'load' });
      const filled = await page.evaluate(fillAll);
      await openReread(page);
      const rows = await rereadRows(page);
      const expected = answersOf(filled);
      const isRight = ({ questions, answer }: Expected, row: SeenRow | undefined): boolean =>
        row !== undefined && questions.includes(row.question) && answer === row.answer.replace(/^Secret.*/, 'Secret');
      const line = {
        expected: expected.length,
        found: expected.filter((one, at) => isRight(one, rows[at])).length,
        wrong: rows.filter((row, at) => !expected[at] || !isRight(expected[at], row)).length,
      };
      table[`${version} ${path}`] = line;
      expect(line, JSON.stringify({ expected, rows }, null, 1)).toEqual({
        expected: expected.length,
        found: expected.length,
        wrong: 0,
      });
      expect(expected.length).toBeGreaterThan(0);
    },
  );
});
