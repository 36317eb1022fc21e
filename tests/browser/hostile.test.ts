import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceHandler } from '../pages/serve';
import { type BrowserName, builtExtension, openBrowser, openOwnPage } from './driver';
import { look, press, until } from './person';
import { ALL_PRACTICE } from './sites';
import { startWorld, type World } from './world';

/** A page that turns against our help: it must change nothing, learn nothing, and the person must know at once. */
const RESSOURCES = 'https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/!ut/p/a1/exercice#/ressources';
/** ms; the promise is a second, the rest is the driver's own way to us. A busy machine may try again. */
const TOLD_WITHIN = 1_500;
/** The bubble of a step, whichever it is. */
const STEP = /Je ne trouve pas/;

/** A popover over the whole page that clicks go through: no look by points finds it. */
const COVER = `const cover = document.createElement('div'); cover.popover = 'manual';
  cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none';
  document.body.append(cover); cover.showPopover();`;

/** Short messages, one soon after the other, each gone after a while. */
const TOASTS = `let left = 40; const timer = setInterval(() => {
    const toast = document.createElement('div'); toast.popover = 'manual'; toast.textContent = 'Enregistré';
    toast.style.cssText = 'position:fixed;inset:auto;left:4px;top:' + left * 9 + 'px;margin:0';
    document.body.append(toast); toast.showPopover(); setTimeout(() => toast.remove(), 900);
    if (--left === 0) clearInterval(timer);
  }, 90);`;

/** A popover over our bubble alone, where clicks land on it: what the bubble is about stays free. */
const PATCH = `${COVER} const bubble = document.querySelector('cote-a-cote').shadowRoot.querySelector('.bubble').getBoundingClientRect();
  cover.style.cssText += ';pointer-events:auto;inset:auto;width:auto;height:auto';
  for (const side of ['left', 'top', 'width', 'height']) cover.style[side] = bubble[side] + 'px';`;

