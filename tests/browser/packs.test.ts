import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePack } from '../../src/packaging/make-pack';
import { buildPacks, loadServices } from '../../src/schema/load/build-packs';
import { OWN_KEY } from '../../src/settings/live-settings';
import { axeRows } from './axe';
import { type BrowserName, openOwnPage } from './driver';
import { openedFor } from './opened';
import { look, until } from './person';

/** What a structure wrote, added by hand in the options page, and shown on a page of the site. */
const ROOT = resolve(import.meta.dirname, '../..');
const SHOTS = resolve(import.meta.dirname, '../screenshots');
const FOLDER = mkdtempSync(join(tmpdir(), 'lot-'));
const EVIDENCE = '    source: "Villeneuve, novembre 2026"\n    checkedOn: never\n    confidence: sourced\n';
const FILES = {
  'words/villeneuve.yaml': `theme: "Villeneuve"\nwords:\n  - id: carte-villeneuve\n    term: "Carte Villeneuve"\n    plain: "Elle fait payer moins cher le bus."\n${EVIDENCE}`,
  'people.yaml': `people:\n  - id: ccas-villeneuve\n    name: "CCAS de Villeneuve"\n    kind: nearby\n    link: "https://villeneuve.example/ccas"\n    what: "Samira regarde la lettre avec vous."\n${EVIDENCE}`,
};
const known = {
  packs: buildPacks(resolve(ROOT, 'overlays')).map(({ pack }) => pack),
  services: loadServices(resolve(ROOT, 'overlays')),
};

/** Writes a pack file, and gives its path with the key that signed it. */
function packFile(name: string, keyFile?: string): { file: string; key: string | undefined } {
  const folder = mkdtempSync(join(FOLDER, 'source-'));
  mkdirSync(join(folder, 'words'));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(folder, path), text);
  const { text, publicKey } = makePack({ folder, name, today: '2026-11-27', keyFile }, known);
  const file = join(folder, 'lot.json');
  writeFileSync(file, text);
  return { file, key: publicKey };
}

