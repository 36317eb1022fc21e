import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** Real French sentences: those of our own overlays, which we may use as we like. */
const { module } = await runnerImport<typeof import('../../src/schema/load/build-packs')>(
  resolve(import.meta.dirname, '../../src/schema/load/build-packs.ts'),
);
const sites = module.buildPacks(resolve(import.meta.dirname, '../../overlays'));
export const [anySite] = sites.map(({ pack }) => pack.site);

const sentences = [...new Set(textsOf(sites))].filter((text) => /^\p{Lu}[^{}<>]{30,}\.$/u.test(text));
const vocabulary = [
  ...new Set(
    sentences
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [],
  ),
];
const ownWords = [
  ...new Set(sites.flatMap(({ pack }) => pack.terms.flatMap(({ term, forms = [] }) => [term, ...forms]))),
];

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').map((line) => line.trim());
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Always the same "random" numbers, so that every run measures the same pages. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/**
 * The first words of the glossary, then pairs of words from the texts, most of which stand nowhere on the page:
 * a longer glossary is mostly words that a page does not have.
 */
export function wordList(count: number): string[] {
  const next = numbers(7);
  const words = new Set(ownWords.slice(0, count));
  while (words.size < count)
    words.add([1, 2].map(() => vocabulary[Math.floor(next() * vocabulary.length)] ?? '').join(' '));
  return [...words];
}

/**
 * As many words that no page has as it takes: each begins as a pair of the list above does, and its second word,
 * written backwards, stands nowhere.
 */
export function absentWords(count: number): string[] {
  const next = numbers(13);
  const words = new Set<string>();
  while (words.size < count) {
    const [one = '', other = ''] = [1, 2].map(() => vocabulary[Math.floor(next() * vocabulary.length)] ?? '');
    const backwards = [...other].reverse().join('');
    if (!vocabulary.includes(backwards)) words.add(`${one} ${backwards}`);
  }
  return [...words];
}

/** @returns a page with about this many bytes of text: parts, headings, lists, tables, inline elements, links, fields. */
export function frenchPage(bytes: number): string {
  const next = numbers(11);
  const sentence = (): string => sentences[Math.floor(next() * sentences.length)] ?? '';
  const rich = (): string => sentence().replace(/(\p{L}{5,}) (\p{L}{5,})/u, '$1 <strong>$2</strong>');
  const blocks = [
    () => `<p>${rich()} ${sentence()} ${rich()}</p>`,
    () => `<ul><li>${rich()}</li><li><a href="#">${sentence()}</a></li><li>${sentence()}</li></ul>`,
    () => `<table><tr><th>${sentence()}</th><td>${rich()}</td></tr></table>`,
    () => `<p><label>${sentence()} <input></label></p><p>${sentence()}</p>`,
  ];
  let body = '';
  for (let size = 0, place = 0; size < bytes; place++) {
    const block =
      (place % 6 === 0 ? `<h2>${sentence()}</h2>` : '') + (blocks[Math.floor(next() * blocks.length)]?.() ?? '');
    size += Buffer.byteLength(block.replace(/<[^>]*>/g, ''));
    body += block;
  }
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mots</title><body><main><h1>Mots</h1>${body}</main></body></html>`;
}
