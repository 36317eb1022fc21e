import { html, nothing } from 'lit/html.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createSurface } from './create-surface';

describe('our host', () => {
  const control = new AbortController();
  afterEach(() => control.abort());

  it('is not put into a page to take away what was never shown: every page that is left asks for that', () => {
    const surface = createSurface({ document, signal: control.signal, mode: 'open' });
    surface.show('dialog', nothing);
    expect(surface.host.isConnected).toBe(false);
    surface.show('dock', html`<p>Aide</p>`);
    expect(surface.host.isConnected).toBe(true);
    surface.show('dock', nothing);
    expect(surface.element('dock').textContent).toBe('');
  });
});
