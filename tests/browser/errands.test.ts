import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPacks } from '../../src/schema/load/build-packs';
import { practiceHandler } from '../pages/serve';
import type { BrowserName } from './driver';
import { failuresOf } from './failures';
import { followGuide, type Plan } from './follow-guide';
import { openedAnewFor } from './opened';
import { press, until } from './person';

const SHOTS = resolve(import.meta.dirname, '../screenshots');
const sites = buildPacks(resolve(import.meta.dirname, '../../overlays'));

interface Errand {
  name: string;
  start: string;
  guide: string;
  plan: Plan;
  warnings: number;
  /** Whether the errand ends by sending something. */
  sends: number;
}

const ERRANDS: Errand[] = [
  {
    name: "l'actualisation de France Travail",
    start: 'https://candidat.francetravail.fr/espacepersonnel/',
    guide: 'Faire mon actualisation du mois',
    plan: {
      choices: [
        "Non, je n'ai pas travaillé",
        'Non, pas de formation',
        "Non, pas d'arrêt",
        'Non, pas de nouvelle pension',
        'Oui, je veux rester inscrit',
      ],
    },
    warnings: 1,
    sends: 1,
  },
  {
    name: 'la déclaration trimestrielle de la CAF',
    start: 'https://wwwd.caf.fr/redirect/s/Redirect?page=monCompte',
    guide: 'Faire ma déclaration trimestrielle',
    plan: { choices: ["Non, rien n'a changé"], typed: { nir: '2850578006084', code: '123456', 'salaire-1': '' } },
    warnings: 1,
    sends: 1,
  },
  {
    name: "l'attestation de droits d'ameli",
    start: 'https://assure.ameli.fr/PortailAS/appmanager/PortailAS/assure?_nfpb=true&_pageLabel=as_login_page',
    guide: 'Avoir mon attestation de droits',
    plan: { choices: [], typed: { user: '2850578006084' } },
    warnings: 1,
    sends: 0,
  },
];

describe.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
  const here = openedAnewFor(name, () => practiceHandler(sites.flatMap(({ practice }) => practice)));
  let page: Page;
  beforeAll(() => void mkdirSync(SHOTS, { recursive: true }));
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await page.screenshot({ path: resolve(SHOTS, `failed-${name}.png`) });
  });

  it.each(ERRANDS)(
    'a person is led through $name',
    async ({ start, guide, plan, warnings, sends }) => {
      page = await here.browser.newPage();
      here.world.forget();
      await page.goto(start);
      await press(page, 'Aide', 'dock');
      await press(page, guide, 'dock');
      await until(page, 'the first bubble', (seen) => seen.bubble !== undefined);
      const journey = await followGuide(page, plan);
      expect(journey.ended).toBe(true);
      // Led, not merely clicked through: no step was read in words on a page that was not its own.
      expect(journey.steps.filter((step) => /Je ne (?:reconnais pas|trouve pas l)/.test(step))).toEqual([]);
      expect(journey.warnings).toHaveLength(warnings);
      expect(here.world.requests.filter(({ url }) => url.pathname === '/__sent')).toHaveLength(sends);
      await page.screenshot({ path: resolve(SHOTS, `end-${name}.png`) });
      expect(await failuresOf(name, here.browser)).toEqual({});
    },
    120_000,
  );
});
