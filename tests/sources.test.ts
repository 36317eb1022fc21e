// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const OVERLAYS = resolve(import.meta.dirname, '../overlays');

/** Capitals that a source may hold without being a label: ordinary acronyms, articles of law, the surveys named in the page's introduction. */
const NO_LABEL = /^(?:[LR]\d+(?:-\d+)*|F\d+|BIC|C2S|CASF|CRPA|FAQ|ISO|PDF|RIB|RSA|SITES|SMS)$/;
/** Sheets of the survey of facts: FT-01, CAF-07. */
const SHEET = /^(?:FT|CAF|AM|IMP|RET|ANTS|FC|POSTE)-\d\d$/;

const listed = [
  ...readFileSync(resolve(OVERLAYS, 'SOURCES.md'), 'utf8').matchAll(/^\| ([^|]+?) \| (?!---|Adresse|Projet)/gm),
].map(([, label = '']) => label);
const cited = new Map(
  readdirSync(OVERLAYS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const text = [...sourcesIn(parse(readFileSync(resolve(OVERLAYS, name), 'utf8'), { merge: true }))].join('\n');
      return (
        text.match(/(?<![\w\-’'.])[A-Z][A-Z0-9]+[a-z]?(?:-[A-Z0-9]+)*(?![\w-])|(?<!\p{L})étude(?= Emmaüs)/gu) ?? []
      ).map((label) => [label, name] as const);
    }),
);

describe('overlays/SOURCES.md', () => {
  it('says what every label of every source means', () => {
    const unknown = [...cited].filter(
      ([label]) => !listed.includes(label) && !NO_LABEL.test(label) && !SHEET.test(label),
    );
    expect(unknown.map(([label, file]) => `${file} : « ${label} » n’est pas dans SOURCES.md`)).toEqual([]);
  });

  it('lists nothing that is no longer cited', () => {
    expect(listed.filter((label) => !cited.has(label))).toEqual([]);
  });
});

function* sourcesIn(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const inner of value) yield* sourcesIn(inner);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'source' || key === 'reconstructedFrom') && typeof inner === 'string') yield inner;
      else yield* sourcesIn(inner);
    }
}
