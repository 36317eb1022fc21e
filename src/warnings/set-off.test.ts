import { describe, expect, it } from 'vitest';
import type { Warning } from '../schema';
import type { Armed } from './armed';
import { putBack, stateBefore } from './set-off';

describe('how a control stood before its gesture', () => {
  it('is what was last seen, also when the page is looked at anew for the change itself', () => {
    document.body.innerHTML = '<select><option>Par la poste</option><option>Par internet</option></select>';
    const list = document.querySelector('select') as HTMLSelectElement;
    const seen = (selected: number): Armed => ({
      warning: {} as Warning,
      target: {},
      element: list,
      pointAt: list,
      chosen: false,
      selected,
    });
    list.selectedIndex = 1;
    putBack(seen(1), stateBefore([seen(1)], new Event('change'), [seen(0)]));
    expect(list.selectedIndex).toBe(0);
  });

  it('is that of now for a control that was not there before', () => {
    document.body.innerHTML = '<input type="checkbox" checked>';
    const box = document.querySelector('input') as HTMLInputElement;
    const armed: Armed = { warning: {} as Warning, target: {}, element: box, pointAt: box, chosen: true, selected: -1 };
    expect(stateBefore([armed], new Event('pointerdown'), []).get(box)?.chosen).toBe(true);
  });
});
