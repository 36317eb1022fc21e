import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePackages } from '../../src/packaging/make-packages';
import { type BrowserName, builtExtension } from './driver';

/** What is really shipped, read as text: the promises of `SECURITY.md`, each with a proof that the check can fail. */
interface Bundle {
  manifest: Record<string, unknown>;
  files: { name: string; text: string }[];
}

type Check = (bundle: Bundle) => string[];

function readBundle(name: BrowserName): Bundle {
  const folder = builtExtension(name, 'real');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|html|css)$/.test(path))
    .map((path) => ({ name: path, text: readFileSync(join(folder, path), 'utf8') }));
  return { manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')), files };
}

const inFiles =
  (pattern: RegExp): Check =>
  ({ files }) =>
    files.flatMap(({ name, text }) => {
      const found = pattern.exec(text);
      return found ? [`${name}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`] : [];
    });

const absent =
  (key: string): Check =>
  ({ manifest }) =>
    key in manifest ? [`${key}: ${JSON.stringify(manifest[key])}`] : [];

/** Whole, each rule: one that is added (`script-src-elem`) undoes another. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'none'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function looseCsp({ manifest }: Bundle): string[] {
  const policy = JSON.stringify(manifest.content_security_policy);
  return policy === JSON.stringify({ extension_pages: POLICY }) ? [] : [String(policy)];
}

/** A script of ours in the page's own world would be the page's. */
function inPageWorld({ manifest }: Bundle): string[] {
  return ((manifest.content_scripts ?? []) as { world?: string }[]).flatMap(({ world }) => world ?? []);
}

const written = (text: string, name = 'x.js'): Partial<Bundle> => ({ files: [{ name, text }] });