/** Page code that hides our help, by name; each is applied while a guide is shown. `stays`: our help must win. */
const HIDING: [what: string, ends: 'stays' | 'told' | 'stays, or told', attack: string][] = [
  ['takes it away again and again', 'told', `setInterval(() => document.querySelector('cote-a-cote')?.remove(), 5);`],
  [
    'takes it away as soon as it is there',
    'told',
    `new MutationObserver(() => document.querySelector('cote-a-cote')?.remove()).observe(document.documentElement, { childList: true });
     document.querySelector('cote-a-cote')?.remove();`,
  ],
  [
    'makes a component of its name, which goes away as soon as it is there',
    'told',
    `customElements.define('cote-a-cote', class extends HTMLElement { connectedCallback() { this.remove(); } });`,
  ],
  [
    'lays a popover of its own over it, always on top',
    'stays, or told',
    `${PATCH} setInterval(() => { cover.hidePopover(); cover.showPopover(); }, 40);`,
  ],
  [
    'lays a popover that clicks go through over it, always on top',
    'stays, or told',
    `${COVER} setInterval(() => { cover.hidePopover(); cover.showPopover(); }, 40);`,
  ],
  [
    'lays a popover that clicks go through over it, each time the screen is drawn',
    'told',
    `${COVER} const again = () => { cover.hidePopover(); cover.showPopover(); requestAnimationFrame(again); }; again();`,
  ],
  ['lays a popover that clicks go through over it', 'stays', COVER],
  [
    'lays a popover that clicks go through over it, inside a component of its own',
    'stays',
    `${COVER} cover.hidePopover(); const part = document.createElement('x-part'); document.body.append(part);
     part.attachShadow({ mode: 'open' }).append(cover); cover.showPopover();`,
  ],
  [
    'opens many small windows of its own, as a page that means well may',
    'stays',
    `let left = 12; const timer = setInterval(() => {
       const tip = document.createElement('div'); tip.popover = 'manual'; tip.textContent = 'Le saviez-vous ?';
       tip.style.cssText = 'position:fixed;inset:auto;left:4px;top:4px;margin:0;pointer-events:none';
       document.body.append(tip); tip.showPopover(); if (--left === 0) clearInterval(timer);
     }, 420);`,
  ],
  [
    'opens and closes the many windows of its menu one after the other, as a page that means well may',
    'stays',
    `const menu = Array.from({ length: 9 }, (_, at) => {
       const one = document.createElement('div'); one.popover = 'auto'; one.textContent = 'Rubrique ' + at;
       one.style.cssText = 'position:fixed;inset:auto;left:4px;top:4px;margin:0'; document.body.append(one); return one;
     });
     let at = 0; const timer = setInterval(() => {
       menu[at % 9].hidePopover(); menu[++at % 9].showPopover();
       if (at > 55) { clearInterval(timer); menu[at % 9].hidePopover(); }
     }, 70);`,
  ],
  ['shows a burst of short messages, as a page that means well may', 'stays', TOASTS],
  [
    'lays a popover over it, inside a closed component of its own',
    'stays',
    `${PATCH} cover.hidePopover(); const part = document.createElement('x-part'); document.body.append(part);
     part.attachShadow({ mode: 'closed' }).append(cover); cover.showPopover();`,
  ],
  [
    'opens a modal window over it, inside a closed component of its own',
    'told',
    `const part = document.createElement('x-part'); document.body.append(part);
     const inner = document.createElement('dialog'); part.attachShadow({ mode: 'closed' }).append(inner); inner.showModal();`,
  ],
  [
    'lays a window of its own over it, part of a popover',
    'stays',
    `${COVER} const inner = document.createElement('dialog'); cover.append(inner); inner.showModal();
     inner.style.cssText = cover.style.cssText; cover.style.pointerEvents = inner.style.pointerEvents = 'none';`,
  ],
  [
    'writes itself anew, which takes away every listener in it',
    'told',
    `const whole = document.documentElement.outerHTML; document.open(); document.write(whole); document.close();`,
  ],
  [
    'freezes its own picture over it and lets clicks through',
    'told',
    `const style = document.createElement('style');
     style.textContent = '::view-transition { pointer-events: none; background: #fff } ::view-transition-group(root) { animation-duration: 60s }';
     document.head.append(style); document.startViewTransition(() => undefined);`,
  ],
  ['shrinks the page', 'told', `document.documentElement.style.zoom = '0.02';`],
  ['spares itself the drawing of the page', 'told', `document.documentElement.style.contentVisibility = 'hidden';`],
  ['cuts the page away', 'told', `document.documentElement.style.clipPath = 'inset(50%)';`],
  ['fades the page away', 'told', `document.documentElement.style.opacity = '0';`],
  [
    'restyles it',
    'stays',
    `const style = document.createElement('style');
     style.textContent = 'cote-a-cote, html > :not(head, body) { opacity: 0 !important; display: none !important; transform: translateX(-9999px) !important; visibility: hidden !important; filter: blur(9px) !important }';
     document.head.append(style);
     document.querySelector('cote-a-cote').style.setProperty('display', 'none', 'important');`,
  ],
  ['takes it away once', 'stays', `document.querySelector('cote-a-cote').remove();`],
  ['closes its popover', 'stays', `document.querySelector('cote-a-cote').hidePopover();`],
  ['moves it into the page', 'stays', `document.body.prepend(document.querySelector('cote-a-cote'));`],
];

/** Everything a page can reach is replaced before our scripts start, and writes down what goes through it. */
const SPY = `
window.seen = [];
const note = (what) => { if (/cote-a-cote|Je ne trouve pas|Aide$/.test(String(what))) window.seen.push(String(what).slice(0, 80)); };
for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Element.prototype, 'setAttribute'], [Node.prototype, 'appendChild'],
  [Element.prototype, 'append'], [EventTarget.prototype, 'addEventListener'], [Array.prototype, 'push'], [Array.prototype, 'map'],
  [JSON, 'stringify'], [JSON, 'parse'], [window, 'fetch'], [window, 'postMessage'], [String.prototype, 'replace'], [Document.prototype, 'createElement']]) {
  const real = owner[name];
  owner[name] = function (...args) { note(args[0]); if (this instanceof Element) note(this.localName); return real.apply(this, args); };
}
Object.defineProperty(Object.prototype, 'kind', { set(value) { note(value); }, configurable: true });
`;

const CLOBBER = `<form><input name="parentNode"><input name="children"><input name="querySelectorAll"><input name="attributes">
<input name="textContent"><input name="ownerDocument"><input name="localName"><input name="shadowRoot">
<input name="matches"><input name="closest"><input name="getBoundingClientRect"><input name="elements"></form>
<img name="body"><img name="documentElement"><img name="defaultView"><form name="querySelector"></form><img name="createElement">
<img name="activeElement"><img name="adoptedStyleSheets"><img id="getElementById"><a id="location"></a><a id="cote-a-cote"></a>`;

