import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeRows } from './axe';
import { type BrowserName, openBrowser } from './driver';
import { type Focused, focused, tabTo, use } from './keyboard';
import { A4, readPaper } from './paper';
import { CASES, CASES_EXPECTED } from './reread-forms';
import { openReread, rereadRows, type SeenRow } from './reread-sheet';
import { startWorld, type World } from './world';

const SHOTS = resolve(import.meta.dirname, '../screenshots');

const NOTE = 'rappeler la mairie';

/** Fields of every kind, as pages of all ages make them. */
const FORM = `<!doctype html><html lang="fr"><title>Formulaire</title>
<header role="search"><input type="search" aria-label="Rechercher" value="chercher"></header>
<h1>Ma demande</h1>
<form>
  <label for="nom">Nom <span class="hint">comme sur votre carte</span> *</label><input id="nom" value="Bernard">
  <label>Prénom : <input value="Nadia"></label>
  <input type="hidden" name="jeton" value="cache-hidden">
  <label for="mdp">Mot de passe</label><input id="mdp" type="password" value="secret-password">
  <label for="code">Code reçu par SMS</label><input id="code" value="secret-code">
  <label for="carte">Numéro</label><input id="carte" autocomplete="cc-number" value="4111111111111111">
  <label for="libre">Note</label><input id="libre" value="5555 5555 5555 4444">
  <label for="nir">Numéro de sécurité sociale</label><input id="nir" value="2 85 05 78 006 084">
  <label for="iban">IBAN</label><input id="iban" value="FR14 2004 1010 0505 0001 3M02 606">
  <label for="tel">Téléphone</label><input id="tel" type="tel" value="06 12 34 56 78">
  <label for="mail">E-mail</label><input id="mail" type="email" value="nadia@exemple.fr" aria-invalid="true">
  <label for="jour">Date de la demande</label><input id="jour" type="date" value="2026-11-24">
  <label for="ville">Ville</label><select id="ville"><option value="">Choisir</option><option selected>Lille</option></select>
  <label for="pays">Pays</label><select id="pays"><option value="">Choisir</option></select>
  <label for="vide">Complément</label><textarea id="vide"></textarea>
  <label for="replie" hidden>Replié</label><input id="replie" hidden value="pas-montre">
  <fieldset><legend>Êtes-vous seul ?</legend>
    <input type="radio" name="seul" id="oui" style="position:absolute;opacity:0;width:1px;height:1px" checked><label for="oui">Oui</label>
    <input type="radio" name="seul" id="non" style="position:absolute;opacity:0;width:1px;height:1px"><label for="non">Non</label>
  </fieldset>
  <div><p>Avez-vous des enfants ?</p>
    <label><input type="radio" name="enfants"> Oui</label><label><input type="radio" name="enfants"> Non</label></div>
  <fieldset><legend>Vos ressources</legend>
    <label><input type="checkbox" checked> Salaire</label><label><input type="checkbox"> Pension</label>
    <label><input type="checkbox" checked> Chômage</label></fieldset>
  <label><input type="checkbox"> J'accepte</label>
  <fieldset><legend>Date de naissance</legend>
    <label>Jour <input value="05"></label><label>Mois <input value="03"></label><label>Année <input value=""></label></fieldset>
  <fieldset><legend>Employeur 1</legend><label>Montant <input value="100"></label></fieldset>
  <fieldset><legend>Employeur 2</legend><label>Montant <input value="200"></label></fieldset>
  <table><tr><th>Mois</th><th>Salaire</th><th>Pension</th></tr>
    <tr><th>Janvier</th><td><input value="301"></td><td><input value="302"></td></tr>
    <tr><th>Février</th><td><input value="303"></td><td><input value="304"></td></tr></table>
  <table><tr><td>Loyer</td><td><input value="450"></td></tr></table>
  <span id="q1">Votre métier</span><div role="textbox" contenteditable="true" aria-labelledby="q1">Cuisinière</div>
  <span id="q2">Votre contrat</span><div role="combobox" aria-labelledby="q2" aria-controls="l2" tabindex="0">CDD</div>
  <ul role="listbox" id="l2"><li role="option" aria-selected="true">CDD</li></ul>
  <div role="listbox" aria-label="Jours" tabindex="0"><div role="option" aria-selected="true">Lundi</div><div role="option">Mardi</div></div>
  <div role="radiogroup" aria-label="Logement"><div role="radio" aria-checked="true" tabindex="0">Locataire</div><div role="radio" tabindex="0">Propriétaire</div></div>
  <div role="switch" aria-checked="true" aria-label="Alertes" tabindex="0">ok</div>
  <div role="slider" aria-label="Heures" aria-valuenow="12" tabindex="0" style="width:90px;height:20px"></div>
  <x-champ></x-champ>
  <iframe srcdoc="<label>Dans un cadre <input value='cadre'></label>"></iframe>
  <iframe src="https://wwwd.caf.fr/cadre" title="Même site, autre adresse"></iframe>
  <label for="apres">Après le cadre</label><input id="apres" value="suite">
  <iframe src="https://ailleurs.example/cadre" title="Autre site"></iframe>
  <label for="code6">Code</label><input id="code6" value="secret-bare">
  <label for="x9">Votre clé</label><input id="x9" name="user_password" type="text" value="secret-named">
  <fieldset><legend>Code reçu par mail</legend>
    <input aria-label="Chiffre 1" maxlength="1" value="7"><input aria-label="Chiffre 2" maxlength="1" value="7"></fieldset>
  <label for="postal">Code postal</label><input id="postal" value="59000">
  <label for="tel2">Portable</label><input id="tel2" autocomplete="tel-national" value="6 12 34 56 79">
  <label for="lettre">Votre message</label><textarea id="lettre">Appelez le 06 12 34 56 78, carte 4111 1111 1111 1111.</textarea>
  <label for="mois">Mois travaillé</label><input id="mois" type="month" value="2026-03">
  <label for="civil">Situation</label><select id="civil"><option value="0">Sélectionnez</option><option value="1">Seul</option></select>
  <div><p>Date d'embauche</p><input aria-label="Jour" value="1"><select aria-label="Mois"><option selected>avril</option></select><input aria-label="Année" value="2026"></div>
  <span id="q3">Votre ville</span><div role="combobox" aria-labelledby="q3" tabindex="0">Choisissez une ville</div>
  <div role="spinbutton" aria-label="Enfants" aria-valuenow="2" tabindex="0" style="width:90px;height:20px"></div>
  <div role="checkbox" aria-checked="false" aria-label="Recevoir du papier" tabindex="0">ok</div>
</form>
<script>
  window.heard = [];
  for (const type of ['keydown', 'keyup', 'beforeinput', 'input', 'paste'])
    document.addEventListener(type, ({ key, data }) => window.heard.push(key ?? data), true);
  const root = document.querySelector('x-champ').attachShadow({ mode: 'open' });
  root.innerHTML = '<label for="o">Dans une ombre</label><input id="o" value="ombre">';
</script>`;

