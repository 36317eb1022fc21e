import { html, nothing } from 'lit/html.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSurface } from './create-surface';

describe('our host', () => {
  let control = new AbortController();
  beforeEach(() => {
    control = new AbortController();
  });
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

  it('says words in a live region that stands there before them: Firefox does not say what comes with its region', () => {
    const surface = createSurface({ document, signal: control.signal, mode: 'open' });
    const region = surface.host.shadowRoot?.querySelector('[role=status]');
    expect(region?.textContent).toBe('');
    surface.say('Cliquez ici.');
    expect(region?.textContent).toBe('Cliquez ici.');
    expect(region?.isConnected).toBe(true);
  });

  it('hands on the person’s click that a window of the page has taken for itself, and nobody else’s', async () => {
    const surface = createSurface({ document, signal: control.signal, mode: 'open' });
    const heard: Event[] = [];
    const press = (event: Event): void => {
      surface.accepts(event);
      heard.push(event);
    };
    surface.show('dock', html`<button @click=${press}>Aide</button>`);
    const button = surface.element('dock').querySelector('button');
    button?.focus();
    document.addEventListener('click', (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: control.signal,
    });
    const click = async (isTrusted: boolean): Promise<void> => {
      const event = new MouseEvent('click', { bubbles: true, composed: true });
      Object.defineProperty(event, 'isTrusted', { value: isTrusted });
      button?.dispatchEvent(event);
      await new Promise((resume) => setTimeout(resume, 5));
    };
    await click(false);
    expect(heard).toHaveLength(0);
    await click(true);
    expect(heard).toHaveLength(1);
  });
});