describe.each<BrowserName>(['chromium', 'firefox'])('help that a structure adds, in %s', (name) => {
  const here = openedFor(name, () => () => ({
    body: '<!doctype html><html lang="fr"><title>Ville</title><h1>Aide</h1><p>Avec la Carte Villeneuve, le bus coûte moins.</p>',
  }));
  let options: Page;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    options = await openOwnPage(name, here.browser, '/options.html');
    await options.waitForSelector('#packs input[type=file]');
    await options.click('#packs summary');
  });

  const says = async (): Promise<string> =>
    await options.$eval('#packs', (place) => (place as HTMLElement).innerText.replace(/\s+/g, ' '));
  const untilSays = async (words: RegExp): Promise<void> => {
    const end = Date.now() + 15_000;
    while (Date.now() < end && !words.test(await says())) await new Promise((resume) => setTimeout(resume, 80));
    expect(await says()).toMatch(words);
  };
  /** On a public machine the end of the session is offered in a tab in front. */
  const give = async (file: string): Promise<void> => {
    await options.bringToFront();
    const input = (await options.$('#packs input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
  };
  const press = async (words: RegExp): Promise<void> => {
    await options.bringToFront();
    for (const button of await options.$$('#packs button'))
      if (words.test((await button.evaluate(({ textContent }) => textContent)) ?? '')) return await button.click();
    throw new Error(`no button ${words} in: ${await says()}`);
  };
  const set = async (own: Record<string, unknown>): Promise<void> =>
    await options.evaluate(
      async (key, values) => {
        interface Api {
          storage: { local: { set(values: object): Promise<void> } };
        }
        const { browser: firefox, chrome } = globalThis as unknown as Record<string, Api | undefined>;
        await (firefox ?? chrome)?.storage.local.set({ [key]: values });
      },
      OWN_KEY,
      own,
    );
  /** The word of the pack on a page of the site: its card, or nothing when it is not marked. */
  const card = async (isExpected: boolean): Promise<string | undefined> => {
    const page = await here.browser.newPage();
    try {
      await page.goto('https://www.caf.fr/villeneuve');
      const marked = async (): Promise<number> =>
        await page.evaluate(() => CSS.highlights.get('cote-a-cote')?.size ?? 0);
      await until(page, 'our help', ({ buttons }) => buttons.some(({ words }) => words === 'Aide'), 20_000);
      const end = Date.now() + (isExpected ? 20_000 : 2_500);
      while (Date.now() < end && (await marked()) === 0) await new Promise((resume) => setTimeout(resume, 100));
      if ((await marked()) === 0) return undefined;
      const [x, y] = await page.$eval('p', (text) => {
        const range = document.createRange();
        range.setStart(text.firstChild as Text, 8);
        range.setEnd(text.firstChild as Text, 24);
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      });
      await page.mouse.click(x, y);
      await until(page, 'the card', ({ word }) => word !== undefined);
      return (await look(page)).word;
    } finally {
      await page.close();
    }
  };

  it('is refused with every reason when it is broken, and changes nothing', async () => {
    const broken = join(FOLDER, 'cassé.json');
    const { file } = packFile('Villeneuve');
    writeFileSync(broken, JSON.stringify({ lot: file }));
    await give(broken);
    await untilSays(/n’est pas un lot d’aides de Côte à Côte\. Rien n'a changé/);
    const wrong = JSON.stringify({
      name: 'Villeneuve',
      madeOn: '2026-11-27',
      files: { 'people.yaml': FILES['people.yaml'].replace(/ {4}what.*\n/, '') },
    });
    writeFileSync(broken, JSON.stringify({ format: 'cote-a-cote/lot', version: 1, content: wrong }));
    await give(broken);
    await untilSays(/people\.yaml, ligne 2, « people › 1 › what » : ce champ manque/);
    expect(await card(false)).toBeUndefined();
  });

  it('says what is in it and where it leads before it is added, and can be left', async () => {
    await give(packFile('Villeneuve').file);
    await untilSays(/Ajouter le lot «\sVilleneuve\s»/);
    const words = await says();
    expect(words).toMatch(/Il n'a pas de signature/);
    expect(words).toMatch(/villeneuve\.example/);
    expect(words).toMatch(/mots\s: 1/);
    expect(await options.evaluate(() => document.activeElement?.id)).toBe('pack-asked');
    expect(await axeRows(options, true)).toEqual([]);
    await options.screenshot({ path: resolve(SHOTS, `packs-${name}.png`), fullPage: name === 'chromium' });
    await press(/Ne pas/);
    await untilSays(/Rien n'a changé/);
    expect(await card(false)).toBeUndefined();
  });

  it('is shown on the site once it is added, goes when it is taken away, and comes back', async () => {
    await give(packFile('Villeneuve').file);
    await untilSays(/Ajouter le lot/);
    await press(/Ajouter ce lot/);
    await untilSays(/C'est ajouté/);
    expect(await card(true)).toMatch(/Elle fait payer moins cher le bus/);
    await press(/Retirer le lot «\sVilleneuve\s»/);
    await untilSays(/Nous avons retiré/);
    expect(await card(false)).toBeUndefined();
    await press(/Le remettre/);
    await untilSays(/C'est ajouté/);
    expect(await card(true)).toMatch(/moins cher/);
  });

  it('must be signed by a key of the structure where there is one, and on a public machine', async () => {
    await set({ mode: 'public' });
    await untilSays(/Nous ne montrons pas ce lot\. Sur un poste public/);
    expect(await card(false)).toBeUndefined();
    const { file, key } = packFile('Villeneuve', join(FOLDER, `${name}.pem`));
    await give(file);
    await untilSays(/règle d'abord les clés des lots qu'elle accepte\. Rien n'a changé/);
    await set({ mode: 'public', packKeys: key });
    await untilSays(/chacun porte une signature qu'elle connaît/);
    await give(packFile('Villeneuve', join(FOLDER, `${name}-autre.pem`)).file);
    await untilSays(/ne connaît pas la signature de ce lot\. Rien n'a changé/);
    await give(file);
    await untilSays(/Votre structure connaît sa signature/);
    expect(await says()).toMatch(/Il prend la place du lot du même nom/);
    await press(/Ajouter ce lot/);
    await untilSays(/C'est ajouté/);
    expect(await card(true)).toMatch(/moins cher/);
  });
});
