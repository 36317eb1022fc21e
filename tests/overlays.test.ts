// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';

describe('the built-in overlays', () => {
  it('are valid, file by file and together', () => {
    expect(() => buildPacks(resolve(import.meta.dirname, '../overlays'))).not.toThrow();
  }, 30_000);
});
