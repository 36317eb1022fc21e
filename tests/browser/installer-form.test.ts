import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_ID } from '../../src/modules/overlays/ids';
import { allValues } from '../../src/settings/defaults';
import { axeRows } from './axe';
import { openBrowser, openOwnPage } from './driver';
import { A4, readPaper } from './paper';
import { startWorld, type World } from './world';

/** « Fiche pour l'informaticien » as the person who installs fills it: what is seen is what the files and the paper say. */
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const ID = 'abcdefghijklmnopabcdefghijklmnop';
const EDGE = 'ponmlkjihgfedcbaponmlkjihgfedcba';
/** All that an ordinary place says of itself. */
const PLACE = {
  structureName: 'CCAS de Villeneuve-sur-Lot',
  structureAddress: '12 bis, place de la République, 47300 Villeneuve-sur-Lot',
  structurePhone: '01 23 45 67 89',
  structureHours: 'du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h',
  structureHelp: 'Samira, conseillère numérique, le mardi matin, bureau 2',
  printPlace: 'à l’accueil, 10 pages gratuites par jour',
  emailDomain: 'ccas-villeneuve.fr',
} as const;
/** Every text as long as it may be. */
const LONGEST: Record<string, string> = {
  ...PLACE,
  structureName: 'Médiathèque « W » '.repeat(7).slice(0, 119),
  ...Object.fromEntries(
    ['structureAddress', 'structureHours', 'structureHelp', 'printPlace'].map((key) => [
      key,
      'Médiathèque « W » '.repeat(17).slice(0, 299),
    ]),
  ),
};
const FOR_ALL = allValues({ mode: 'public', keepExercises: false });

