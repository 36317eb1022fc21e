import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { installationFiles } from '../installation/installation-files';
import { CHROMIUM_ID, FIREFOX_ID } from '../modules/overlays/ids';
import { layerOf, MANAGED_KEY, OWN_KEY } from '../settings/live-settings';
import { readSettings, type SettingKey, type SettingsValues } from '../settings/schema';
import { saveFile } from '../ui/save-file';
import { type Choices, type InstallationProps, installationView } from './installation-view';

/** Draws « Fiche pour l'informaticien ». It starts from the settings in force here and changes none of them. */
export async function startInstallation(place: HTMLElement): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.local.get([OWN_KEY, MANAGED_KEY]).catch(() => ({}));
  let values: SettingsValues = {
    mode: 'public',
    ...readSettings(stored[OWN_KEY]).values,
    ...layerOf(stored[MANAGED_KEY]),
  };
  let choices: Choices = { from: 'stores', folder: '/opt/cote-a-cote', chromeId: ownId(), edgeId: '', forgetAll: true };
  const problems = new Map<string, string>();
  const draw = (): void => {
    const wrong = wrongChoices(choices);
    render(
      installationView({
        form: { id: 'machines', values, locked: new Set(), problems, onChange: change },
        choices,
        wrong,
        files: wrong.size > 0 || problems.size > 0 ? [] : filesOf(values, choices),
        onChoice: (next) => {
          choices = { ...choices, ...next };
          draw();
        },
        onPrint: print,
      }),
      place,
    );
  };
  const change = (key: SettingKey, value: unknown): void => {
    const { [key]: _, ...others } = values;
    const read = readSettings(value === undefined ? {} : { [key]: value });
    const reason = read.refused[0]?.reason;
    if (reason === undefined) problems.delete(key);
    else problems.set(key, reason);
    values = { ...others, ...read.values };
    draw();
  };
  draw();
}

/** The id of this very extension, which is the right one for the store it came from; Firefox knows only its own. */
function ownId(): string {
  return isId(browser.runtime.id) ? browser.runtime.id : CHROMIUM_ID;
}

function isId(text: string): boolean {
  return /^[a-p]{32}$/.test(text);
}

function wrongChoices({ from, folder, chromeId, edgeId }: Choices): InstallationProps['wrong'] {
  const wrong = new Map<keyof Choices, string>();
  if (from === 'folder' && !/^(\/[\w.-]+)+$/.test(folder)) wrong.set('folder', i18n.t('installation.folder_wrong'));
  if (!isId(chromeId)) wrong.set('chromeId', i18n.t('installation.id_wrong'));
  if (from === 'stores' && edgeId !== '' && !isId(edgeId)) wrong.set('edgeId', i18n.t('installation.id_wrong'));
  return wrong;
}

function filesOf(
  settings: SettingsValues,
  { from, folder, chromeId, edgeId, forgetAll }: Choices,
): InstallationProps['files'] {
  const source = from === 'folder' ? ({ from, folder } as const) : ({ from } as const);
  const edge = edgeId === '' ? undefined : edgeId;
  const files = installationFiles({ settings, source, chromeId, edgeId: edge, firefoxId: FIREFOX_ID, forgetAll });
  return files.map(({ name, kind, content }) => ({
    name,
    kind,
    save: () => saveFile(name, content, name.endsWith('.json') ? 'application/json' : 'application/octet-stream'),
  }));
}

function print(): void {
  document.documentElement.dataset.print = 'installation';
  window.print();
  delete document.documentElement.dataset.print;
}
