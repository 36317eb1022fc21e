import { render } from 'lit/html.js';
import { describe, expect, it } from 'vitest';
import { stateView } from './state-view';

describe('« État des aides »', () => {
  it('counts what was let through and what failed, and says which', () => {
    const state = {
      overlays: {},
      pages: {},
      letThrough: { 'caf/changer-rib': 2, 'caf/payer-dette': 1 },
      failures: { 'warnings: broken on purpose': 1 },
    };
    const place = document.createElement('div');
    render(stateView({ state, packs: [], onClearState: () => undefined, onSaveState: () => undefined }), place);
    const [letThrough, failed] = [...place.querySelectorAll('.careful')].map((one) => ({
      words: one.textContent ?? '',
      list: [...(one.nextElementSibling?.children ?? [])].map((item) => item.textContent),
    }));
    expect(letThrough?.words).toContain('3');
    expect(letThrough?.list).toEqual(['caf/changer-rib : 2', 'caf/payer-dette : 1']);
    expect(failed?.words).toContain('1');
    expect(failed?.list).toEqual(['warnings: broken on purpose : 1']);
  });

  it('says nothing of it where nothing was', () => {
    const state = { overlays: {}, pages: {}, letThrough: {}, failures: {} };
    const place = document.createElement('div');
    render(stateView({ state, packs: [], onClearState: () => undefined, onSaveState: () => undefined }), place);
    expect(place.querySelector('.careful')).toBeNull();
  });
});
