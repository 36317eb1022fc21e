import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import type { Pack } from '../schema';
import { readState, STATE_KEY, type StateRecord } from '../session/overlay-state';
import { allValues, layered } from '../settings/defaults';
import { REFUSED_KEY } from '../settings/follow-managed';
import { layerOf, MANAGED_KEY, OWN_KEY } from '../settings/live-settings';
import { type Refused, readSettings, type SettingKey, type SettingsValues } from '../settings/schema';
import { type News, optionsView } from './options-view';

/** Draws the options page: every change is saved at once, and said. What is refused stays in its field, with the reason. */
export async function startOptions(app: HTMLElement, packs: readonly Pack[]): Promise<void> {
  const keys = [OWN_KEY, MANAGED_KEY, REFUSED_KEY];
  const stored: Record<string, unknown> = await browser.storage.local.get(keys).catch(() => ({}));
  let own = readSettings(stored[OWN_KEY]).values;
  let managed = layerOf(stored[MANAGED_KEY]);
  let refused = (stored[REFUSED_KEY] ?? []) as Refused[];
  let state: StateRecord = await readState().catch(() => ({ overlays: {}, pages: {}, letThrough: {}, failures: {} }));
  let news: News = 'nothing-yet';
  const problems = new Map<string, string>();
  const draw = (): void => {
    const settings = layered(own, managed);
    document.documentElement.dataset.size = settings.textSize;
    render(
      optionsView({
        form: {
          id: 'own',
          values: allValues(own, managed),
          locked: new Set(Object.keys(managed)),
          problems,
          onChange: (key, value) => void change(key, value),
        },
        refused,
        isOffice: settings.mode === 'office',
        state,
        news,
        packs,
        onReset: () => void save({}, 'reset'),
        onClearState: () => void browser.storage.local.remove(STATE_KEY).then(refreshState),
      }),
      app,
    );
  };
  const change = async (key: SettingKey, value: unknown): Promise<void> => {
    const { [key]: _, ...others } = own;
    const read = readSettings(value === undefined ? {} : { [key]: value });
    const reason = read.refused[0]?.reason;
    if (reason === undefined) {
      problems.delete(key);
      await save({ ...others, ...read.values });
    } else {
      problems.set(key, reason);
      news = 'refused';
      draw();
    }
  };
  const save = async (next: SettingsValues, done: News = 'saved'): Promise<void> => {
    try {
      await browser.storage.local.set({ [OWN_KEY]: next });
      own = next;
      news = done;
    } catch {
      news = 'failed';
    }
    draw();
  };
  const refreshState = async (): Promise<void> => {
    state = await readState();
    draw();
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !(MANAGED_KEY in changes || REFUSED_KEY in changes)) return;
    if (MANAGED_KEY in changes) managed = layerOf(changes[MANAGED_KEY]?.newValue);
    if (REFUSED_KEY in changes) refused = (changes[REFUSED_KEY]?.newValue ?? []) as Refused[];
    draw();
  });
  draw();
}
