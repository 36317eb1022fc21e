import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { readSettingsFile, writeSettingsFile } from '../installation/settings-file';
import type { Pack } from '../schema';
import { readState, STATE_KEY, type StateRecord } from '../session/overlay-state';
import { saveReport } from '../session/save-report';
import { allValues, layered } from '../settings/defaults';
import { REFUSED_KEY } from '../settings/follow-managed';
import { layerOf, MANAGED_KEY, OWN_KEY } from '../settings/live-settings';
import {
  type ReadSettings,
  type Refused,
  readSettings,
  type SettingKey,
  type SettingsValues,
} from '../settings/schema';
import { saveFile } from '../ui/save-file';
import { type News, optionsView } from './options-view';
import { type Problem, valuesAfter } from './settings-form';

const SETTINGS_FILE = 'reglages-cote-a-cote.json';

/** Draws the options page: every change is saved at once, and said. What is refused stays in its field, with the reason. */
export async function startOptions(app: HTMLElement, packs: readonly Pack[]): Promise<void> {
  const keys = [OWN_KEY, MANAGED_KEY, REFUSED_KEY];
  const stored: Record<string, unknown> = await browser.storage.local.get(keys).catch(() => ({}));
  let own = readSettings(stored[OWN_KEY]).values;
  let managed = layerOf(stored[MANAGED_KEY]);
  let refused = (stored[REFUSED_KEY] ?? []) as Refused[];
  let state: StateRecord = await readState().catch(() => ({ overlays: {}, pages: {}, letThrough: {}, failures: {} }));
  let news: News | undefined;
  const SAVED: News = { at: 'form', words: i18n.t('options.saved'), isBad: false };
  const problems = new Map<SettingKey, Problem>();
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
        onExport: () => saveFile(SETTINGS_FILE, writeSettingsFile(allValues(own, managed)), 'application/json'),
        onImport: (file) => void open(file),
        onReset: () => void replace({}, { at: 'reset', words: i18n.t('options.resetDone'), isBad: false }),
        onSaveState: () => saveReport('machine', state),
        onClearState: () => void browser.storage.local.remove(STATE_KEY).then(refreshState),
      }),
      app,
    );
  };
  const change = async (key: SettingKey, value: unknown): Promise<void> => {
    const next = valuesAfter({ key, value }, own, problems);
    if (next) return await save(next);
    news = { at: 'form', words: i18n.t('options.refused'), isBad: true };
    draw();
  };
  /** A file that cannot be read changes nothing; a value that does not fit leaves the one before it. */
  const open = async (file: File): Promise<void> => {
    const read = readSettingsFile(await file.text().catch(() => ''));
    if ('problem' in read) {
      news = { at: 'file', words: `${read.problem} ${i18n.t('options.fileNothing')}`, isBad: true };
      return draw();
    }
    const taken = besideManaged(read, managed);
    const isWhole = taken.refused.length === 0;
    const words = i18n.t(isWhole ? 'options.fileTaken' : 'options.filePartly');
    await replace({ ...own, ...taken.values }, { at: 'file', words, isBad: !isWhole, refused: taken.refused });
  };
  /** Many settings at once, which nobody could set again one by one: those of before can be had back. */
  const replace = async (next: SettingsValues, done: News): Promise<void> => {
    const before = own;
    problems.clear();
    await save(next, { ...done, undo: () => void undo(done.at, before) });
  };
  const undo = async (at: News['at'], before: SettingsValues): Promise<void> => {
    await save(before, { at, words: i18n.t('options.undone'), isBad: false });
    // The button that had the focus is gone.
    app.querySelector<HTMLElement>(`.news-${at} [tabindex]`)?.focus();
  };
  const save = async (next: SettingsValues, done: News = SAVED): Promise<void> => {
    try {
      await browser.storage.local.set({ [OWN_KEY]: next });
      own = next;
      news = done;
    } catch {
      news = { at: done.at, words: i18n.t('options.notSaved'), isBad: true };
    }
    draw();
  };
  const refreshState = async (): Promise<void> => {
    state = await readState();
    draw();
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !keys.some((key) => key in changes)) return;
    // In another tab, the same page may be open.
    if (OWN_KEY in changes) own = readSettings(changes[OWN_KEY]?.newValue).values;
    if (MANAGED_KEY in changes) managed = layerOf(changes[MANAGED_KEY]?.newValue);
    // What the structure sets takes the place of a wrong entry.
    for (const key of problems.keys()) if (key in managed) problems.delete(key);
    if (REFUSED_KEY in changes) refused = (changes[REFUSED_KEY]?.newValue ?? []) as Refused[];
    draw();
  });
  draw();
}

/** What of a file can be taken here: what the structure set stays, and is named where the file says something else. */
function besideManaged({ values, refused }: ReadSettings, managed: SettingsValues): ReadSettings {
  const entries = Object.entries(values) as [SettingKey, unknown][];
  const differing = entries.filter(([key, value]) => key in managed && managed[key] !== value);
  return {
    values: Object.fromEntries(entries.filter(([key]) => !(key in managed))),
    refused: [...refused, ...differing.map(([key]) => ({ key, reason: i18n.t('options.fileLocked') }))],
  };
}
