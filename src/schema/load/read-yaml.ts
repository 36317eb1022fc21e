import { isCollection, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import { TO_WRITE } from '../new/slot';
import type { Problem } from './problem';

type Key = PropertyKey;

/** A file that was read and fits its schema, with the means to say where a value stands. */
export interface Read<T> {
  file: string;
  value: T;
  /** @returns the problem of this message at this path of the file. */
  problemAt(path: readonly Key[], message: string): Problem;
}

/**
 * Validates the text of a YAML file.
 * @returns the value, or every problem found with its line. A text that is still to be written is one.
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> | { problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [wrong] = document.errors;
  if (wrong) {
    // One mistake makes errors further down too: the first is told.
    const { line } = lines.linePos(wrong.pos[0]);
    const message = `ce fichier n’est pas du YAML correct (${explainSyntax(wrong.code)})`;
    return { problems: [{ file, line, field: '', message }] };
  }
  const problemAt = (at: readonly Key[], message: string): Problem => ({
    file,
    line: lineOf(document.contents, at, lines),
    field: at.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' › '),
    message,
  });
  const value: unknown = document.toJS();
  const unwritten = [...toWrite(value, [])].map(([at, what]) => problemAt(at, `il reste à écrire${what}`));
  const parsed = schema.safeParse(value);
  if (parsed.success && unwritten.length === 0) return { file, value: parsed.data, problemAt };
  const isWritten = ({ field }: Problem): boolean => !unwritten.some((one) => one.field === field);
  const problems = (parsed.error?.issues ?? [])
    .flatMap((issue) => explainIssue(issue).map(([at, message]) => problemAt(at, message)))
    .filter(isWritten);
  return { problems: [...unwritten, ...problems] };
}

/** The texts that `npm run new` left to be written, with what each is for. */
function* toWrite(value: unknown, at: Key[]): Iterable<[Key[], string]> {
  if (typeof value === 'string' && value.startsWith(TO_WRITE)) {
    yield [at, value.slice(TO_WRITE.length).replace(/^\s*:\s*\p{L}(?!\p{Lu})/u, (start) => start.toLowerCase())];
  } else if (Array.isArray(value)) {
    for (const [place, inner] of value.entries()) yield* toWrite(inner, [...at, place]);
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* toWrite(inner, [...at, key]);
  }
}

function explainSyntax(code: string): string {
  const known: Record<string, string> = {
    BAD_INDENT: 'le décalage au début de la ligne n’est pas bon',
    TAB_AS_INDENT: 'il y a une tabulation ; mettez des espaces',
    DUPLICATE_KEY: 'le même champ est écrit deux fois',
    MISSING_CHAR: 'il manque un guillemet ou un deux-points, ou la ligne est décalée',
    BLOCK_AS_IMPLICIT_KEY: 'un deux-points dans le texte : mettez le texte entre guillemets',
    MULTILINE_IMPLICIT_KEY: 'il manque un deux-points après un nom de champ',
    UNEXPECTED_TOKEN: 'un caractère n’est pas à sa place',
  };
  return known[code] ?? code;
}

/** A union's issue says nothing by itself: the branch that got furthest is the one that was meant. */
function explainIssue(issue: z.core.$ZodIssue): [Key[], string][] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (branch: z.core.$ZodIssue[]): number => Math.max(...branch.map((one) => one.path.length), 0);
    const discriminated = (branch: z.core.$ZodIssue[]): boolean =>
      !branch.some((one) => one.code === 'invalid_value' && one.path.length === 1);
    const best = [...issue.errors].sort(
      (a, b) => Number(discriminated(b)) - Number(discriminated(a)) || depth(b) - depth(a) || a.length - b.length,
    )[0];
    const hasOwnWords = !issue.message.startsWith('Invalid');
    if (best && best.length > 0 && !(hasOwnWords && depth(best) === 0)) {
      return best.flatMap((one) => explainIssue({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue));
    }
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [[...issue.path, key], 'ce champ n’existe pas (faute de frappe ?)']);
  }
  return [[issue.path, explainSimple(issue)]];
}

function explainSimple(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined && issue.message.includes('undefined')
      ? 'ce champ manque'
      : `il faut ${nameType(issue.expected)} ici`;
  }
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `valeur inconnue ; valeurs permises : ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return 'il en faut au moins un, et il ne doit pas être vide';
  return issue.message;
}

function nameType(expected: string): string {
  const names: Record<string, string> = {
    string: 'un texte',
    number: 'un nombre',
    int: 'un nombre entier',
    boolean: 'true ou false',
    array: 'une liste',
    object: 'un groupe de champs',
  };
  return names[expected] ?? expected;
}

/** The line of the value at this path, or of the nearest parent that exists. */
function lineOf(contents: Node | null, path: readonly Key[], lines: LineCounter): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const key of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = node.get(key, true);
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}
