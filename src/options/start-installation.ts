import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { folderAddress, installationFiles } from '../installation/installation-files';
import type { Installation } from '../installation/policies';
import { registryPlaces } from '../installation/registry-file';
import { CHROMIUM_ID, FIREFOX_ID } from '../modules/overlays/ids';
import { allValues } from '../settings/defaults';
import { layerOf, MANAGED_KEY, OWN_KEY } from '../settings/live-settings';
import { readSettings, type SettingKey, type SettingsValues } from '../settings/schema';
import { saveFile } from '../ui/save-file';
import { type Choices, type InstallationProps, installationView, type OfferedFile } from './installation-view';
import { isId, knownIds } from './known-ids';

/** Draws « Fiche pour l'informaticien ». It starts from the settings in force here and changes none of them. */
export async function startInstallation(place: HTMLElement): Promise<void> {
  const stored: Record<string, unknown> = await browser.storage.local.get([OWN_KEY, MANAGED_KEY]).catch(() => ({}));
  let chosen: SettingsValues = { ...readSettings(stored[OWN_KEY]).values, ...layerOf(stored[MANAGED_KEY]) };
  let choices: Choices = {
    from: 'stores',
    folder: '/opt/cote-a-cote',
    ...knownIds(browser.runtime.id, browser.runtime.getManifest().update_url),
    isXpiUnsigned: true,
    forgetAll: true,
  };
  const problems = new Map<string, string>();
  const draw = (): void => {
    const values = forMachines(chosen);
    const wrong = wrongChoices(choices);
    const installation = wrong.size > 0 || problems.size > 0 ? undefined : installationOf(values, choices);
    const files = installation ? filesOf(installation) : [];
    const hasRegistry = files.some(({ kind }) => kind === 'reg');
    render(
      installationView({
        form: { id: 'machines', values, locked: new Set(), problems, onChange: change },
        choices,
        wrong,
        files,
        registryBrowsers: installation ? registryBrowsers(installation) : '',
        registryPlaces: installation && hasRegistry ? registryPlaces(installation) : [],
        onChoice: (next) => {
          choices = { ...choices, ...next };
          draw();
        },
        onPrint: () => window.print(),
      }),
      place,
    );
  };
  const change = (key: SettingKey, value: unknown): void => {
    const { [key]: _, ...others } = chosen;
    const read = readSettings(value === undefined ? {} : { [key]: value });
    const reason = read.refused[0]?.reason;
    if (reason === undefined) problems.delete(key);
    else problems.set(key, reason);
    chosen = { ...others, ...read.values };
    draw();
  };
  draw();
}

/**
 * Every setting with the value that the form shows, so that the files say what was seen. The machines are public until
 * said otherwise, and what one person does is not kept there for the next.
 */
function forMachines(chosen: SettingsValues): SettingsValues {
  const { mode = 'public' } = chosen;
  return allValues({ mode, keepExercises: mode !== 'public' }, chosen);
}

function wrongChoices({ from, folder, ...ids }: Choices): InstallationProps['wrong'] {
  const wrong = new Map<keyof Choices, string>();
  if (from === 'folder' && folderAddress(folder) === undefined)
    wrong.set('folder', i18n.t('installation.folder_wrong'));
  for (const name of from === 'folder' ? (['crxId'] as const) : (['chromeId', 'edgeId'] as const)) {
    if (ids[name] === CHROMIUM_ID) wrong.set(name, i18n.t('installation.id_unsigned'));
    else if (ids[name] !== '' && !isId(ids[name])) wrong.set(name, i18n.t('installation.id_wrong'));
  }
  return wrong;
}

function installationOf(settings: SettingsValues, choices: Choices): Installation {
  const { from, folder, chromeId, edgeId, crxId, isXpiUnsigned, forgetAll } = choices;
  const common = { settings, firefoxId: FIREFOX_ID, forgetAll };
  const known = (id: string): string | undefined => (id === '' ? undefined : id);
  const address = folderAddress(folder);
  if (from === 'stores' || address === undefined)
    return { ...common, source: { from: 'stores' }, chromeId: known(chromeId), edgeId: known(edgeId) };
  const source = { from: 'folder', address, isXpiSigned: !isXpiUnsigned } as const;
  return { ...common, source, chromeId: known(crxId), edgeId: known(crxId) };
}

function registryBrowsers({ chromeId, edgeId }: Installation): string {
  if (chromeId === undefined) return i18n.t('installation.edge');
  return i18n.t(edgeId === undefined ? 'installation.chrome' : 'installation.chromeAndEdge');
}

function filesOf(installation: Installation): OfferedFile[] {
  return installationFiles(installation).map(({ name, kind, content }) => ({
    name,
    kind,
    save: () => saveFile(name, content, name.endsWith('.json') ? 'application/json' : 'application/octet-stream'),
  }));
}
