import { browser } from 'wxt/browser';
import { DEFAULTS, layered } from './defaults';
import type { SettingsValues } from './schema';
import type { Live, Settings } from './types';

/** Keys in `storage.local`. `managed` is the last known copy of the structure's values (design, decision 9). */
export const OWN_KEY = 'settings';
export const MANAGED_KEY = 'managed';

/**
 * Settings in force. Starts at once with the defaults and corrects itself as storage answers;
 * a storage that fails leaves the defaults.
 */
export function liveSettings(signal: AbortSignal): Live<Settings> {
  const listeners = new Set<(value: Settings) => void>();
  const layers: Record<string, SettingsValues> = {};
  let value = DEFAULTS;
  const apply = (changed: Record<string, unknown>): void => {
    for (const key of [OWN_KEY, MANAGED_KEY]) {
      if (key in changed) layers[key] = layerOf(changed[key]);
    }
    value = layered(layers[OWN_KEY] ?? {}, layers[MANAGED_KEY] ?? {});
    for (const listener of listeners) listener(value);
  };
  const onStorage = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && (OWN_KEY in changes || MANAGED_KEY in changes)) {
      apply(Object.fromEntries(Object.entries(changes).map(([key, change]) => [key, change.newValue])));
    }
  };
  browser.storage.local.get([OWN_KEY, MANAGED_KEY]).then(apply, () => apply({}));
  browser.storage.onChanged.addListener(onStorage);
  // Once the extension has gone from under a page there is nothing to listen to, and asking throws.
  const stop = (): void => void (browser.runtime?.id && browser.storage.onChanged.removeListener(onStorage));
  signal.addEventListener('abort', stop, { once: true });
  return {
    get value() {
      return value;
    },
    onChange(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** @returns the settings in force, once storage has answered: an event that wakes the background cannot wait for a change. */
export async function settingsNow(): Promise<Settings> {
  const stored: Record<string, unknown> = await browser.storage.local.get([OWN_KEY, MANAGED_KEY]);
  return layered(layerOf(stored[OWN_KEY]), layerOf(stored[MANAGED_KEY]));
}

/** @returns a stored layer; it was validated before it was stored, so that pages carry no validation. */
export function layerOf(stored: unknown): SettingsValues {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
}
