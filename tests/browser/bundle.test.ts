import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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

function looseCsp({ manifest }: Bundle): string[] {
  const { extension_pages: csp = '' } = (manifest.content_security_policy ?? {}) as { extension_pages?: string };
  const rules = new Map(csp.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim()]));
  const wanted = [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ];
  return [
    ...wanted.filter((rule) => rules.get(rule.split(' ')[0]) !== rule),
    ...(/https?:|unsafe-eval|wasm|\*/.test(csp) ? [csp] : []),
  ];
}

const CHECKS: Record<string, { check: Check; bad: Partial<Bundle> }> = {
  'listens to no window message': {
    check: inFiles(
      /(?:window|globalThis|self|document)\??\.addEventListener\(\s*["'`]message["'`]|\bonmessage\s*=[^=]/,
    ),
    bad: { files: [{ name: 'x.js', text: 'window.addEventListener("message",e=>e)' }] },
  },
  'posts no window message': {
    check: inFiles(/(?:window|globalThis|parent|top)\.postMessage\(/),
    bad: { files: [{ name: 'x.js', text: 'window.postMessage({},"*")' }] },
  },
  'makes no code out of text': {
    check: inFiles(/\beval\(|\bnew Function\(|set(?:Timeout|Interval)\(\s*["'`]/),
    bad: { files: [{ name: 'x.js', text: 'new Function("return 1")' }] },
  },
  'asks the network for nothing': {
    check: inFiles(
      /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource|importScripts\(|import\(\s*["'`]https?:/,
    ),
    bad: { files: [{ name: 'x.js', text: 'fetch("https://exemple.fr")' }] },
  },
  'loads nothing from elsewhere in its pages': {
    check: inFiles(/<(?:script|link|img|iframe)[^>]+(?:src|href)=["'](?:https?:)?\/\/|@import|url\(\s*["']?https?:/),
    bad: { files: [{ name: 'x.html', text: '<script src="https://exemple.fr/x.js"></script>' }] },
  },
  'is reached by no page': {
    check: absent('externally_connectable'),
    bad: { manifest: { externally_connectable: { matches: ['https://exemple.fr/*'] } } },
  },
  'shows no file to pages': {
    check: absent('web_accessible_resources'),
    bad: { manifest: { web_accessible_resources: [{ resources: ['x.css'], matches: ['https://exemple.fr/*'] }] } },
  },
  'has a strict content security policy': { check: looseCsp, bad: { manifest: {} } },
};

const SITES = ['ameli.fr', 'caf.fr', 'francetravail.fr', 'pole-emploi.fr', 'francetravail.org', 'francetravail.io'];
const HOSTS = [...SITES, 'franceconnect.gouv.fr'].map((domain) => `*://*.${domain}/*`);

describe.each(Object.entries(CHECKS))('the built extension %s', (_, { check, bad }) => {
  it.each<BrowserName>(['chromium', 'firefox'])('in %s', (name) => {
    expect(check(readBundle(name))).toEqual([]);
  });
  it('and a build that did would be caught', () => {
    expect(check({ manifest: {}, files: [], ...bad })).not.toEqual([]);
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

describe('permissions', () => {
  it.each<BrowserName>(['chromium', 'firefox'])('are those that are declared, in %s', (name) => {
    const { manifest } = readBundle(name);
    expect(manifest.permissions).toEqual(['storage', 'activeTab', 'idle']);
    expect(manifest.host_permissions ?? []).toEqual([]);
    const optional = ['browsingData', 'cookies', 'history', 'downloads'];
    expect(manifest.optional_permissions).toEqual(name === 'firefox' ? [...optional, 'sessions'] : optional);
    expect(manifest.optional_host_permissions).toEqual(HOSTS);
    const scripts = manifest.content_scripts as { matches: string[] }[];
    const outside = scripts
      .flatMap(({ matches }) => matches)
      .filter((match) => !SITES.some((domain) => new RegExp(`^https://([a-z-]+\\.)*${domain}/\\*$`).test(match)));
    expect(outside).toEqual([]);
  });
});
