// @vitest-environment node
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, openBrowser } from './driver';
import { look, press, until } from './person';
import { startWorld, type World } from './world';

const URL = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mots';
const BODY = `
<h1>Mon dossier</h1>
<p id="lien"><a href="#suite">Demander le RSA</a> <label><input type="checkbox" id="case"> Je touche l’APL</label></p>
<p id="un">Le <i>RSA</i> dépend du quotient <b>familial</b>. Encore le RSA.</p>
<p hidden>Un trop-perçu.</p><pre>bailleur</pre><textarea>bailleur</textarea><p contenteditable>bailleur</p>
<p style="position:absolute;width:1px;height:1px;overflow:hidden">Une quittance.</p>
<h2>Plus loin</h2>
<p id="deux">Votre RSA, et votre quittance.</p>
<div id="ombre"></div><p id="fin">Fin.</p>
<script>document.querySelector('#ombre').attachShadow({ mode: 'open' }).innerHTML = '<p>Un trop-perçu de RSA.</p>';</script>`;

/** ms; a busy machine opens its first page late. */
const WAIT = 40_000;

/** The words marked now, as the browser has them: text and place. */
async function marks(page: Page | Frame): Promise<string[]> {
  return await page.evaluate(() => {
    const ranges = [...((CSS.highlights.get('cote-a-cote') ?? []) as Iterable<StaticRange>)];
    const live = ranges.flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
      if (!startContainer.isConnected) return [];
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const root = startContainer.getRootNode();
      return [root instanceof ShadowRoot ? `${range} (ombre)` : String(range)];
    });
    return live.sort();
  });
}

async function untilMarks(page: Page | Frame, expected: string[]): Promise<void> {
  const end = Date.now() + WAIT;
  let last: string[] = [];
  while (Date.now() < end) {
    last = await marks(page);
    if (JSON.stringify(last) === JSON.stringify([...expected].sort())) return;
    await new Promise((resume) => setTimeout(resume, 80));
  }
  expect(last).toEqual([...expected].sort());
}

/** Middle of the n-th occurrence of a word on the page. */
async function middleOf(page: Page | Frame, selector: string, word: string): Promise<[number, number]> {
  return await page.evaluate(
    (css, wanted) => {
      const element = document.querySelector(css) as Element;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        const at = text.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + wanted.length);
        const box = range.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2] as [number, number];
      }
      throw new Error(`no ${wanted} in ${css}`);
    },
    selector,
    word,
  );
}

const FRAMES = `
<iframe id="adresse" src="/wps/dans-le-cadre" style="width:600px;height:300px"></iframe>
<iframe id="texte" srcdoc="<p id=un>Une quittance.</p>" style="width:600px;height:300px"></iframe>`;

/** An acronym is listed with what it stands for. */
const APL = 'APL (aide personnalisée au logement)';
const FIRST = ['RSA', 'quotient familial', 'RSA', 'quittance', 'trop-perçu (ombre)', 'RSA (ombre)'];

