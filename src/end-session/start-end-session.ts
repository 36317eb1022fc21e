import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ask, askTab } from '../messages/messages';
import type { Pack, Services } from '../schema';
import { listKept } from '../session/kept-exercises';
import type { OfferReason } from '../session/offer-end';
import { unfinished, visits } from '../session/visits';
import { liveSettings } from '../settings/live-settings';
import { type Covered, coverage, isCovered, neededPermissions } from './covered';
import { type DownloadedFile, deleteDownload, downloadsSince } from './downloads';
import { endSessionView, type Progress } from './end-session-view';
import { erase } from './erase';
import { openTabs } from './traces';

const REASONS: readonly OfferReason[] = ['inactive', 'last-tab', 'unfinished'];

/** Draws the page « Terminer ma session » and does what it says, on the person's click only. */
export async function startEndSession(app: HTMLElement, packs: readonly Pack[], services: Services): Promise<void> {
  const settings = liveSettings(new AbortController().signal);
  const sites = coverage(packs, services);
  const needed = neededPermissions(sites.safe, import.meta.env.FIREFOX);
  let reason = REASONS.find((one) => location.hash === `#${one}`);
  let open: Covered[] = [];
  let progress: Progress = browser.extension.inIncognitoContext ? { kind: 'private' } : { kind: 'ready' };
  let files: DownloadedFile[] = [];
  let fileNews = '';
  let kept = 0;

  const draw = (): void => {
    document.documentElement.dataset.size = settings.value.textSize;
    render(
      endSessionView({
        reason,
        coverage: sites,
        open,
        progress,
        files,
        fileNews,
        kept,
        onLeave: (site) => void goToLogout(site),
        // The browsers ask the person only straight from the click: nothing may be awaited before.
        onErase: () => void browser.permissions.request(needed).then(run, () => show({ kind: 'refused' })),
        onDelete: (file) => void remove(file),
        onStay: () => void closeThisTab(),
        onClose: () => void closeThisTab(),
      }),
      app,
    );
  };
  const show = (next: Progress): void => {
    progress = next;
    draw();
  };
  const run = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return show({ kind: 'refused' });
    try {
      const since = await visits.startedAt();
      await unfinished.begin();
      const remains = await erase(sites.safe, (stage) => show({ kind: 'erasing', stage }));
      files = await downloadsSince(since ?? Date.now());
      await visits.forget();
      await forgetPlaces();
      kept = await countKept();
      if (remains.failures.length === 0) await unfinished.end();
      show({ kind: 'done', remains });
      app.querySelector('h1')?.focus();
    } catch (error) {
      show({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
    }
  };
  const remove = async (file: DownloadedFile): Promise<void> => {
    try {
      await deleteDownload(file.id);
      files = files.filter(({ id }) => id !== file.id);
      fileNews = i18n.t('end.deleted', [file.name]);
    } catch {
      fileNews = i18n.t('end.notDeleted', [file.name]);
    }
    draw();
  };
  settings.onChange(draw, new AbortController().signal);
  draw();
  if (await unfinished.exists()) reason = 'unfinished';
  open = await openSites(sites.safe);
  draw();
}

/** The background forgets every place in a guide, those that a full storage refused too: they are only in its memory. */
async function forgetPlaces(): Promise<void> {
  if ((await ask('progress.forgetAll', {})) !== true) throw new Error(i18n.t('end.placesStay'));
}

/** @returns how many exercises are kept here under a nickname; where storage cannot be read, nothing is. */
async function countKept(): Promise<number> {
  return (await listKept().catch(() => [])).length;
}

/** @returns the sites that are open: by their tabs when we may see them, else by what the background noted. */
async function openSites(sites: readonly Covered[]): Promise<Covered[]> {
  const noted = await visits.tabs();
  const tabs = await openTabs(sites).catch(() => []);
  return sites.filter((site) => noted.has(site.id) || tabs.some(({ url }) => isCovered(url, [site])));
}

/** Goes to the site's tab, or opens it, and starts the guide to its logout where there is one. */
async function goToLogout(site: Covered): Promise<void> {
  const [seen] = await openTabs([site]).catch(() => []);
  const tab = (await visits.tabs()).get(site.id) ?? seen?.id;
  const there = tab === undefined ? undefined : await browser.tabs.update(tab, { active: true }).catch(() => undefined);
  if (!there) await browser.tabs.create({ url: site.leaveAt });
  const guide = site.pack?.site.leaveGuide;
  if (there && tab !== undefined && guide) await askTab(tab, 'guide.start', { guide }).catch(() => false);
}

async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
