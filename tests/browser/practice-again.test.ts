import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { beginExercise, goOn, heldBy, onPage, tap, tapWords, textOf, write } from './practice-hands';

const ADDRESS = {
  'adresse-date': '01/12/2026',
  'adresse-rue': "5 rue de l'Essai",
  'adresse-postal': '00200',
  'adresse-ville': 'Exerville',
};

describe.each<BrowserName>(['chromium', 'firefox'])('an exercise that is taken up again, in %s', (name) => {
  const here = openedFor(name);
  let page: Page;
  afterEach(async () => page?.close());
  const toAddress = async (): Promise<void> => {
    page = await beginExercise(name, here.browser, 'ameli/changer-adresse', 'alone', 'Claire');
    await tapWords(page, 'Fermer');
    await goOn(page, 'Mon profil', 'informations');
    await goOn(page, 'Adresse postale', "Changement d'adresse postale");
    for (const [field, answer] of Object.entries(ADDRESS)) await write(page, field, answer);
  };
  const lookBack = async (title: string): Promise<void> => {
    await tap(page, '#done');
    await page.waitForSelector('.review h1');
    expect(await textOf(page, '.review h1')).toBe(title);
  };
  const back = (): Promise<void> => page.evaluate(() => history.back());
  const forward = (): Promise<void> => page.evaluate(() => history.forward());

  it('« Reprendre ici » leads to the button that was left out, and once it is used nothing is left to change', async () => {
    await toAddress();
    await goOn(page, 'Valider', 'Votre demande est envoyée');
    await lookBack('Ce que le vrai site aurait reçu');
    expect(await textOf(page, '.review')).toContain('Une chose à changer.');
    await tap(page, '.line.wrong .row .button');
    await onPage(page, "Changement d'adresse postale");
    for (const [field, answer] of Object.entries(ADDRESS)) await write(page, field, answer);
    await tapWords(page, 'Ajouter un justificatif');
    await goOn(page, 'Valider', 'Votre demande est envoyée');
    await lookBack('Ce que le vrai site aurait reçu');
    expect(await textOf(page, '.review')).toContain("Il n'y a rien à changer.");
  }, 90_000);

  it('starts from any of the pages that were opened', async () => {
    await toAddress();
    await goOn(page, 'Valider', 'Votre demande est envoyée');
    await lookBack('Ce que le vrai site aurait reçu');
    await tapWords(page, 'Reprendre à une autre étape');
    const steps = await page.$$eval('.review ol button', (all) => all.map((one) => one.textContent?.trim()));
    expect(steps).toHaveLength(4);
    await tap(page, '.review ol li:nth-child(2) button');
    await onPage(page, 'informations');
    await lookBack("Rien n'aurait été envoyé : voici vos réponses");
    expect(await page.$$eval('.review ol li', (all) => all.length)).toBe(2);
  }, 60_000);

  it('is moved through by « Précédent » and « Suivant » of the here.browser, the look back and the choice included', async () => {
    await toAddress();
    await lookBack("Rien n'aurait été envoyé : voici vos réponses");
    const atReview = page.url();
    await back();
    await onPage(page, "Changement d'adresse postale");
    expect(page.url()).not.toBe(atReview);
    expect(await heldBy(page, 'adresse-ville')).toBe('Exerville');
    await forward();
    await page.waitForSelector('.review h1');
    await back();
    await onPage(page, "Changement d'adresse postale");
    await back();
    await onPage(page, 'informations');
    await tapWords(page, "Changer d'aide, garder pour plus tard");
    await tap(page, 'input[name=help][value=less]');
    await back();
    await page.waitForFunction(() => !document.querySelector('#page h1')?.textContent?.includes('informations'));
    expect(await page.$eval('input[name=help]:checked', (one) => (one as HTMLInputElement).value)).toBe('less');
    await back();
    await page.waitForSelector('.begin');
    await forward();
    await page.waitForSelector('#page h1');
    await tapWords(page, 'Fermer');
    await tapWords(page, "Quitter l'exercice");
    await page.waitForSelector('.begin');
    await back();
    await page.waitForSelector('#page h1');
  }, 60_000);
});