describe.each<BrowserName>(['chromium', 'firefox'])('the words of a page, in %s', (name) => {
  let world: World;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const bodies: Record<string, string> = { '/wps/cadres': FRAMES, '/wps/dans-le-cadre': '<p id="un">Le RSA.</p>' };
    world = await startWorld(({ url }) => ({
      body: `<!doctype html><html lang="fr"><title>Mots</title><body><main>${bodies[url.pathname] ?? BODY}</main>`,
    }));
    browser = await openBrowser(name, { world });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  const open = async (): Promise<string> => {
    page = await browser.newPage();
    await page.goto(URL);
    const html = await page.evaluate(() => document.body.outerHTML);
    await untilMarks(page, FIRST);
    return html;
  };

  it('are marked once in each section, never in links, labels, fields, code or hidden text; the DOM is untouched', async () => {
    const before = await open();
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.close();
  });

  it('are explained at a click; in a link and a label the click stays the page’s own', async () => {
    await open();
    await page.mouse.click(...(await middleOf(page, '#un', 'RSA')));
    await until(page, 'the card', ({ word }) => word?.includes('RSA') ?? false);
    await page.keyboard.press('Escape');
    await until(page, 'no card', ({ word }) => word === undefined);
    await page.mouse.click(...(await middleOf(page, '#lien', 'RSA')));
    await page.waitForFunction(() => location.hash === '#suite');
    await page.mouse.click(...(await middleOf(page, 'label', 'APL')));
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#case')?.checked === true);
    expect((await look(page)).word).toBeUndefined();
    await page.close();
  });

  it('are listed, those in links and labels too; the next and the previous one are a key away', async () => {
    await open();
    await press(page, 'Aide', 'dock');
    await press(page, /mots/i, 'dock');
    await until(page, 'the list', ({ buttons }) => buttons.some(({ words, slot }) => slot === 'word' && words === APL));
    await press(page, APL, 'word');
    await until(page, 'its card', ({ word }) => word?.startsWith('APL') ?? false);
    await press(page, 'Mot suivant', 'word');
    await until(page, 'the next card', ({ word }) => word !== undefined && !word.startsWith('APL'));
    await press(page, 'Mot précédent', 'word');
    await until(page, 'the card again', ({ word }) => word?.startsWith('APL') ?? false);
    await page.keyboard.press('Escape');
    await until(page, 'no card', ({ word }) => word === undefined);
    expect(
      await page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.activeElement?.textContent?.trim()),
      'the focus is back on what opened the list',
    ).toBe('Aide');
    await page.close();
  });

  it('are gone through from where one was, though the page has drawn its words anew meanwhile', async () => {
    await open();
    await page.mouse.click(...(await middleOf(page, '#un', 'quotient')));
    await until(page, 'the card', ({ word }) => word?.startsWith('QF') ?? false);
    await page.evaluate(() => {
      const paragraph = document.querySelector('#un') as Element;
      paragraph.innerHTML = `${paragraph.innerHTML} Un bailleur.`;
    });
    await untilMarks(page, [...FIRST, 'bailleur']);
    await press(page, 'Mot suivant', 'word');
    await until(page, 'the word behind it', ({ word }) => word?.startsWith('Bailleur') ?? false);
    await page.close();
  });

  it('are explained whole on the small public screen: the way out of the card is in sight', async () => {
    await open();
    await page.mouse.click(...(await middleOf(page, '#un', 'RSA')));
    const { buttons } = await until(page, 'the card', ({ word }) => word?.startsWith('RSA') ?? false);
    const close = buttons.find(({ words, slot }) => slot === 'word' && words === 'Fermer')?.box;
    const card = await page.evaluate(() => {
      const box = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.word')?.getBoundingClientRect();
      return box?.bottom ?? 0;
    });
    expect((close?.top ?? 0) + (close?.height ?? 0)).toBeLessThan(card);
    await page.close();
  });

  it('follow the page: new texts, changed texts, what is hidden and shown', async () => {
    await open();
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.append('Le baill', 'eur et la quittance.');
      document.querySelector('#fin')?.after(paragraph);
    });
    await untilMarks(page, [...FIRST, 'bailleur']);
    await page.evaluate(() => {
      const text = document.querySelector('#deux')?.firstChild as Text;
      text.data = 'Votre dossier.';
    });
    await untilMarks(page, ['RSA', 'quotient familial', 'trop-perçu (ombre)', 'RSA (ombre)', 'bailleur', 'quittance']);
    await page.evaluate(() => {
      (document.querySelector('#un') as HTMLElement).hidden = true;
      (document.querySelector('p[hidden]:not([id])') as HTMLElement).hidden = false;
    });
    await untilMarks(page, ['trop-perçu', 'trop-perçu (ombre)', 'RSA (ombre)', 'bailleur', 'quittance']);
    await page.evaluate(() => document.querySelector('h2')?.remove());
    await page.evaluate(() => document.querySelector('#fin')?.append(' Un bailleur.'));
    await untilMarks(page, ['trop-perçu', 'trop-perçu (ombre)', 'RSA (ombre)', 'bailleur', 'quittance']);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      document.body.innerHTML = '<main><p>Un quotient<br>familial.</p></main>';
    });
    await untilMarks(page, ['quotientfamilial']);
    await page.close();
  });

  it('are marked in what has slid in, on a page that changes at the same moment', async () => {
    await open();
    await page.evaluate(() => {
      const panel = '<p id="panneau" style="transform:translateX(-5000px);transition:transform .5s">Un bailleur.</p>';
      document.querySelector('#fin')?.insertAdjacentHTML('afterend', panel);
      const text = document.querySelector('#fin')?.firstChild as Text;
      document.querySelector('#panneau')?.addEventListener('transitionend', () => {
        text.data = 'Arrivé.';
      });
    });
    await new Promise((resume) => setTimeout(resume, 1_000));
    await page.evaluate(() => {
      (document.querySelector('#panneau') as HTMLElement).style.transform = 'none';
    });
    await untilMarks(page, [...FIRST, 'bailleur']);
    await page.close();
  });

  it('follow components that come late, and come back where the page took its highlights away', async () => {
    await open();
    await page.evaluate(() => {
      document.querySelector('#fin')?.insertAdjacentHTML('afterend', '<mots-tardifs>Un bailleur.</mots-tardifs>');
    });
    await untilMarks(page, [...FIRST, 'bailleur']);
    await page.evaluate(() => {
      class Late extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>Un trimestre.</p>';
        }
      }
      customElements.define('mots-tardifs', Late);
      // Growing a shadow root is no change that a page's observers hear of: it is met with the next one.
      document.querySelector('#fin')?.append(' Fin.');
    });
    await untilMarks(page, [...FIRST, 'trimestre (ombre)']);
    await page.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('#fin')?.append(' Fin.');
    });
    await untilMarks(page, [...FIRST, 'trimestre (ombre)']);
    await page.close();
  });

  it('are marked in the frames of the site, with or without an address of their own, and explained there', async () => {
    page = await browser.newPage();
    await page.goto('https://wwwd.caf.fr/wps/cadres');
    for (const [id, word] of [
      ['#adresse', 'RSA'],
      ['#texte', 'quittance'],
    ] as const) {
      const element = await page.$(`iframe${id}`);
      const frame = await element?.contentFrame();
      const box = await element?.boundingBox();
      if (!frame || !box) throw new Error(`no frame ${id}`);
      await untilMarks(frame, [word]);
      const [x, y] = await middleOf(frame, '#un', word);
      await page.mouse.click(box.x + x, box.y + y);
      await until(frame, 'the card', ({ word: card }) => card?.toLowerCase().startsWith(word.toLowerCase()) ?? false);
    }
    await page.close();
  });
});