/** Each with builds that it must refuse. A name put together at run time passes: this is held against mistakes, not against ourselves. */
const CHECKS: Record<string, { check: Check; bad: Partial<Bundle>[] }> = {
  'listens to no window message': {
    // Whatever it is called on: a minifier gives `window` another name.
    check: inFiles(/\baddEventListener\??\.?\(\s*["'`]message["'`]|\bonmessage\b|\b(?:Broadcast|Message)Channel\b/),
    bad: [
      'const w=window;w.addEventListener("message",e=>e)',
      'self["onmessage"]=e=>e',
      'new BroadcastChannel("x")',
    ].map((text) => written(text)),
  },
  'posts no window message': {
    check: inFiles(/\bpostMessage\b/),
    bad: [written('window.postMessage({},"*")'), written('e.source["postMessage"](1)')],
  },
  'hears no other extension': {
    // The list of names in the library that makes the browsers' ways alike has them as keys.
    check: inFiles(/\bon(?:(?:Message|Connect)External|UserScript\w+)\b(?!:)/),
    bad: [written('chrome.runtime.onMessageExternal.addListener(e=>e)')],
  },
  'makes no code out of text': {
    // Minifiers write `(0,eval)("1")`, and `Function` makes code without `new` too. Zod holds it twice, and is told not to
    // use it (`jitless`): to ask whether it may, with no code in it, and to make code of its schemas.
    check: inFiles(
      /\beval\)?\(|\bFunction\b(?!\.call\.bind|\((["'`])\1\)|]|,\w+=this\?\.content\?\?)|set(?:Timeout|Interval)\(\s*["'`]/,
    ),
    bad: [written('(0,eval)("1")'), written('const g=Function;g("1")()'), written('setTimeout("1")')],
  },
  'asks the network for nothing': {
    check: inFiles(
      /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|\bWorker\(|importScripts|import\(\s*["'`]https?:|\bnew Image\b|\.src(?:set)?\s*=[^=]/,
    ),
    bad: [
      'fetch("https://exemple.fr")',
      'const f=fetch;f("https://exemple.fr")',
      'new RTCPeerConnection()',
      'new WebTransport("https://exemple.fr")',
      'e.src="https://exemple.fr/"+t',
    ].map((text) => written(text)),
  },
  'loads nothing from elsewhere in its pages': {
    check: inFiles(/<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?\/\/|@import|url\(\s*["']?https?:/),
    bad: [
      written('<script src="https://exemple.fr/x.js"></script>', 'x.html'),
      written('<iframe src=//exemple.fr></iframe>', 'x.html'),
    ],
  },
  'is reached by no page': {
    check: absent('externally_connectable'),
    bad: [{ manifest: { externally_connectable: { matches: ['https://exemple.fr/*'] } } }],
  },
  'shows no file to pages': {
    check: absent('web_accessible_resources'),
    bad: [{ manifest: { web_accessible_resources: [{ resources: ['x.css'], matches: ['https://exemple.fr/*'] }] } }],
  },
  'has no page without its policy': {
    check: absent('sandbox'),
    bad: [{ manifest: { sandbox: { pages: ['x.html'] } } }],
  },
  'runs beside the scripts of pages, not among them': {
    check: inPageWorld,
    bad: [{ manifest: { content_scripts: [{ world: 'MAIN' }] } }],
  },
  'names no address for its own updates': {
    check: ({ manifest }) => (JSON.stringify(manifest).includes('update_url') ? ['update_url'] : []),
    bad: [{ manifest: { update_url: 'https://exemple.fr/' } }],
  },
  'has a strict content security policy': {
    check: looseCsp,
    bad: [
      { manifest: {} },
      ...['script-src-elem data:', 'img-src exemple.fr'].map((rule) => ({
        manifest: { content_security_policy: { extension_pages: `${POLICY}; ${rule}` } },
      })),
    ],
  },
};

const SITES = ['ameli.fr', 'caf.fr', 'francetravail.fr', 'pole-emploi.fr', 'francetravail.org', 'francetravail.io'];
const HOSTS = [...SITES, 'franceconnect.gouv.fr'].map((domain) => `*://*.${domain}/*`);

describe.each(Object.entries(CHECKS))('the built extension %s', (_, { check, bad }) => {
  it.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
    expect(check(readBundle(name))).toEqual([]);
  });
  it.each(bad)('and %j would be caught', (build) => {
    expect(check({ manifest: {}, files: [], ...build })).not.toEqual([]);
  });
});

/** Bytes, compressed: what a page load carries on an old machine. */
const HEAVIEST = 60_000;

describe('content scripts', () => {
  it.each<BrowserName>(['chromium', 'firefox'])('weigh under 60 kB each with their overlays, in %s', (name) => {
    const folder = join(builtExtension(name, 'real'), 'content-scripts');
    const weights = readdirSync(folder).map(
      (file) => [file, gzipSync(readFileSync(join(folder, file))).length] as const,
    );
    expect(weights).not.toEqual([]);
    expect(weights.filter(([, weight]) => weight >= HEAVIEST)).toEqual([]);
  });
});

const ALWAYS = ['storage', 'activeTab', 'idle'];
const OPTIONAL: Record<BrowserName, string[]> = {
  chromium: ['browsingData', 'cookies', 'history', 'downloads'],
  firefox: ['browsingData', 'cookies', 'history', 'downloads', 'sessions'],
};

function contentMatches({ content_scripts }: Bundle['manifest']): string[] {
  return (content_scripts as { matches: string[] }[]).flatMap(({ matches }) => matches);
}

describe('permissions', () => {
  it.each<BrowserName>(['chromium', 'firefox'])('are those that are declared, in %s', (name) => {
    const { manifest } = readBundle(name);
    expect(manifest.permissions).toEqual(ALWAYS);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions).toEqual(OPTIONAL[name]);
    expect(manifest.optional_host_permissions).toEqual(HOSTS);
    const outside = contentMatches(manifest).filter(
      (match) => !SITES.some((domain) => new RegExp(`^https://([a-z-]+\\.)*${domain}/\\*$`).test(match)),
    );
    expect(outside).toEqual([]);
  });
});

/** Bytes; where a PNG says its width and height (PNG specification, 11.2.2). */
const PNG_WIDTH = 16;
const PNG_HEIGHT = 20;

describe('the button', () => {
  it.each<BrowserName>(['chromium', 'firefox'])('has a picture of each size, in %s', (name) => {
    const icons = readBundle(name).manifest.icons as Record<string, string>;
    const sizes = Object.values(icons).map((file) => {
      const png = readFileSync(join(builtExtension(name, 'real'), file));
      return [png.readUInt32BE(PNG_WIDTH), png.readUInt32BE(PNG_HEIGHT)];
    });
    expect(sizes).toEqual(Object.keys(icons).map((size) => [Number(size), Number(size)]));
    expect(Object.keys(icons)).toEqual(['16', '32', '48', '128']);
  });

  it('stands in the toolbar of Firefox, where it can be found', () => {
    expect(readBundle('firefox').manifest.action).toMatchObject({ default_area: 'navbar' });
  });
});

describe('the packages made of the built extension', () => {
  let dist: string;
  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'cote-a-cote-packages-'));
    makePackages({
      root: resolve(import.meta.dirname, '../..'),
      builds: { chromium: builtExtension('chromium', 'real'), firefox: builtExtension('firefox', 'real') },
      out: dist,
      key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
      settings: {},
      forgetAll: false,
      address: 'file:///opt/cote-a-cote',
      signedXpi: undefined,
    });
    const deb = readdirSync(dist).find((file) => file.endsWith('.deb')) ?? '';
    execFileSync('dpkg-deb', ['-x', join(dist, deb), join(dist, 'deb')]);
  });
  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  const zipped = (file: string): Unzipped => unzipSync(readFileSync(join(dist, file)));
  const crx = (): Unzipped => {
    const bytes = readFileSync(join(dist, 'cote-a-cote.crx'));
    return unzipSync(bytes.subarray(12 + bytes.readUInt32LE(8)));
  };
  const inDeb = (pattern: RegExp): string => {
    const found = readdirSync(join(dist, 'deb'), { recursive: true, encoding: 'utf8' }).find((one) =>
      pattern.test(one),
    );
    if (found === undefined) throw new Error(`Nothing like ${pattern} in the .deb`);
    return join('deb', found);
  };
  const manifestOf = (files: Unzipped): Bundle['manifest'] =>
    JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  const debChromium = (): Bundle['manifest'] =>
    JSON.parse(readFileSync(join(dist, inDeb(/chromium\/manifest\.json$/)), 'utf8'));

  it('for the stores, ask for no more than the build', () => {
    for (const [file, name] of [
      ['cote-a-cote-chrome-edge.zip', 'chromium'],
      ['cote-a-cote-firefox.xpi', 'firefox'],
    ] as const) {
      const { key: _, ...built } = readBundle(name).manifest;
      expect(manifestOf(zipped(file))).toEqual(built);
    }
  });

  /** Where Chromium asks for a newer one, once a policy has installed it. */
  const UPDATED = { update_url: 'file:///opt/cote-a-cote/cote-a-cote-update.xml' };

  it.each([
    ['.crx', () => manifestOf(crx()), 'chromium', UPDATED],
    ['.deb, in Chromium', debChromium, 'chromium', {}],
    ['.deb, in Firefox', () => manifestOf(zipped(inDeb(/\.xpi$/))), 'firefox', {}],
  ] as const)(
    '%s has what ending a session needs from the start, on our sites only, and nothing else',
    (_, read, name, given) => {
      const manifest = read();
      // Chromium opens its first page while it installs: without `scripting` that page would stay alone.
      const helped = name === 'chromium' ? ['scripting'] : [];
      expect(manifest.permissions).toEqual([...ALWAYS, ...OPTIONAL[name], ...helped]);
      const hosts = name === 'chromium' ? [...HOSTS, ...contentMatches(manifest)] : HOSTS;
      expect(manifest.host_permissions).toEqual(hosts);
      const { permissions, host_permissions, key } = manifest;
      const keyed = key ? { key } : {};
      expect({ ...readBundle(name).manifest, permissions, host_permissions, ...keyed, ...given }).toEqual(manifest);
    },
  );

  it('carry our licences and those of what they contain', () => {
    const licences = ['LICENSE.txt', 'LICENSE-overlays.txt', 'THIRD-PARTY.txt'];
    for (const files of [zipped('cote-a-cote-chrome-edge.zip'), zipped('cote-a-cote-firefox.xpi'), crx()])
      expect(Object.keys(files)).toEqual(expect.arrayContaining(licences));
    const copyright = readFileSync(join(dist, 'deb/usr/share/doc/cote-a-cote/copyright'), 'utf8');
    for (const words of [
      'Copyright (c) 2026 Côte à Côte',
      'CC BY 4.0',
      'Copyright (c) 2023 Aaron',
      'Mozilla Public License',
    ])
      expect(copyright).toContain(words);
    const notices = strFromU8(crx()['THIRD-PARTY.txt'] ?? new Uint8Array());
    for (const name of ['wxt', '@wxt-dev/browser', '@wxt-dev/i18n'])
      expect(notices).toMatch(new RegExp(`={72}\n${name} [\\d.]+\nMIT\n\nMIT License\n\nCopyright`));
  });
});