describe('the form for the person who installs', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let downloads: string;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    world = await startWorld(() => undefined);
    downloads = mkdtempSync(join(tmpdir(), 'cote-a-cote-fiche-'));
    browser = await openBrowser('chromium', { world, downloads });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(downloads, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await openOwnPage('chromium', browser, '/options.html');
    await page.locator('.installation summary').click();
  });
  afterEach(async () => {
    await page.close();
    for (const file of readdirSync(downloads)) rmSync(join(downloads, file));
  });

  const take = async (name: string): Promise<Buffer> => {
    await page.locator(`.installation ::-p-text(Enregistrer ${name})`).click();
    const file = join(downloads, name);
    for (const end = Date.now() + 10_000; Date.now() < end && !existsSync(file); )
      await new Promise((resume) => setTimeout(resume, 50));
    return readFileSync(file);
  };
  /** What is typed counts once the field is left. */
  const fill = async (id: string, text: string): Promise<void> => {
    await page.$eval(`input#${id}`, (field) => {
      field.focus();
      field.select();
    });
    if (text === '') await page.keyboard.press('Backspace');
    else await page.keyboard.sendCharacter(text);
    await page.keyboard.press('Tab');
  };
  const fillPlace = async (place: Record<string, string>): Promise<void> => {
    for (const [key, text] of Object.entries(place)) await fill(`machines-${key}`, text);
  };
  const offered = (): Promise<string[]> =>
    page.$$eval('.offered .file-name', (names) => names.map(({ textContent }) => textContent));

  it('shows each function on that is on, and writes every value that it shows', async () => {
    expect(await page.$$eval('.installation legend', (all) => all.map(({ textContent }) => textContent))).toEqual([
      "D'où vient l'extension",
      "Le lieu où l'on peut vous aider",
      'Cet ordinateur',
      "Ce que l'extension montre",
      'Lire plus facilement',
    ]);
    expect(await boxes(page)).toEqual({
      'Les guides : où cliquer, étape par étape': true,
      'Les avertissements avant un choix difficile à défaire': true,
      'Les aides à côté des champs': true,
      'Les mots expliqués': true,
      'Les boutons « Écouter »': true,
      "« Relire ensemble » avant d'envoyer": true,
      "« S'entraîner » sur des pages inventées": true,
      "Permettre de garder un exercice sur cet ordinateur (S'entraîner)": false,
    });
    await fill('choice-chromeId', ID);
    const policy = JSON.parse((await take('cote-a-cote.json')).toString('utf8'));
    expect(policy['3rdparty']).toEqual({ extensions: { [ID]: FOR_ALL } });
  });

  it('proposes to keep exercises where the machine is one person’s, and what was chosen by hand stays', async () => {
    const keeps = (): Promise<boolean | undefined> =>
      boxes(page).then((all) => all["Permettre de garder un exercice sur cet ordinateur (S'entraîner)"]);
    await page.locator('.installation ::-p-text(À une personne, chez elle)').click();
    expect(await keeps()).toBe(true);
    await page.locator('.installation ::-p-text(Permettre de garder un exercice)').click();
    await page.locator('.installation ::-p-text(À tout le monde)').click();
    await page.locator('.installation ::-p-text(À une personne, chez elle)').click();
    expect(await keeps()).toBe(false);
  });

  it('shows the value that an emptied field holds', async () => {
    const shown = (): Promise<string> => page.$eval('input#machines-inactivityMinutes', ({ value }) => value);
    await fill('machines-inactivityMinutes', '5');
    await fill('machines-inactivityMinutes', '');
    expect(await shown()).toBe('10');
    await fill('machines-inactivityMinutes', '');
    expect(await shown()).toBe('10');
  });

  it('starts from the settings of this computer as they are now, and keeps a wrong entry in its field', async () => {
    const shown = (): Promise<string> => page.$eval('input#machines-structureName', ({ value }) => value);
    await page.locator("::-p-text(Le lieu où l'on peut vous aider)").click();
    await fill('own-structureName', 'CCAS de Villeneuve');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#machines-structureName')?.value === 'CCAS de Villeneuve',
    );
    const long = 'Centre communal '.repeat(10);
    await fill('machines-structureName', long);
    expect(await shown()).toBe(long.trim());
    expect(await offered()).toEqual([]);
    await fill('machines-structureName', 'CCAS');
    await fill('machines-inactivityMinutes', '5');
    await fill('machines-inactivityMinutes', '999');
    expect(await page.$eval('input#machines-inactivityMinutes', ({ value }) => value)).toBe('999');
    await fill('own-structureName', '');
    expect(await shown()).toBe('CCAS');
  });

  it('offers a browser’s file once its id is known, and refuses the id that nothing has', async () => {
    expect(await offered()).toEqual(['policies.json', 'reglages-cote-a-cote.json']);
    await fill('choice-chromeId', CHROMIUM_ID);
    expect(await offered()).toEqual([]);
    expect(await page.$eval('#choice-chromeId-help', ({ textContent }) => textContent)).toContain(
      "L'extension ne s'installerait jamais",
    );
    await fill('choice-chromeId', '');
    await fill('choice-edgeId', EDGE);
    expect(await offered()).toEqual([
      'cote-a-cote.reg',
      'cote-a-cote-enlever.reg',
      'cote-a-cote-edge.json',
      'policies.json',
      'reglages-cote-a-cote.json',
    ]);
    const where = await page.$eval('.offered', ({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(where).toContain('Windows, Edge :');
  });

  it('lets in the unsigned file from a folder, unless it was signed', async () => {
    await page.locator('.installation ::-p-text(De fichiers copiés)').click();
    await fill('choice-folder', 'C:\\cote-a-cote');
    const asMade = JSON.parse((await take('policies.json')).toString('utf8'));
    expect(asMade.policies.Preferences).toEqual({ 'xpinstall.signatures.required': false });
    expect(JSON.stringify(asMade)).toContain('file:///C:/cote-a-cote/cote-a-cote-firefox.xpi');
    await page.locator('#choice-isXpiUnsigned').click();
    rmSync(join(downloads, 'policies.json'));
    const signed = JSON.parse((await take('policies.json')).toString('utf8'));
    expect(signed.policies.Preferences).toBeUndefined();
  });

  it.each([
    {
      from: 'stores',
      place: PLACE,
      ids: { 'choice-chromeId': ID, 'choice-edgeId': EDGE },
      says: [
        ID,
        EDGE,
        `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\${EDGE}`,
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome : ForceEphemeralProfiles',
        'Windows, Chrome et Edge',
      ],
    },
    {
      from: 'longest texts',
      place: LONGEST,
      ids: { 'choice-chromeId': ID, 'choice-edgeId': EDGE },
      says: [ID, EDGE],
    },
    {
      from: 'folder',
      place: PLACE,
      ids: { 'choice-folder': 'https://serveur.villeneuve.fr/cote-a-cote', 'choice-crxId': ID },
      says: ['https://serveur.villeneuve.fr/cote-a-cote', `Identifiant du fichier .crx : ${ID}`],
    },
  ])('is one page of paper that says all that was chosen: $from', async ({ from, place, ids, says }) => {
    if (from === 'folder') await page.locator('.installation ::-p-text(De fichiers copiés)').click();
    for (const [id, text] of Object.entries(ids)) await fill(id, text);
    await fillPlace(place);
    const pdf = await page.pdf({ preferCSSPageSize: true, path: join(SHOTS, `fiche-${from}.pdf`) });
    const paper = await readPaper(pdf);
    expect(paper).toMatchObject({ ...A4, pages: 1 });
    const together = paper.text.replace(/\s/g, '');
    const wanted = [
      ...says,
      ...Object.values(place),
      'efface presque tout quand on le ferme (conseillé sur un poste public) : oui',
      "Permettre de garder un exercice sur cet ordinateur (S'entraîner) (keepExercises) : non",
    ];
    expect(wanted.filter((words) => !together.includes(words.replaceAll(' ', '')))).toEqual([]);
  });

  it('without the form open, paper shows the settings of this computer', async () => {
    await page.locator('.installation summary').click();
    const { text } = await readPaper(await page.pdf());
    expect(text).toContain('Lire plus facilement');
  });

  it.each([
    [1024, 768],
    [320, 256],
  ])('has nothing for axe to say and nothing cut at %i × %i', async (width, height) => {
    await page.setViewport({ width, height });
    await fill('choice-chromeId', ID);
    await fill('choice-edgeId', EDGE);
    expect(await axeRows(page, true)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(SHOTS, `fiche-${width}.png`), fullPage: true });
  });
});

/** The boxes of the settings in the form, by their words, with whether they are ticked. */
async function boxes(page: Page): Promise<Record<string, boolean>> {
  return await page.$$eval('.installation fieldset:not(:first-of-type) input[type=checkbox]', (all) =>
    Object.fromEntries(
      all.map((one) => [
        (one.parentElement?.textContent ?? '').replace(/\s+/g, ' ').trim(),
        (one as HTMLInputElement).checked,
      ]),
    ),
  );
}
