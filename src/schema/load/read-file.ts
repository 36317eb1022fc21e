import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type * as z from 'zod';
import type { Problem } from './problem';
import { parseYaml, type Read } from './read-yaml';

/**
 * Reads one YAML file and validates it.
 * @returns the value, or every problem found with its line.
 */
export function readYaml<T>(root: string, path: string, schema: z.ZodType<T>): Read<T> | { problems: Problem[] } {
  return parseYaml(relative(root, path), readFileSync(path, 'utf8'), schema);
}
