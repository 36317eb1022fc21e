import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Capitals that a source may hold without being a label: ordinary acronyms, articles of law, the surveys named in the page's introduction. */
const NO_LABEL = /^(?:[LR]\d+(?:-\d+)*|F\d+|BIC|C2S|CASF|CRPA|FAQ|ISO|PDF|RIB|RSA|SITES|SMS)$/;
/** Sheets of the survey of facts: FT-01, CAF-07. */
const SHEET = /^(?:FT|CAF|AM|IMP|RET|ANTS|FC|POSTE)-\d\d$/;
const LABEL = /(?<![\w\-’'.])[A-Z][A-Z0-9]+[a-z]?(?:-[A-Z0-9]+)*(?![\w-])|(?<!\p{L})étude(?= Emmaüs)/gu;

/** The labels of sources: those that the files cite, those that `SOURCES.md` explains. */
export interface SourceLabels {
  /** Cited, but not explained. */
  unknown: { label: string; file: string }[];
  /** Explained, but no longer cited. */
  unused: string[];
}

/** Compares `SOURCES.md` with the sources of every file. A folder without `SOURCES.md` explains none, and need not. */
export function sourceLabels(folder: string): SourceLabels {
  const page = resolve(folder, 'SOURCES.md');
  if (!existsSync(page)) return { unknown: [], unused: [] };
  const listed = [...readFileSync(page, 'utf8').matchAll(/^\| ([^|]+?) \| (?!---|Adresse|Projet)/gm)].map(
    ([, label = '']) => label,
  );
  const cited = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => {
        const text = [...sourcesIn(parse(readFileSync(resolve(folder, name), 'utf8'), { merge: true }))].join('\n');
        return (text.match(LABEL) ?? []).map((label) => [label, name] as const);
      }),
  );
  return {
    unknown: [...cited]
      .filter(([label]) => !listed.includes(label) && !NO_LABEL.test(label) && !SHEET.test(label))
      .map(([label, file]) => ({ label, file })),
    unused: listed.filter((label) => !cited.has(label)),
  };
}

function* sourcesIn(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const inner of value) yield* sourcesIn(inner);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'source' || key === 'reconstructedFrom') && typeof inner === 'string') yield inner;
      else yield* sourcesIn(inner);
    }
}
