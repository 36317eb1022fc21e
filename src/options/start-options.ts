import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import type { Pack } from '../schema';
import { readState, STATE_KEY, type StateRecord } from '../session/overlay-state';
import { layered, type SettingsLayer } from '../settings/defaults';
import { MANAGED_KEY, OWN_KEY } from '../settings/live-settings';
import { optionsView, type Saved } from './options-view';

/** Draws the options page: every change is saved at once, and said. */
export async function startOptions(app: HTMLElement, packs: readonly Pack[]): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.local.get([OWN_KEY, MANAGED_KEY]).catch(() => ({}));
  let own = (stored[OWN_KEY] ?? {}) as SettingsLayer;
  const managed = (stored[MANAGED_KEY] ?? {}) as SettingsLayer;
  let state: StateRecord = await readState().catch(() => ({ overlays: {}, pages: {}, letThrough: {}, failures: {} }));
  let saved: Saved = 'nothing-yet';
  const draw = (): void => {
    const settings = layered(own, managed);
    document.documentElement.dataset.size = settings.textSize;
    render(
      optionsView({
        settings,
        managed,
        state,
        saved,
        packs,
        onChange: (change) => void save({ ...own, ...change, show: { ...own.show, ...change.show } }),
        onReset: () => void save({}, 'reset'),
        onClearState: () => void browser.storage.local.remove(STATE_KEY).then(refreshState),
      }),
      app,
    );
  };
  const save = async (next: SettingsLayer, done: Saved = 'saved'): Promise<void> => {
    try {
      await browser.storage.local.set({ [OWN_KEY]: next });
      own = next;
      saved = done;
    } catch {
      saved = 'failed';
    }
    draw();
  };
  const refreshState = async (): Promise<void> => {
    state = await readState();
    draw();
  };
  draw();
}
