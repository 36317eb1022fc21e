import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { BrowserName } from './driver';
import { failuresOf } from './failures';
import { openedFor } from './opened';
import { clickBox, look, press, until } from './person';

const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources';
const LINK = `<a id="lien" href="#suite">Déclarer mes ressources trimestrielles AAH, RSA et prime d'activité</a>`;
const document_ = (script: string, body = ''): string =>
  `<!doctype html><html lang="fr"><title>Mes ressources</title><body><main id="m"><h1>Mes ressources</h1>${body}</main><script>${script}</script></body></html>`;

describe.each<BrowserName>(['chromium', 'firefox'])('on pages that live, in %s', (name) => {
  const here = openedFor(name);

  async function open(script: string, body?: string): Promise<Page> {
    here.world.serve(() => ({ body: document_(script, body) }));
    const page = await here.browser.newPage();
    await page.goto(URL);
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the bubble', ({ bubble }) => bubble !== undefined);
    return page;
  }

  it('nothing moves in the menu while it is open, whatever comes on the page', async () => {
    here.world.serve(() => ({ body: document_('', LINK) }));
    const page = await here.browser.newPage();
    await page.goto(URL);
    await press(page, 'Aide', 'dock');
    const isGuide = ({ words }: { words: string }): boolean => words.startsWith('Faire ma déclaration trimestrielle');
    const before = await until(page, 'the guide', ({ buttons }) => buttons.some(isGuide));
    await page.evaluate(() =>
      document.querySelector('#m')?.insertAdjacentHTML('beforeend', '<p>RSA</p><label>Salaires <input></label>'),
    );
    await new Promise((resume) => setTimeout(resume, 1_000));
    const after = await look(page);
    const boxes = ({ buttons }: typeof after): unknown =>
      buttons.filter(({ slot }) => slot === 'dock').map(({ box: { left, top } }) => ({ left, top }));
    expect(boxes(after)).toEqual(boxes(before));
    // Closed and opened again, it offers what has come.
    await press(page, 'Aide', 'dock');
    await press(page, 'Aide', 'dock');
    await until(page, '« Relire ensemble »', ({ buttons }) => buttons.some(({ words }) => words === 'Relire ensemble'));
    await page.close();
  });

  it('a part of the page that goes with all it holds breaks nothing', async () => {
    const part = '<label>Ville <input></label><button aria-labelledby="nom">OK</button><b id="nom">Valider</b>';
    here.world.serve(({ url }) => ({
      body:
        url.pathname === '/cadre' ? part : document_('', '<iframe src="/cadre"></iframe><button id="b">Voir</button>'),
    }));
    const page = await here.browser.newPage();
    await page.goto(URL);
    for (const how of ['takes away', 'leads elsewhere', 'takes away']) {
      await (await page.waitForFrame((one) => one.url().endsWith('/cadre'))).waitForSelector('input');
      await page.click('#b');
      await new Promise((resume) => setTimeout(resume, 600));
      await page.evaluate((what) => {
        const frame = document.querySelector('iframe');
        frame?.contentDocument?.querySelector('b')?.append('…');
        if (what === 'leads elsewhere' && frame) frame.src = '/cadre?encore';
        else frame?.remove();
      }, how);
      // Firefox takes what a frame held away from us a moment later.
      for (let tries = 0; tries < 10; tries++) {
        await new Promise((resume) => setTimeout(resume, 150));
        await page.click('#b');
      }
      await page.evaluate(() => {
        document.querySelector('iframe')?.remove();
        document.querySelector('main')?.insertAdjacentHTML('beforeend', '<iframe src="/cadre"></iframe>');
      });
    }
    await page.click('#b');
    expect(await failuresOf(name, here.browser)).toEqual({});
    await page.close();
  });

  it('a target that comes 3 s late is pointed at when it comes', async () => {
    const page = await open(
      `setTimeout(() => document.querySelector('#m').insertAdjacentHTML('beforeend', ${JSON.stringify(LINK)}), 3000)`,
    );
    expect((await look(page)).ring).toBeUndefined();
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    await ringIsOn(page, '#lien');
    await page.close();
  });

  it('a form that is drawn again and again keeps its ring', async () => {
    const page = await open(
      `let n = 0; setInterval(() => { n++; document.querySelector('#m').innerHTML = '<h1>Mes ressources</h1><p>'.concat('x '.repeat(n * 20), '</p>', ${JSON.stringify(LINK)}) }, 400)`,
      LINK,
    );
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    await new Promise((resume) => setTimeout(resume, 1_300));
    await ringIsOn(page, '#lien');
    await page.close();
  });

  it("a page's own modal window does not shut us out", async () => {
    const page = await open(
      `setTimeout(() => { const d = document.createElement('dialog'); d.innerHTML = '<p>Annonce</p><button>Fermer</button>'; document.body.append(d); d.showModal(); }, 1500)`,
      LINK,
    );
    await page.waitForSelector('dialog[open]');
    await new Promise((resume) => setTimeout(resume, 500));
    await press(page, 'Demander à une personne', 'bubble');
    await until(page, 'the people', ({ bubble }) => bubble?.includes('32 30') ?? false);
    await page.close();
  });

  it('a body that is replaced is followed', async () => {
    const page = await open(
      `setTimeout(() => { const b = document.createElement('body'); b.innerHTML = '<main><h1>Mes ressources</h1><p>Nouveau.</p>' + ${JSON.stringify(LINK)} + '</main>'; document.body.replaceWith(b); }, 1500)`,
      LINK,
    );
    await page.waitForFunction(() => document.body.textContent?.includes('Nouveau.'));
    await new Promise((resume) => setTimeout(resume, 600));
    await ringIsOn(page, '#lien');
    await page.close();
  });

  it('an address changed by pushState hides what no longer fits, and comes back', async () => {
    const page = await open('', LINK);
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    await page.evaluate(() => {
      history.pushState(null, '', '/autre/page');
      document.querySelector('#m')?.replaceChildren('Une autre page.');
    });
    await until(
      page,
      'honest words',
      ({ bubble, ring }) => ring === undefined && (bubble?.includes('Je ne reconnais pas cette page') ?? false),
    );
    await page.evaluate((link) => {
      history.back();
      const main = document.querySelector('#m');
      if (main) main.innerHTML = `<h1>Mes ressources</h1>${link}`;
    }, LINK);
    await until(page, 'the ring again', ({ ring }) => ring !== undefined);
    await ringIsOn(page, '#lien');
    await page.close();
  });

  it('a guide survives a reload, and goes on in a tab that the page opens', async () => {
    const page = await open('', `${LINK}<p><a id="tab" target="_blank" href="${URL}?autre">Nouvel onglet</a></p>`);
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    await page.reload();
    await until(page, 'the bubble after a reload', ({ bubble, ring }) => bubble !== undefined && ring !== undefined);
    const opened = new Promise<Page | null>((resume) =>
      here.browser.once('targetcreated', (target) => resume(target.page())),
    );
    const link = await page.$('#tab');
    const box = await link?.boundingBox();
    if (box) await clickBox(page, { left: box.x, top: box.y, width: box.width, height: box.height });
    const tab = await opened;
    if (!tab) throw new Error('no tab was opened');
    await until(tab, 'the bubble in the new tab', ({ bubble }) => bubble?.includes('trimestrielle') ?? false);
    await tab.close();
    await page.close();
  });
});

/** The ring is round the element: their middles are within a few px, and nothing else is pointed at. */
async function ringIsOn(page: Page, selector: string): Promise<void> {
  const end = Date.now() + 4_000;
  let last = '';
  while (Date.now() < end) {
    const { ring } = await look(page);
    const box = await page.evaluate((css) => {
      const found = document.querySelector(css)?.getBoundingClientRect();
      return found && { left: found.left, top: found.top, width: found.width, height: found.height };
    }, selector);
    if (
      ring &&
      box &&
      Math.abs(ring.left + ring.width / 2 - box.left - box.width / 2) < 6 &&
      Math.abs(ring.top + ring.height / 2 - box.top - box.height / 2) < 6
    )
      return;
    last = JSON.stringify({ ring, box });
    await new Promise((resume) => setTimeout(resume, 60));
  }
  throw new Error(`The ring is not on ${selector}: ${last}`);
}
