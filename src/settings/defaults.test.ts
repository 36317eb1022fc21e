import { describe, expect, it } from 'vitest';
import { DEFAULTS, layered } from './defaults';

describe('layered settings', () => {
  it('are the defaults when nothing was set', () => {
    expect(layered()).toEqual(DEFAULTS);
  });
  it('let the structure win over the person, field by field', () => {
    const settings = layered(
      { textSize: 'large', show: { terms: false } },
      { textSize: 'largest', structure: { name: 'CCAS' } },
    );
    expect(settings.textSize).toBe('largest');
    expect(settings.show).toEqual({ guides: true, warnings: true, hints: true, terms: false });
    expect(settings.structure.name).toBe('CCAS');
  });
});
