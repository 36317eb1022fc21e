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
import { type Problem, valuesAfter } from './settings-form';

/**
 * Draws « Fiche pour l'informaticien ». It starts from the settings in force here and changes none of them. They may come
 * late, or be changed higher on the page: it follows them until something is set in it.
 */
export async function startInstallation(place: HTMLElement): Promise<void> {
  let chosen = await inForce();
  let isTouched = false;
  let choices: Choices = {
    from: 'stores',
    folder: '/opt/cote-a-cote',
    ...knownIds(browser.runtime.id, browser.runtime.getManifest().update_url),
    isXpiUnsigned: true,
    forgetAll: true,
  };
  const problems = new Map<SettingKey, Problem>();
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
    isTouched = true;
    chosen = valuesAfter({ key, value }, chosen, problems) ?? chosen;
    draw();
  };
  const follow = async (): Promise<void> => {
    const now = await inForce();
    if (isTouched) return;
    chosen = now;
    draw();
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (OWN_KEY in changes || MANAGED_KEY in changes)) void follow();
  });
  draw();
}

/** @returns what is set on this computer, by the person and by the structure. */
async function inForce(): Promise<SettingsValues> {
  const stored: Record<string, unknown> = await browser.storage.local.get([OWN_KEY, MANAGED_KEY]).catch(() => ({}));
  return { ...readSettings(stored[OWN_KEY]).values, ...layerOf(stored[MANAGED_KEY]) };
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