const EXPECTED: [question: string, answer: string, section?: string][] = [
  ['Nom', 'Bernard'],
  ['Prénom', 'Nadia'],
  ['Mot de passe', 'Secret : jamais montré ici'],
  ['Code reçu par SMS', 'Secret : jamais montré ici'],
  ['Numéro', 'Secret : jamais montré ici'],
  ['Note', 'Secret : jamais montré ici'],
  ['Numéro de sécurité sociale', '28 •••• 84'],
  ['IBAN', 'FR14 •••• 606'],
  ['Téléphone', '06 •••• 78'],
  ['E-mail', 'n•••@exemple.fr'],
  ['Date de la demande', '24/11/2026'],
  ['Ville', 'Lille'],
  ['Pays', 'Laissé vide'],
  ['Complément', 'Laissé vide'],
  ['Êtes-vous seul ?', 'Oui'],
  ['Avez-vous des enfants ?', 'Laissé vide'],
  ['Vos ressources', 'Salaire, Chômage'],
  ["J'accepte", 'Case pas cochée'],
  ['Date de naissance', '05/03/…'],
  ['Montant', '100', 'Ma demande – Employeur 1'],
  ['Montant', '200', 'Ma demande – Employeur 2'],
  ['Janvier – Salaire', '301'],
  ['Janvier – Pension', '302'],
  ['Février – Salaire', '303'],
  ['Février – Pension', '304'],
  ['Loyer', '450'],
  ['Votre métier', 'Cuisinière'],
  ['Votre contrat', 'CDD'],
  ['Jours', 'Lundi'],
  ['Logement', 'Locataire'],
  ['Alertes', 'Case cochée'],
  ['Heures', '12'],
  ['Dans une ombre', 'ombre'],
  ['Dans un cadre', 'cadre'],
  ['Nom du conjoint', 'Voisin'],
  ['Compte du conjoint', 'FR14 •••• 606'],
  ['Après le cadre', 'suite'],
  ['Code', 'Secret : jamais montré ici'],
  ['Votre clé', 'Secret : jamais montré ici'],
  ['Code reçu par mail', 'Secret : jamais montré ici'],
  ['Code postal', '59000'],
  ['Portable', '61 •••• 79'],
  ['Votre message', 'Appelez le 06 •••• 78, carte ••••.'],
  ['Mois travaillé', '03/2026'],
  ['Situation', 'Laissé vide'],
  ["Date d'embauche", '1/avril/2026'],
  ['Votre ville', 'Laissé vide'],
  ['Enfants', '2'],
  ['Recevoir du papier', 'Case pas cochée'],
];