/** Such names, for fields of a form that holds the whole page. */
const NAMES_TAKEN = [
  'matches',
  'closest',
  'getAttribute',
  'hasAttribute',
  'querySelector',
  'querySelectorAll',
  'id',
  'textContent',
  'children',
  'parentNode',
  'parentElement',
  'assignedSlot',
  'nextSibling',
  'previousSibling',
]
  .map((name) => `<input type="hidden" name="${name}">`)
  .join('');

/** What is put into the page: at the start of its head, and at its end; and the policy it is sent with. */
const NOTHING = { head: '', body: '', policy: '' };

/** Policies of careful sites: policies of Trusted Types have names, and ours is not among them. */
const POLICIES = [
  'trusted-types exemple',
  "default-src 'none'; script-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types exemple",
];

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/** Whether the bubble lies above all of the page, also above what clicks go through. */
async function isBubbleOnTop(page: Page): Promise<boolean> {
  return await page.evaluate(async () => {
    // What the person sees is what was last drawn.
    await new Promise((resume) => requestAnimationFrame(() => setTimeout(resume)));
    const host = document.querySelector('cote-a-cote');
    const bubble = host?.shadowRoot?.querySelector('.bubble')?.getBoundingClientRect();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { pointer-events: auto !important }');
    const parts = [...document.querySelectorAll('*')].flatMap((one) => (one === host ? [] : (one.shadowRoot ?? [])));
    for (const root of [document, ...parts]) root.adoptedStyleSheets.push(sheet);
    const top = bubble && document.elementFromPoint(bubble.left + bubble.width / 2, bubble.top + bubble.height / 2);
    for (const root of [document, ...parts]) root.adoptedStyleSheets.pop();
    return top === host;
  });
}

