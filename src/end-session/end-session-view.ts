import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { EndResult } from '../session/end-page';
import type { OfferReason } from '../session/offer-end';
import type { Coverage, Covered } from './covered';
import type { DownloadedFile, FileFate } from './downloads';
import { isNothingLeft, type Remains, type Stage } from './erase';
import type { Leaving } from './leave';

/** Where the erasing is. */
export type Progress =
  | { kind: 'ready' }
  | { kind: 'refused' }
  | { kind: 'private' }
  | { kind: 'erasing'; stage: Stage }
  | { kind: 'failed'; words: string }
  | ({ kind: 'done' } & EndResult);

export interface EndSessionProps {
  reason: OfferReason | undefined;
  coverage: Coverage;
  /** Our own notes go too. */
  isPublic: boolean;
  leaving: Leaving;
  progress: Progress;
  /** `undefined` when nobody knows when the session began. */
  files: readonly DownloadedFile[] | undefined;
  /** What became of the files that the person wanted deleted, by their id. */
  fates: ReadonlyMap<number, FileFate>;
  /** Exercises that people chose to keep on this machine. */
  kept: number;
  onLeave: (site: Covered) => void;
  onErase: () => void;
  onDelete: (file: DownloadedFile) => void;
  onStay: () => void;
  onClose: () => void;
}

export function endSessionView(props: EndSessionProps): TemplateResult {
  const { progress } = props;
  return html`<h1 tabindex="-1">${i18n.t('end.title')}</h1>
    ${progress.kind === 'done' ? doneView(props, progress.remains) : beforeView(props)}`;
}

function beforeView(props: EndSessionProps): TemplateResult {
  const { progress, onErase } = props;
  const isErasing = progress.kind === 'erasing';
  return html`${reasonView(props)}
    ${progress.kind === 'private' ? html`<p class="careful" role="alert">${i18n.t('end.private')}</p>` : html`${leaveView(props)} ${whatView(props)}`}
    <p role="status" class=${isErasing ? 'calm' : 'unseen'}>${progress.kind === 'erasing' ? stageWords(progress.stage) : ''}</p>
    <div role="alert">${troubleView(progress)}</div>
    ${
      progress.kind === 'private'
        ? nothing
        : html`<p class="quiet">${i18n.t('end.permission')}</p>
            <p><button class="button button-main" type="button" ?disabled=${isErasing} @click=${onErase}>${i18n.t('end.erase')}</button></p>`
    }`;
}

function troubleView(progress: Progress): TemplateResult | typeof nothing {
  if (progress.kind === 'refused') return html`<p class="careful">${i18n.t('end.refused')}</p>`;
  return progress.kind === 'failed' ? html`<p class="careful">${i18n.t('end.failed')} ${progress.words}</p>` : nothing;
}

function reasonView({ reason, onStay }: EndSessionProps): TemplateResult | typeof nothing {
  switch (reason) {
    case 'inactive':
      return html`<section class="careful">${toldFirst('end.inactive')}
        <p><button class="button" type="button" @click=${onStay}>${i18n.t('end.stay')}</button></p></section>`;
    case 'last-tab':
      return html`<section class="calm">${toldFirst('end.lastTab')}
        <p><button class="button" type="button" @click=${onStay}>${i18n.t('end.later')}</button></p></section>`;
    case 'unfinished':
      return html`<section class="careful">${toldFirst('end.unfinished')}</section>`;
    case undefined:
      return nothing;
  }
}

/** What the page is there to say. It takes the focus: Firefox does not say an alert that comes with the page, nor one in place of another text. */
const toldFirst = (words: Told): TemplateResult => html`<h2 class="told-first" tabindex="-1">${i18n.t(words)}</h2>`;

type Told = `end.${'inactive' | 'lastTab' | 'unfinished' | 'nothingLeft' | 'nothingSeen' | 'somethingLeft'}`;

/** The site's own logout comes first: erasing cookies does not end what its server remembers, closing the page neither. */
function leaveView({ leaving: { visited, perhaps }, onLeave }: EndSessionProps): TemplateResult {
  const goTo = (site: Covered, words: string): TemplateResult =>
    html`<li><strong>${words}</strong> ${site.howToLeave ?? i18n.t('end.leaveHow')}
      <p><button class="button" type="button" @click=${() => onLeave(site)}>${i18n.t('end.leaveGo', [site.name])}</button></p></li>`;
  return html`<h2>${i18n.t('end.leaveTitle')}</h2>
    <p>${i18n.t('end.leaveWhy')}</p>
    ${
      visited.length === 0
        ? html`<p>${i18n.t('end.leaveNone')}</p>`
        : html`<ul class="plain">${visited.map((site) => goTo(site, `${capital(site.name)}.`))}
            ${perhaps.map((site) => goTo(site, i18n.t('end.leavePerhaps', [site.name])))}</ul>`
    }`;
}

function whatView({ coverage: { safe, tooWide }, isPublic }: EndSessionProps): TemplateResult {
  return html`<h2>${i18n.t('end.whatTitle')}</h2>
    <p>${i18n.t('end.whatSites')}</p>
    <ul>${safe.map(({ name, officialDomains }) => html`<li>${capital(name)} <span class="quiet">(${officialDomains.join(', ')})</span></li>`)}</ul>
    <p>${i18n.t('end.whatKinds')}</p>
    <p>${i18n.t('end.whatOurs')}</p>
    ${import.meta.env.FIREFOX ? html`<p>${i18n.t('end.wholeCache')}</p><p>${i18n.t('end.closedWindows')}</p>` : nothing}
    ${isPublic ? html`<p>${i18n.t('end.ownRecord')}</p>` : nothing}
    <p class="calm">${i18n.t('end.whatStays')}</p>
    ${tooWide.map(({ name }) => html`<p class="careful">${i18n.t('end.tooWide', [name])}</p>`)}
    <details><summary>${i18n.t('end.cannotTitle')}</summary><p>${i18n.t('end.cannot')}</p>
      ${import.meta.env.FIREFOX ? html`<p>${i18n.t('end.cannotBack')}</p>` : nothing}</details>`;
}