/** Part of the form, under another address of the same site; and a frame that is not ours to read. */
const FRAMES: Record<string, string> = {
  'wwwd.caf.fr': `<!doctype html><html lang="fr"><title>Cadre</title>
    <label for="c">Nom du conjoint</label><input id="c" value="Voisin">
    <label for="i">Compte du conjoint</label><input id="i" value="FR14 2004 1010 0505 0001 3M02 606">`,
  'ailleurs.example': '<!doctype html><label>Ailleurs <input value="valeur-d-un-autre"></label>',
};

/** A form that the keyboard goes through quickly. */
const SHORT = `<!doctype html><html lang="fr"><title>Court</title><h1>Court</h1>
  <label>Nom <input value="Bernard"></label><label>IBAN <input value="FR14 2004 1010 0505 0001 3M02 606"></label>`;

const PAGES: Record<string, string> = { '/cas': CASES, '/court': SHORT };

/** Set by the page: what it hears of what is typed. */
declare global {
  interface Window {
    heard: string[];
  }
}

describe.each<BrowserName>(['chromium', 'firefox'])('« Relire ensemble » in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let rows: SeenRow[];
  const paper = resolve(SHOTS, `reread-${name}.pdf`);
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    rmSync(paper, { force: true });
    world = await startWorld(({ url }) => ({ body: FRAMES[url.host] ?? PAGES[url.pathname] ?? FORM }));
    browser = await openBrowser(name, { world, paper });
    page = await browser.newPage();
    await page.goto('https://www.caf.fr/formulaire');
    world.forget();
    await openReread(page);
    await page.waitForSelector('cote-a-cote >>> dialog.reread > .careful');
    rows = await rereadRows(page);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('shows every question with its own answer, in the order of the page', () => {
    expect(rows.map(({ question, answer }) => [question, answer])).toEqual(EXPECTED.map(([q, a]) => [q, a]));
    for (const [question, answer, section] of EXPECTED) {
      if (section)
        expect(rows.find((row) => row.question === question && row.answer === answer)?.section).toBe(section);
    }
  });

  it('says that the page itself reports an error', () => {
    expect(rows.find(({ question }) => question === 'E-mail')?.messages).toContain('Le site signale une erreur');
  });

  it('never holds what is secret', async () => {
    const html = await page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.innerHTML ?? '');
    for (const secret of [
      'secret-password',
      'secret-code',
      '4111',
      '5555',
      'cache-hidden',
      'pas-montre',
      '006 084',
      'secret-bare',
      'secret-named',
      'valeur-d-un-autre',
    ])
      expect(html).not.toContain(secret);
  });

  it('shows a masked answer on the spot, and hides it again', async () => {
    const button = await page.waitForSelector('cote-a-cote >>> dialog.reread li button');
    await button?.click();
    expect((await rereadRows(page))[6]?.answer).toBe('2 85 05 78 006 084');
    await button?.click();
    expect((await rereadRows(page))[6]?.answer).toBe('28 •••• 84');
  });

  it('says that a part of the page cannot be read', async () => {
    const words = await page.$eval('cote-a-cote >>> dialog.reread > .careful', (one) => one.textContent);
    expect(words).toContain('Une partie de la page');
  });

  it('fetches a masked answer from another frame only to show it', async () => {
    const answer = async (): Promise<string | undefined> =>
      (await rereadRows(page)).find(({ question }) => question === 'Compte du conjoint')?.answer;
    const html = await page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.innerHTML ?? '');
    expect(html).not.toContain('1010 0505');
    const button = await page.waitForSelector('cote-a-cote >>> dialog.reread li button[data-of="Compte du conjoint"]');
    await button?.click();
    await expect.poll(answer).toBe('FR14 2004 1010 0505 0001 3M02 606');
    await button?.click();
    await expect.poll(answer).toBe('FR14 •••• 606');
  });

  it('says that it shows this page only', async () => {
    const words = await page.$eval('cote-a-cote >>> dialog.reread', (one) => one.textContent);
    expect(words).toContain("Cette feuille montre cette page seulement. Elle ne connaît pas les pages d'avant.");
  });

  it('has a box to tick at each line, and room to write that the page does not hear', async () => {
    await page.click('cote-a-cote >>> dialog.reread li .tick input');
    await page.click('cote-a-cote >>> dialog.reread textarea');
    await page.evaluate(() => {
      window.heard = [];
    });
    await page.keyboard.type(NOTE);
    expect(
      await page.$eval('cote-a-cote >>> dialog.reread textarea', (one) => (one as HTMLTextAreaElement).value),
    ).toBe(NOTE);
    expect(await page.evaluate(() => window.heard)).toEqual([]);
    for (const [width, height] of [
      [320, 256],
      [1024, 768],
    ] as const) {
      await page.setViewport({ width, height });
      await page.screenshot({ path: resolve(SHOTS, `reread-note-${name}-${width}.png`) });
    }
  });

  it('has nothing for axe to say', async () => {
    expect(await axeRows(page)).toEqual([]);
  });

  it('prints alone, on A4, in large type', async () => {
    for (const button of await page.$$('cote-a-cote >>> dialog.reread .end button')) {
      if ((await button.evaluate((one) => one.textContent)) === 'Imprimer') await button.click();
    }
    // Only Firefox can be told to print without asking: elsewhere the frame that is printed is read.
    const text = name === 'firefox' ? await printed(paper) : await framed(page);
    for (const [question, answer] of EXPECTED) {
      expect(text).toContain(question);
      expect(text).toContain(answer);
    }
    expect(text).not.toContain('Autre site');
    expect(text).toContain('X Nom Bernard Prénom');
    expect(text).toContain(`Mes notes ${NOTE}`);
  });

  it('is gone when it is closed, has sent nothing and kept nothing', async () => {
    await page.keyboard.press('Escape');
    expect(await page.$('cote-a-cote >>> dialog.reread')).toBeNull();
    const own = world.requests.filter(({ url }) => /\.caf\.fr$/.test(url.host) && url.pathname !== '/favicon.ico');
    expect(own).toEqual([]);
    const all = JSON.stringify(world.requests.map(({ url, body }) => [url.href, body]));
    for (const value of ['Bernard', 'Nadia', 'Lille', 'ombre', 'Voisin', NOTE]) expect(all).not.toContain(value);
    if (name === 'chromium')
      expect(await storedText(browser)).not.toMatch(/Bernard|Nadia|Lille|ombre|exemple|rappeler/);
  });

  it('has forgotten the ticks and the note when it is opened again', async () => {
    await openReread(page);
    const state = await page.$eval('cote-a-cote >>> dialog.reread', (one) => [
      one.querySelector('textarea')?.value,
      one.querySelectorAll('.tick input:checked').length,
    ]);
    expect(state).toEqual(['', 0]);
  });

  it('keeps secret what is secret, whole what is in pieces, and every answer under its own question', async () => {
    await page.goto('https://www.caf.fr/cas');
    await openReread(page);
    const seen = await rereadRows(page);
    expect(seen.map(({ question, answer }) => [question, answer])).toEqual(CASES_EXPECTED);
  });

  it('is used by the keyboard alone, from its opening to its closing', async () => {
    await page.goto('https://www.caf.fr/court');
    await page.waitForSelector('cote-a-cote >>> .dock-button');
    await tabTo(page, 'our button', ({ slot }) => slot === 'dock');
    await page.keyboard.press('Enter');
    await use(page, 'Relire ensemble');
    await page.waitForSelector('cote-a-cote >>> dialog.reread');
    expect((await focused(page)).words).toBe('Relire ensemble');
    const inSheet = (words: string): Promise<Focused> =>
      tabTo(page, words, (at) => at.slot === 'dialog' && at.words.startsWith(words));
    expect((await inSheet('Relu : Nom')).isShown).toBe(true);
    await page.keyboard.press(' ');
    expect((await inSheet('Montrer')).isShown).toBe(true);
    await page.keyboard.press('Enter');
    expect((await rereadRows(page))[1]?.answer).toBe('FR14 2004 1010 0505 0001 3M02 606');
    await inSheet('Vos notes');
    await page.keyboard.type(NOTE);
    expect((await inSheet('Imprimer')).isShown).toBe(true);
    expect(await page.$$eval('cote-a-cote >>> .tick input:checked', (all) => all.length)).toBe(1);
    await use(page, 'Fermer', 'back');
    expect(await page.$('cote-a-cote >>> dialog.reread')).toBeNull();
    expect((await focused(page)).slot).toBe('dock');
  });
});

/** The words that came out on paper. */
async function printed(file: string): Promise<string> {
  await vi.waitUntil(() => existsSync(file) && readFileSync(file).includes('%%EOF'), { timeout: 20_000 });
  const { text, width, height } = await readPaper(readFileSync(file));
  expect({ width, height }).toEqual(A4);
  return text;
}

/** The words in the frame that goes to the printer. */
async function framed(page: Page): Promise<string> {
  const { text, smallest } = await page.$eval('cote-a-cote >>> iframe', (element) => {
    const paper = (element as HTMLIFrameElement).contentDocument;
    const sizes = [...(paper?.querySelectorAll('h1, h3, p, dd') ?? [])].map((one) => getComputedStyle(one).fontSize);
    return {
      text: paper?.body.innerText.replace(/[^\S\n]/g, ' ') ?? '',
      smallest: Math.min(...sizes.map((size) => Number.parseFloat(size))),
    };
  });
  // px of 14 pt.
  expect(smallest).toBeGreaterThanOrEqual(18.6);
  return text.replace(/\s+/g, ' ');
}

/** Everything that the extension has stored, as text. */
async function storedText(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  return (await worker?.evaluate(
    'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then(JSON.stringify)',
  )) as string;
}
