import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const exceptions = z.array(
  z.strictObject({
    file: z.string().min(1),
    /** Rule that is not applied. */
    rule: z.string().min(1),
    /** The sentence, whole, as the gate prints it. */
    text: z.string().min(1),
    reason: z.string().min(10),
  }),
);

/** One sentence that may break one rule, and why. */
export type Exception = z.infer<typeof exceptions>[number];

/** @returns the exceptions of `tests/content/plain-exceptions.yaml`. @throws ZodError when one has no reason. */
export function readExceptions(): Exception[] {
  return exceptions.parse(parse(readFileSync(resolve(import.meta.dirname, '../plain-exceptions.yaml'), 'utf8')) ?? []);
}