function stageWords(stage: Stage): string {
  switch (stage) {
    case 'tabs':
      return i18n.t('end.stage_tabs');
    case 'data':
      return i18n.t('end.stage_data');
    case 'history':
      return i18n.t('end.stage_history');
    case 'check':
      return i18n.t('end.stage_check');
  }
}

function doneView(props: EndSessionProps, remains: Remains): TemplateResult {
  return html`${isNothingLeft(remains) ? nothingLeftView(remains) : somethingLeftView(props, remains)}
    ${props.kept > 0 ? html`<p class="calm">${i18n.t('end.keptExercises')}</p>` : nothing}
    ${filesView(props)}
    <h2>${i18n.t('end.remindTitle')}</h2>
    <ul>
      <li>${i18n.t('end.remindPrinter')}</li>
      <li>${i18n.t('end.remindKey')}</li>
      <li>${i18n.t('end.remindPhone')}</li>
      <li>${i18n.t('end.remindMail')}</li>
    </ul>
    <p><button class="button button-main" type="button" @click=${props.onClose}>${i18n.t('end.close')}</button></p>`;
}

function nothingLeftView({ hosts, unsure, held, others }: Remains): TemplateResult {
  const isAll = unsure.length === 0 && held.length === 0;
  return html`<section class="calm">${toldFirst(isAll ? 'end.nothingLeft' : 'end.nothingSeen')}
      ${others > 0 ? html`<p>${i18n.t('end.others', [String(others)])}</p>` : nothing}</section>
    ${held.length > 0 ? html`<p>${i18n.t('end.held')}</p>` : nothing}
    ${unsure.length > 0 ? unsureView(unsure) : nothing}
    <p class="quiet">${i18n.t('end.checked')}</p>
    <details><summary>${i18n.t('end.hostsTitle')}</summary><p>${hosts.join(', ')}</p><p>${i18n.t('end.hostsOthers')}</p></details>`;
}

function somethingLeftView({ onErase }: EndSessionProps, remains: Remains): TemplateResult {
  return html`<section class="careful">${toldFirst('end.somethingLeft')}
      <ul>${remainsRows(remains).map((row) => html`<li>${row}</li>`)}</ul><p>${i18n.t('end.whatToDo')}</p>
      <p><button class="button" type="button" @click=${onErase}>${i18n.t('end.again')}</button></p></section>
    ${remains.unsure.length > 0 ? unsureView(remains.unsure) : nothing}`;
}

function unsureView(hosts: readonly string[]): TemplateResult {
  return html`<section class="careful"><p>${i18n.t('end.unsure')}</p>
    <ul>${hosts.map((host) => html`<li>${host}</li>`)}</ul><p>${i18n.t('end.unsureDo')}</p></section>`;
}

function remainsRows({ tabs, cookies, visited, closedTabs, closedWindows, backTabs, failures }: Remains): string[] {
  const counted = [
    tabs > 0 ? i18n.t('end.left_tabs', [String(tabs)]) : '',
    cookies > 0 ? i18n.t('end.left_cookies', [String(cookies)]) : '',
    visited > 0 ? i18n.t('end.left_visited', [String(visited)]) : '',
    closedTabs > 0 ? i18n.t('end.left_closed', [String(closedTabs)]) : '',
    closedWindows > 0 ? i18n.t('end.left_windows', [String(closedWindows)]) : '',
    backTabs > 0 ? i18n.t('end.left_back', [String(backTabs)]) : '',
    ...failures.map((words) => i18n.t('end.left_failure', [words])),
  ];
  return counted.filter((row) => row !== '');
}

function filesView(props: EndSessionProps): TemplateResult {
  const { files, reason } = props;
  if (!files) return html`<h2>${i18n.t('end.filesTitle')}</h2><p class="careful">${i18n.t('end.filesUnknown')}</p>`;
  return html`<h2>${i18n.t('end.filesTitle')}</h2>
    ${
      files.length === 0
        ? html`<p>${i18n.t('end.filesNone')}</p>`
        : html`<p>${i18n.t('end.filesText')}</p>
            <ul class="plain">${files.map((file) => fileView(props, file))}</ul>`
    }
    ${reason === 'unfinished' ? html`<p class="careful">${i18n.t('end.filesForgotten')}</p>` : nothing}`;
}

function fileView({ fates, onDelete }: EndSessionProps, file: DownloadedFile): TemplateResult {
  const fate = fates.get(file.id);
  return html`<li><strong>${file.name}</strong>${file.from ? html` <span class="quiet">(${file.from})</span>` : nothing}
    ${fate === 'gone' || file.isWhole ? nothing : html`<p class="careful">${i18n.t('end.notWhole')}</p>`}
    <div role="alert">${fate === 'stays' ? html`<p class="careful">${i18n.t('end.notDeleted', [file.name])}</p>` : nothing}</div>
    ${
      fate === 'gone'
        ? html`<p class="calm" role="status" tabindex="-1" data-gone=${file.id}>${i18n.t('end.deleted', [file.name])}</p>`
        : html`<p><button class="button" type="button" aria-label=${i18n.t('end.deleteThis', [file.name])} @click=${() => onDelete(file)}>${i18n.t('end.delete')}</button></p>`
    }</li>`;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
