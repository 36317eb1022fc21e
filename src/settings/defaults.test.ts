import { describe, expect, it } from 'vitest';
import { DEFAULTS, layered } from './defaults';

describe('layered settings', () => {
  it('are the defaults when nothing was set', () => {
    expect(layered()).toEqual(DEFAULTS);
    expect(DEFAULTS.mode).toBe('home');
  });
  it('let the structure win over the person, value by value', () => {
    const settings = layered(
      { textSize: 'large', terms: false },
      { textSize: 'largest', structureName: 'CCAS', mode: 'public', inactivityMinutes: 5 },
    );
    expect(settings.textSize).toBe('largest');
    expect(settings.show).toEqual({ guides: true, warnings: true, hints: true, terms: false });
    expect(settings.structure.name).toBe('CCAS');
    expect(settings).toMatchObject({ mode: 'public', inactivityMinutes: 5 });
  });
});
