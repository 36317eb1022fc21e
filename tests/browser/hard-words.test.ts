// @vitest-environment node
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from './driver';
import { openedFor } from './opened';
import { until } from './person';

/** One section each: what a page may hold, and the words marked there, as a person sees them. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  // How French writes a word.
  ['<p>l’allocataire, d’allocataires, qu’allocataire, jusqu’allocataire</p>', ['allocataire']],
  ["<p>le numéro d'allocataire</p>", ['numéro d’allocataire']],
  ['<p>le numéro d\u02bcallocataire, d\u02bcindus</p>', ['numéro d\u02bcallocataire', 'indus']],
  [
    '<p>re\u0301examen, E\u0301CHE\u0301ANCIER, ETAT CIVIL</p>',
    ['re\u0301examen', 'E\u0301CHE\u0301ANCIER', 'ETAT CIVIL'],
  ],
  ['<p>des TROP&#8209;PERÇUS</p>', ['TROP-PERÇUS']],
  ['<p>un trop&nbsp;perçu</p>', ['trop perçu']],
  ['<p>un quotient&#8239;familial</p>', ['quotient familial']],
  ['<p>des quo&shy;tients fami&shy;liaux</p>', ['quotients familiaux']],
  ['<p>le Q.F. de mai</p>', ['Q.F.']],
  ['<p>le rsa, le Rsa, le persan, RSA2, RSA_2, a@rsa.fr</p>', []],
  ['<p>sur caf.fr, www.caf.fr. La Caf.</p>', ['Caf']],
  ['<p>RSA\u2013APL, AAH/bailleur</p>', ['RSA', 'APL', 'AAH', 'bailleur']],
  ['<p style="text-transform:uppercase">le rsa</p><p style="font-variant:small-caps">le rsa</p>', []],
  ['<p>le R.S.A. du mois</p>', ['R.S.A.']],
  ['<p>NE TOUCHEZ APL A RIEN</p>', []],
  ['<p>NE TOUCHEZ A RIEN : APL, RSA</p>', ['APL', 'RSA']],
  // How a page is made.
  ['<p>quotient <b>fami<i>lial</i></b></p>', ['quotient familial']],
  ['<p>quotient<br>familial</p>', ['quotientfamilial']],
  ['<p>quotient</p><p>familial</p>', []],
  ['<ul><li>quotient</li><li>familial</li></ul><table><tr><td>quotient</td><td>familial</td></tr></table>', []],
  ['<p>quotient <input value="x"> familial</p>', []],
  ['<p>le RSA<sup>1</sup> et l’APL<sup>2</sup>, CO<sub>2</sub></p>', ['RSA', 'APL']],
  ['<p style="display:flex"><span>RSA</span><span>Montant</span></p>', ['RSA']],
  ['<p><span style="display:block">Votre bailleur</span><span style="display:block">Montant</span></p>', ['bailleur']],
  ['<p>AR<span>SA</span> et <i>R</i>SA</p>', ['RSA']],
  ['<div style="display:contents">Le RSA</div>', ['RSA']],
  // What is not seen, or is no text.
  ['<p>le RSA <span hidden>majoré</span></p>', []],
  [
    '<p style="opacity:0">RSA</p><p style="visibility:hidden">APL</p><p inert>AAH</p><p aria-hidden="true">bailleur</p>',
    [],
  ],
  ['<p style="position:absolute;left:-9999px">RSA</p>', []],
  ['<p class="sr"><span>RSA</span></p>', []],
  ['<div style="height:0;overflow:hidden"><p>Une quittance, un bailleur.</p></div><p>Le bailleur.</p>', ['bailleur']],
  ['<details><summary>Plus</summary><p>RSA</p></details>', []],
  ['<details><summary>Plus</summary>Le RSA</details>', []],
  ['<div hidden="until-found">RSA</div><dialog>APL</dialog><div popover>AAH</div>', []],
  // Another language has other words; who writes the page's own wrong is forgiven.
  ['<p lang="en">Bank charges</p><p lang="fr-FR">Le bailleur</p>', ['bailleur']],
  ['<div contenteditable="plaintext-only">RSA</div><div role="textbox">APL</div><textarea>AAH</textarea>', []],
  ['<code>RSA</code><pre>APL</pre><kbd>AAH</kbd><svg><text>bailleur</text></svg>', []],
  ['<select><option>RSA</option></select><noscript>APL</noscript><template>AAH</template>', []],
  // What a click already does something in.
  ['<a href="#x">Le RSA</a><p>Votre RSA. Encore le RSA.</p>', ['RSA']],
  ['<p style="cursor:pointer">Le RSA</p>', []],
  ['<p>quotient <a href="#x">familial</a></p>', []],
  ['<div role="combobox">RSA</div><div role="menuitemradio">APL</div>', []],
  // Once in each section, which goes on behind a part of its own.
  ['<p>RSA</p><p>RSA</p><article><p>RSA</p></article><p>RSA</p><h3>Suite</h3><p>RSA</p>', ['RSA', 'RSA', 'RSA']],
];
const STYLE = '<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap}</style>';
const SECTIONS = CASES.map(([html]) => `<section>${html}</section>`).join('');
const COMPONENT =
  "document.querySelector('#ombre').attachShadow({ mode: 'open' }).innerHTML = 'Le RSA, <p>un <b>trop</b>-perçu.</p>'";
const BODY = `<main><h1>Mots</h1>${SECTIONS}<section><div id="ombre"></div></section></main><script>${COMPONENT}</script>`;

/** ms; a busy machine opens its first page late. */
const WAIT = 40_000;

