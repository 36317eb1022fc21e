import { describe, expect, it } from 'vitest';
import { type BrowserName, goToOwn, openOwnPage } from './driver';
import { openedFor } from './opened';
import { A4, readPaper } from './paper';

/** Our own pages as they are really run: under their content security policy, which must let through what they do. */
const PAGES = [
  '/options.html',
  '/popup.html',
  '/practice.html',
  '/sheet.html#guide=caf/rib',
  '/fiche-rgpd.html',
  '/end-session.html',
];

describe.each<BrowserName>(['chromium', 'firefox'])('our own pages in %s', (name) => {
  const here = openedFor(name);

  it.each(PAGES)('%s shows what it has to, and nothing of it is refused', async (path) => {
    const page = await here.browser.newPage();
    const refused: string[] = [];
    page.on('console', (line) => /Content.Security.Policy|Refused to/i.test(line.text()) && refused.push(line.text()));
    page.on('pageerror', (error) => refused.push(String(error)));
    await goToOwn(name, page, path);
    await page.waitForFunction(() => (document.querySelector('h1, h2')?.textContent ?? '') !== '', { timeout: 15_000 });
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('system-ui');
    expect(refused).toEqual([]);
    await page.close();
  });

  it('run no text as code, take no inline style sheet, and ask the network for nothing', async () => {
    const page = await openOwnPage(name, here.browser, '/options.html');
    await page.waitForSelector('h1', { timeout: 15_000 });
    const host = 'https://wwwd.caf.fr/essai';
    const held = await page.evaluate(async (url) => {
      const sheet = document.createElement('style');
      sheet.textContent = 'body { outline-style: dashed }';
      document.head.append(sheet);
      const script = document.createElement('script');
      script.textContent = 'document.title = "code";';
      document.head.append(script);
      return {
        title: document.title,
        fetch: await fetch(url).then(
          () => 'done',
          () => 'refused',
        ),
        sheet: getComputedStyle(document.body).outlineStyle,
      };
    }, host);
    expect(held).toEqual({ title: 'Réglages de Côte à Côte', fetch: 'refused', sheet: 'none' });
    expect(here.world.requests.filter(({ url }) => url.href === host)).toEqual([]);
    await page.close();
  });

  it.runIf(name === 'chromium')('the « fiche RGPD » is one sheet, down to the line for a name', async () => {
    const page = await openOwnPage(name, here.browser, '/fiche-rgpd.html');
    const paper = await readPaper(await page.pdf({ preferCSSPageSize: true }));
    expect(paper).toMatchObject({ ...A4, pages: 1 });
    expect(paper.text).toContain('Nom et personne à qui parler des données');
    await page.close();
  });
});
