import * as z from 'zod';

/** One value that a kind of overlay file can hold. */
export interface Field {
  /** Where it stands, lists as `*`: `steps.*.trouble.*.do`. */
  path: string;
  /** What it is for, in French, as its schema says. */
  description: string | undefined;
  /** Free text: neither an id, an address, a date nor a word out of a list. */
  isText: boolean;
}

/** @returns every value that a file of this schema can hold, each path once. Schemas that hold themselves are not for it. */
export function fieldsOf(schema: z.ZodType): Field[] {
  const found = new Map<string, Field>();
  for (const field of walk(schema, [], undefined)) {
    const before = found.get(field.path);
    found.set(field.path, { ...field, ...before, isText: field.isText || before?.isText === true });
  }
  return [...found.values()];
}

function* walk(schema: z.core.$ZodType, path: readonly string[], said: string | undefined): Iterable<Field> {
  const description = said ?? z.globalRegistry.get(schema)?.description;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    yield* walk(schema.unwrap(), path, description);
  } else if (schema instanceof z.ZodUnion) {
    for (const one of schema.options) yield* walk(one, path, description);
  } else {
    if (path.length > 0) yield { path: path.join('.'), description, isText: isFreeText(schema) };
    for (const [key, inner] of partsOf(schema)) yield* walk(inner, [...path, key], undefined);
  }
}

function partsOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape as z.core.$ZodShape);
  if (schema instanceof z.ZodArray) return [['*', schema.element]];
  return schema instanceof z.ZodRecord ? [['*', schema.valueType]] : [];
}

/** Ids, hosts, addresses and days are strings of a given form; what is left is what a person writes freely. */
function isFreeText(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodString && !(schema._zod.def.checks ?? []).some((check) => 'format' in check._zod.def);
}
