// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overlaySchemas } from '../src/modules/overlays/json-schema';

const FILE = resolve(import.meta.dirname, '../overlays/schema.json');

describe('overlays/schema.json', () => {
  it('is what the schemas say (UPDATE_SCHEMA=1 npm run check writes it again)', () => {
    const now = `${JSON.stringify(overlaySchemas(), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, now);
    expect(readFileSync(FILE, 'utf8')).toBe(now);
  });

  it('explains its fields in French for the editor', () => {
    expect(readFileSync(FILE, 'utf8')).toContain('Quoi faire, en une phrase.');
  });
});
