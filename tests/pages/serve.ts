import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PracticePage } from '../../src/schema';
import type { WorldHandler } from '../browser/world';
import { bundleForPage } from './bundle';

const ROOT = resolve(import.meta.dirname, '../..');
let bundle: Promise<string> | undefined;

/**
 * Serves practice pages as real documents under their sites' real addresses. What a page sends goes to `/__sent`,
 * where the world's list of requests shows it. The query and the generated part of an address may differ.
 */
export async function practiceHandler(pages: readonly PracticePage[]): Promise<WorldHandler> {
  bundle ??= bundleForPage('fixture-page.ts');
  const script = await bundle;
  return ({ url }) => {
    if (url.pathname === '/__sent') return { body: '{}', headers: { 'content-type': 'application/json' } };
    const page = findPage(pages, url);
    return page && { body: documentOf(page, sitePages(pages, page), script) };
  };
}

/** The exact address first, then the same host and path. The part after `#` never reaches a server. */
function findPage(pages: readonly PracticePage[], url: URL): PracticePage | undefined {
  const bare = (address: string): string => address.split('#')[0] ?? address;
  const samePath = (address: string): boolean => {
    const other = new URL(address);
    return other.host === url.host && other.pathname === url.pathname;
  };
  return pages.find((page) => bare(page.url) === bare(url.href)) ?? pages.find((page) => samePath(page.url));
}

function sitePages(pages: readonly PracticePage[], page: PracticePage): PracticePage[] {
  const domain = (one: PracticePage): string => new URL(one.url).hostname.split('.').slice(-2).join('.');
  return pages.filter((one) => domain(one) === domain(page));
}

function documentOf(page: PracticePage, pages: readonly PracticePage[], script: string): string {
  const data = JSON.stringify({ page, pages }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="Reconstitution pour les tests, pas le vrai site. Sources : ${escapeHtml(page.reconstructedFrom)}">
<title>${escapeHtml(page.title)}</title>
<style>${readFileSync(resolve(ROOT, 'src/practice/render/page.css'), 'utf8')}</style>
</head>
<body>
<div id="fixture"></div>
<script type="application/json" id="fixture-data">${data}</script>
<script>${script}</script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
