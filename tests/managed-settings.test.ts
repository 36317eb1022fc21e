// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '../src/settings/managed-schema';
import { SETTING_KEYS } from '../src/settings/schema';

const FILE = resolve(import.meta.dirname, '../src/public/managed-settings.json');
/** What Chromium's own schema reader takes (components/policy/core/common/schema.cc). */
const TYPES = ['string', 'boolean', 'integer'];

describe('src/public/managed-settings.json', () => {
  it('is what the settings’ schema says (UPDATE_SCHEMA=1 npm run test:unit writes it again)', () => {
    const now = `${JSON.stringify(managedSchema(), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA) writeFileSync(FILE, now);
    expect(readFileSync(FILE, 'utf8')).toBe(now);
  });

  it('gives each setting a type that Chromium reads, and a description in French', () => {
    const { properties } = JSON.parse(readFileSync(FILE, 'utf8')) as {
      properties: Record<string, { type: string; description: string }>;
    };
    expect(Object.keys(properties)).toEqual(SETTING_KEYS);
    for (const { type, description } of Object.values(properties)) {
      expect(TYPES).toContain(type);
      expect(description).toMatch(/\.$/);
    }
  });
});
