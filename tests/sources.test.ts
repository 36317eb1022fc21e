// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceLabels } from './content/source-labels';

const labels = sourceLabels(resolve(import.meta.dirname, '../overlays'));

describe('overlays/SOURCES.md', () => {
  it('says what every label of every source means', () => {
    expect(labels.unknown.map(({ label, file }) => `${file} : « ${label} » n’est pas dans SOURCES.md`)).toEqual([]);
  });

  it('lists nothing that is no longer cited', () => {
    expect(labels.unused).toEqual([]);
  });
});
