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
import { type Refused, readSettings, type SettingKey, type SettingsValues } from '../settings/schema';
import { saveFile } from '../ui/save-file';
import { type News, optionsView } from './options-view';

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
  const SAVED: News = { words: i18n.t('options.saved'), isBad: false };
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
        onExport: () => saveFile(SETTINGS_FILE, writeSettingsFile({ ...own, ...managed }), 'application/json'),
        onImport: (file) => void open(file),
        onReset: () => void save({}, { words: i18n.t('options.resetDone'), isBad: false }),
        onSaveState: () => saveReport('machine', state),
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
      news = { words: i18n.t('options.refused'), isBad: true };
      draw();
    }
  };
  /** A file that cannot be read changes nothing; a value that does not fit leaves the one before it. */
  const open = async (file: File): Promise<void> => {
    const read = readSettingsFile(await file.text().catch(() => ''));
    if ('problem' in read) {
      news = { words: `${read.problem} ${i18n.t('options.fileNothing')}`, isBad: true };
      return draw();
    }
    const isWhole = read.refused.length === 0;
    const words = i18n.t(isWhole ? 'options.fileTaken' : 'options.filePartly');
    await save({ ...own, ...read.values }, { words, isBad: !isWhole, refused: read.refused });
  };
  const save = async (next: SettingsValues, done: News = SAVED): Promise<void> => {
    try {
      await browser.storage.local.set({ [OWN_KEY]: next });
      own = next;
      news = done;
    } catch {
      news = { words: i18n.t('options.notSaved'), isBad: true };
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
