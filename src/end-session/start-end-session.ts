import { render } from 'lit/html.js';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { ask } from '../messages/messages';
import type { Pack, Services } from '../schema';
import { type EndResult, endPage } from '../session/end-page';
import { listKept } from '../session/kept-exercises';
import type { OfferReason } from '../session/offer-end';
import { unfinished, unsure, visits } from '../session/visits';
import { liveSettings, settingsNow } from '../settings/live-settings';
import { type Covered, coverage, isCovered, neededPermissions } from './covered';
import { type DownloadedFile, deleteDownload, downloadsSince, type FileFate } from './downloads';
import { endSessionView, type Progress } from './end-session-view';
import { erase, eraseHistory, isNothingLeft, type Remains, type Stage } from './erase';
import { goToLogout, type Leaving, sitesToLeave } from './leave';

const REASONS: readonly OfferReason[] = ['inactive', 'last-tab', 'unfinished'];

/** Draws the page « Terminer ma session » and does what it says, on the person's click only. */
export async function startEndSession(app: HTMLElement, packs: readonly Pack[], services: Services): Promise<void> {
  const settings = liveSettings(new AbortController().signal);
  const sites = coverage(packs, services);
  const needed = neededPermissions(sites.safe, import.meta.env.FIREFOX);
  let reason = REASONS.find((one) => location.hash === `#${one}`);
  let leaving: Leaving = { visited: [], perhaps: [] };
  let progress: Progress = browser.extension.inIncognitoContext ? { kind: 'private' } : { kind: 'ready' };
  let files: DownloadedFile[] | undefined;
  const fates = new Map<number, FileFate>();
  let kept = 0;

  const draw = (): void => {
    document.documentElement.dataset.size = settings.value.textSize;
    render(
      endSessionView({
        reason,
        coverage: sites,
        isPublic: settings.value.mode === 'public',
        leaving,
        progress,
        files,
        fates,
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
  const tellFirst = (): void => app.querySelector<HTMLElement>('.told-first')?.focus();
  const run = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return show({ kind: 'refused' });
    // A hand that trembles clicks twice: the second time must find nothing to press.
    if (progress.kind === 'erasing') return;
    show({ kind: 'erasing', stage: 'tabs' });
    const tab = await ownTab();
    const result = await eraseNow(tab).catch((error: unknown) => {
      show({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
      return undefined;
    });
    if (result) {
      show({ kind: 'done', ...result });
      tellFirst();
    }
    // A full storage takes no result: the page keeps its place at least.
    await endPage.tells(tab, result).catch(() => endPage.tells(tab, undefined));
  };
  const eraseNow = async (tab: number): Promise<EndResult> => {
    await endPage.shows(tab, 'erasing');
    const since = await sessionStart();
    await unfinished.begin(since);
    const held = import.meta.env.FIREFOX ? await holdFiles(tab, since, sites.safe) : [];
    const onStage = (stage: Stage): void => show({ kind: 'erasing', stage });
    const remains = await erase(sites.safe, await unsure.hosts(), held, onStage);
    await unsure.keep(remains.unsure);
    files = await downloadsSince(since);
    await forgetPlaces();
    await forgetOurs(remains);
    kept = await countKept();
    // As long as something is left, the next try must know when the session began.
    if (isNothingLeft(remains)) await visits.forget();
    if (remains.failures.length === 0) await unfinished.end();
    return { remains, since };
  };
  const sayAgain = async (told: EndResult): Promise<void> => {
    files = await downloadsSince(told.since);
    kept = await countKept();
    show({ kind: 'done', ...told });
  };
  /** The row stays, without its button: else the next file would come under a hand that presses twice. */
  const remove = async (file: DownloadedFile): Promise<void> => {
    if (fates.get(file.id) === 'going') return;
    fates.set(file.id, 'going');
    fates.set(
      file.id,
      await deleteDownload(file.id).then(
        () => 'gone' as const,
        () => 'stays' as const,
      ),
    );
    draw();
    app.querySelector<HTMLElement>(`[data-gone="${file.id}"]`)?.focus();
    const isAsked = files?.some(({ id, address }) => address === file.address && fates.get(id) !== 'gone');
    if (!isAsked) await letGo(file.address);
  };
  /** Nobody is asked about a file from there any more. */
  const letGo = async (address: string): Promise<void> => {
    if (progress.kind !== 'done' || !progress.remains.held.includes(address)) return;
    await eraseHistory([address]);
    const { remains, since } = progress;
    const left = { ...remains, held: remains.held.filter((one) => one !== address) };
    show({ kind: 'done', remains: left, since });
    const tab = await ownTab();
    if (await endPage.toldIn(tab)) await endPage.tells(tab, { remains: left, since });
  };
  const lookWhereToLeave = async (): Promise<void> => {
    leaving = await sitesToLeave(sites.safe);
    draw();
  };
  settings.onChange(draw, new AbortController().signal);
  draw();
  if (await unfinished.exists()) reason = 'unfinished';
  const told = await endPage.toldIn(await ownTab());
  if (told) await sayAgain(told);
  draw();
  tellFirst();
  // The page may lie open while the person goes on to another site.
  browser.storage.session.onChanged.addListener(() => void lookWhereToLeave());
  await lookWhereToLeave();
}

/**
 * Firefox takes a file out of its list along with its address in the history: nobody could delete it from here then.
 * @returns the addresses, on these sites, of the files that will be asked about. When this page is closed, the background takes
 * them out of the history.
 */
async function holdFiles(
  tab: number,
  since: number | undefined,
  sites: readonly Covered[],
): Promise<readonly string[]> {
  const files = (await downloadsSince(since)) ?? [];
  const addresses = files.map(({ address }) => address).filter((address) => isCovered(address, sites));
  await endPage.holds(tab, addresses);
  return addresses;
}

/** @returns the tab that this page is in. @throws where it is in none: a page of ours opens in tabs only. */
async function ownTab(): Promise<number> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) throw new Error('This page is in no tab');
  return tab.id;
}

/** The background forgets every place in a guide, those that a full storage refused too: they are only in its memory. */
async function forgetPlaces(): Promise<void> {
  if ((await ask('progress.forgetAll', {})) !== true) throw new Error(i18n.t('end.placesStay'));
}

/** @returns how many exercises are kept here under a nickname; where storage cannot be read, nothing is. */
async function countKept(): Promise<number> {
  return (await listKept().catch(() => [])).length;
}

/**
 * @returns when the session began: the one of now, or one whose erasing was cut short before it. A beginning that is still to
 * come tells that the machine's clock was put back: files of the session bear an earlier hour.
 */
async function sessionStart(): Promise<number | undefined> {
  const known = [await visits.startedAt(), await unfinished.since()].filter((start) => start !== undefined);
  const start = Math.min(...known);
  return start <= Date.now() ? start : undefined;
}

/** On a public machine, what we ourselves kept of the person goes too. The background does it: it may be writing. */
async function forgetOurs(remains: Remains): Promise<void> {
  if ((await settingsNow()).mode !== 'public') return;
  const isForgotten = await ask('record.forget', {}).catch(() => false);
  if (!isForgotten) remains.failures.push(i18n.t('end.ownRecordStays'));
}

async function closeThisTab(): Promise<void> {
  await browser.tabs.remove(await ownTab());
}