/** The words marked in each section, in reading order. */
async function marked(page: Page): Promise<string[][]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('main > section')].map((section) =>
      [...((CSS.highlights.get('cote-a-cote') ?? []) as Iterable<StaticRange>)].flatMap((mark) => {
        const { startContainer: first, startOffset, endContainer, endOffset } = mark;
        const root = first.getRootNode();
        if (!section.contains(root instanceof ShadowRoot ? root.host : first)) return [];
        const range = document.createRange();
        range.setStart(first, startOffset);
        range.setEnd(endContainer, endOffset);
        return [String(range)];
      }),
    ),
  );
  return found.map((words) => words.map(asSeen));
}

/** Without what tells characters apart that look the same. */
function asSeen(text: string): string {
  const plain = text.replace(/\u00ad/g, '').replace(/[\u2010\u2011]/g, '-');
  return plain.replace(/['’]/g, '’').replace(/\s+/g, ' ');
}

describe.each<BrowserName>(['chromium', 'firefox'])('words on hard pages, in %s', (name) => {
  const here = openedFor(name, () => () => ({
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mots</title>${STYLE}<body>${BODY}`,
  }));
  let page: Page;
  beforeAll(async () => {
    page = await here.browser.newPage();
    await page.goto('https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mots');
    const end = Date.now() + WAIT;
    while (Date.now() < end && (await marked(page)).flat().length === 0)
      await new Promise((resume) => setTimeout(resume, 80));
  });

  it('are marked as a person reads them, in shadow roots too', async () => {
    const found = await marked(page);
    expect(CASES.map(([html], place) => [html, [...(found[place] ?? [])].sort()])).toEqual(
      CASES.map(([html, words]) => [html, [...words].sort()]),
    );
    expect(found.at(-1)?.sort()).toEqual(['RSA', 'trop-perçu']);
  });

  it('are explained at the caret by Enter, in a shadow root too', async () => {
    await page.evaluate(() => {
      const [text] = document.querySelector('main > section > p')?.childNodes ?? [];
      if (text) document.getSelection()?.collapse(text, 4);
    });
    await page.keyboard.press('Enter');
    await until(page, 'the card', ({ word }) => word?.startsWith('Allocataire') ?? false);
    await page.keyboard.press('Escape');
    await until(page, 'no card', ({ word }) => word === undefined);
    await page.evaluate(() => {
      const text = document.querySelector('#ombre')?.shadowRoot?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, 4, text, 4);
    });
    await page.keyboard.press('Enter');
    await until(page, 'the card in a shadow root', ({ word }) => word?.startsWith('RSA') ?? false);
  });
});