describe.each<BrowserName>(['chromium', 'firefox'])('a hostile page in %s', (name) => {
  let world: World;
  let browser: Browser;
  let extra = NOTHING;
  beforeAll(async () => {
    const pages = await practiceHandler(ALL_PRACTICE);
    world = await startWorld(async (request) => {
      const url = new URL(request.url.href.replace('caf.example', 'caf.fr'));
      const answer = await pages({ ...request, url });
      if (!answer || typeof answer.body !== 'string' || !answer.body.includes('<body')) return answer;
      const body = answer.body
        .replace(/<head[^>]*>/, (head) => `${head}${extra.head}`)
        .replace(/<\/body>/, `${extra.body}</body>`);
      const policy = extra.policy && { 'content-security-policy': extra.policy };
      return { ...answer, headers: { ...answer.headers, ...policy }, body };
    });
    browser = await openBrowser(name, { world });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function guided(): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(RESSOURCES);
    await press(page, 'Aide', 'dock');
    await press(page, /Faire ma déclaration trimestrielle/, 'dock');
    await until(page, 'the bubble', ({ bubble }) => STEP.test(bubble ?? ''), 20_000);
    return page;
  }

  it.each(HIDING)('that %s: our help %s', { retry: 2 }, async (_what, ends, attack) => {
    const page = await guided();
    const began = Date.now();
    let told: { words: string; after: number } | undefined;
    page.on('dialog', (dialog) => {
      told ??= { words: dialog.message(), after: Date.now() - began };
      void dialog.accept().catch(() => undefined);
    });
    // An alert stops the page's clock as well.
    await page.evaluate(`{ ${attack} }`).catch(() => undefined);
    if (ends === 'told') {
      for (const end = began + 8_000; told === undefined && Date.now() < end; ) await pause(50);
      expect(told?.words).toContain("empêche l'aide de s'afficher");
      expect(told?.after).toBeLessThan(TOLD_WITHIN);
    } else {
      await pause(attack.includes('setInterval') ? 5_500 : 1_500);
      // Where the machine draws more slowly than the page attacks, it does win.
      if (ends === 'stays') expect(told).toBeUndefined();
      if (told) expect(told.words).toContain("empêche l'aide de s'afficher");
      const { bubble, ring } = await look(page);
      expect(bubble).toMatch(STEP);
      expect(ring?.width).toBeGreaterThan(0);
      if (!told) expect(await isBubbleOnTop(page)).toBe(true);
    }
    await page.close();
  });

  it('that floods us with changes is helped, and stays as quick as it makes itself', { retry: 2 }, async () => {
    const page = await guided();
    const longest = await page.evaluate(async () => {
      const place = document.querySelector('main') ?? document.body;
      const flood = (): void => {
        const parts = Array.from({ length: 40 }, (_, at) => {
          const part = document.createElement('p');
          part.innerHTML = `<label>Revenus ${at} <input></label><button>Déclarer mes ressources ${Math.random()}</button>`;
          return part;
        });
        for (const part of parts) place.append(part);
        for (const part of parts) part.setAttribute('title', 'Valider');
        for (const part of parts) part.remove();
      };
      const timer = setInterval(flood, 4);
      let gap = 0;
      for (const end = performance.now() + 4_000; performance.now() < end; ) {
        const before = performance.now();
        await new Promise((resume) => setTimeout(resume, 4));
        gap = Math.max(gap, performance.now() - before);
      }
      // The flood goes on: the person must be able to leave.
      Object.assign(window, { timer });
      return gap;
    });
    expect(longest).toBeLessThan(300);
    expect((await look(page)).bubble).toMatch(STEP);
    expect(await isBubbleOnTop(page)).toBe(true);
    const asked = Date.now();
    await press(page, "Quitter l'aide", 'bubble');
    await until(page, 'the help gone', ({ bubble }) => bubble === undefined);
    expect(Date.now() - asked).toBeLessThan(3_000);
    await page.close();
  });

  it('that fakes our help is not taken for us, nor does it stay over us', async () => {
    const page = await guided();
    const told: string[] = [];
    page.on('dialog', (dialog) => {
      told.push(dialog.message());
      void dialog.accept();
    });
    const before = await look(page);
    await page.evaluate(() => {
      const ours = document.querySelector('cote-a-cote')?.shadowRoot?.querySelector('.bubble')?.getBoundingClientRect();
      const fake = document.createElement('cote-a-cote');
      fake.attachShadow({ mode: 'open' }).innerHTML = `<div data-slot="bubble"><section class="card bubble" data-panel
        style="position:fixed;left:0;top:0;width:300px;height:200px;background:#fff"><p id="said">Donnez votre code</p>
        <button class="button" style="display:block;width:100%;height:100px">Quitter l'aide</button></section></div>`;
      fake.popover = 'manual';
      fake.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;width:300px;height:200px;left:${ours?.left}px;top:${ours?.top}px;transform:translate(0)`;
      fake.shadowRoot?.querySelector('button')?.addEventListener('click', () => {
        Object.assign(window, { pressed: true });
      });
      document.documentElement.append(fake);
      fake.showPopover();
    });
    await pause(1_000);
    expect(await isBubbleOnTop(page)).toBe(true);
    // Pressed by the page's own script, and with real focus and a real key, the fake is only the page.
    await page.evaluate(() => {
      const [, fake] = document.querySelectorAll('cote-a-cote');
      const button = fake?.shadowRoot?.querySelector('button');
      button?.click();
      button?.focus();
    });
    await page.keyboard.press('Enter');
    await pause(500);
    expect(await page.evaluate(() => 'pressed' in window)).toBe(true);
    const after = await look(page);
    expect({ bubble: after.bubble, dialog: after.dialog }).toEqual({ bubble: before.bubble, dialog: undefined });
    expect(told).toEqual([]);
    await press(page, "Quitter l'aide", 'bubble');
    await until(page, 'our help gone', ({ bubble }) => bubble === undefined);
    expect(await page.evaluate(() => document.querySelectorAll('cote-a-cote').length)).toBe(2);
    await page.close();
  });

  it('that fakes gestures and messages changes nothing in our help and learns nothing', async () => {
    extra = { ...NOTHING, head: `<script>${SPY}</script>` };
    const page = await guided();
    extra = NOTHING;
    const before = await look(page);
    await page.evaluate(() => {
      const host = document.querySelector('cote-a-cote');
      const buttons = [host, ...(host?.shadowRoot?.querySelectorAll('button') ?? [])];
      for (const button of buttons) {
        (button as HTMLElement | null)?.click();
        for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown', 'submit', 'cancel'])
          button?.dispatchEvent(new Event(kind, { bubbles: true, composed: true, cancelable: true }));
      }
      for (const kind of ['guide.start', 'progress.save', 'words.show', 'session.idle']) {
        window.postMessage({ kind, ask: { guide: 'rib', site: 'caf', progress: null } }, '*');
        document.dispatchEvent(new CustomEvent(kind, { detail: { kind, ask: {} } }));
        window.dispatchEvent(new MessageEvent('message', { data: { kind, ask: {} } }));
      }
      const { chrome } = window as unknown as {
        chrome?: { runtime?: { sendMessage?: (id: string, x: unknown) => void } };
      };
      try {
        chrome?.runtime?.sendMessage?.('cote-a-cote@cote-a-cote.fr', { kind: 'progress.save', ask: {} });
      } catch {
        // No door at all is the best answer.
      }
    });
    await pause(600);
    const after = await look(page);
    expect(after.bubble).toBe(before.bubble);
    expect(after.dialog).toBeUndefined();
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
    await page.close();
  });

  it('that takes the names of the DOM for its fields is helped all the same', async () => {
    extra = { ...NOTHING, body: CLOBBER };
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(RESSOURCES);
    extra = NOTHING;
    // The page has taken the test's own ways to look, too.
    const hasButton = (): Promise<boolean> =>
      page.evaluate(() => {
        const [host] = Document.prototype.getElementsByTagName.call(document, 'cote-a-cote');
        return host?.shadowRoot?.querySelector('.dock-button') != null;
      });
    for (const end = Date.now() + 15_000; !(await hasButton()) && Date.now() < end; ) await pause(100);
    expect(await hasButton()).toBe(true);
    // What changes inside such a form is followed, too.
    await page.evaluate(() =>
      document.getElementsByName('matches')[0]?.insertAdjacentHTML('beforebegin', '<p>Revenus</p>'),
    );
    await pause(500);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('that stands in a form with such fields is helped inside it', async () => {
    const page = await guided();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluate((fields) => {
      const form = document.createElement('form');
      form.innerHTML = fields;
      form.append(...document.body.children);
      document.body.append(form);
      form.insertAdjacentHTML('beforeend', '<p>Votre <b>quotient</b> familial</p>');
    }, NAMES_TAKEN);
    await pause(800);
    const isMarked = (): Promise<boolean> =>
      page.evaluate(() =>
        [...((CSS.highlights.get('cote-a-cote') ?? []) as Iterable<StaticRange>)].some(
          ({ startContainer }) => startContainer.nodeValue === 'quotient',
        ),
      );
    for (const end = Date.now() + 8_000; !(await isMarked()) && Date.now() < end; ) await pause(100);
    expect(await isMarked()).toBe(true);
    const { ring } = await until(page, 'the ring', (seen) => seen.ring !== undefined);
    const isInForm = await page.evaluate(
      ({ left, top, width, height }) =>
        document.elementsFromPoint(left + width / 2, top + height / 2).some((one) => one instanceof HTMLFormElement),
      ring as NonNullable<typeof ring>,
    );
    expect(isInForm).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(POLICIES)('whose content security policy is %s is helped all the same', async (policy) => {
    extra = { ...NOTHING, policy };
    const page = await guided();
    extra = NOTHING;
    await until(page, 'the ring', ({ ring }) => ring !== undefined);
    await page.close();
  });

  it('that opens many windows leaves the keyboard where it is in our help', async () => {
    const page = await guided();
    const focused = (): Promise<string> =>
      page.evaluate(() => document.querySelector('cote-a-cote')?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
    await page.evaluate(() =>
      document.querySelector('cote-a-cote')?.shadowRoot?.querySelector<HTMLElement>('.bubble button')?.focus(),
    );
    const before = await focused();
    await page.evaluate(TOASTS);
    await pause(2_000);
    expect(before).not.toBe('');
    expect(await focused()).toBe(before);
    await page.close();
  });

  it('that steals the focus does not press our buttons', async () => {
    const page = await guided();
    const before = (await look(page)).bubble;
    await page.evaluate(() => {
      const field = document.querySelector('input');
      setInterval(() => field?.focus(), 20);
    });
    await page.keyboard.press('Enter');
    await pause(300);
    expect((await look(page)).bubble).toBe(before);
    await page.close();
  });

  it('that looks into our help finds nothing in what is really shipped', async () => {
    const real = await openBrowser(name, { world, extension: builtExtension(name, 'real') });
    const page = await real.newPage();
    await page.goto(RESSOURCES);
    await page.waitForSelector('cote-a-cote', { timeout: 20_000 });
    const read = await page.evaluate(() => {
      const host = document.querySelector('cote-a-cote') as HTMLElement;
      return {
        root: host.shadowRoot,
        text: host.innerText + host.textContent,
        children: host.childElementCount,
        html: 'getHTML' in host ? (host.getHTML as (o: object) => string)({ serializableShadowRoots: true }) : '',
      };
    });
    expect(read).toEqual({ root: null, text: '', children: 0, html: '' });
    const stored = await openOwnPage(name, real, '/options.html');
    expect(await stored.evaluate(() => document.title)).toContain('Côte à Côte');
    await real.close();
  });
});
