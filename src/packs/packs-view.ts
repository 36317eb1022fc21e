import { html, nothing, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import { dayInWords } from '../guides/next-date';
import type { Refusal } from './merge';
import type { Additions, ImportedPack } from './types';

/** What the last action did; `details` are its reasons, one by one. */
export interface PacksNews {
  words: string;
  isBad: boolean;
  details?: readonly string[];
  /** Takes the last action back. */
  undo?: () => void;
}

/** A pack as it is shown: whether it is in use, and where its texts can lead. */
export interface ShownPack {
  pack: ImportedPack;
  refusal: Refusal | undefined;
  hosts: readonly string[];
}

export interface PacksProps {
  kept: readonly ShownPack[];
  /** Whether it is unfolded at first; then the person folds it. */
  isOpen: boolean;
  /** A file that was opened and may be added. */
  asked: ShownPack | undefined;
  /** Why a pack without an accepted signature is not taken here. */
  rule: Refusal | undefined;
  news: PacksNews | undefined;
  siteName: (id: string) => string;
  onFile: (file: File) => void;
  onAnswer: (isAccepted: boolean) => void;
  onRemove: (pack: ImportedPack) => void;
}

/** What a structure wrote and this machine shows beside our own help. */
export function packsView(props: PacksProps): TemplateResult {
  const { kept, isOpen, asked, rule, news, onFile } = props;
  const choose = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) onFile(file);
    // The same file may be chosen again, once it is put right.
    input.value = '';
  };
  return html`<details ?open=${isOpen}>
    <summary>${i18n.t('packs.title')}</summary>
    <p>${i18n.t('packs.text')}</p>
    ${rule ? html`<p class="calm">${i18n.t(`packs.rule_${rule}`)}</p>` : nothing}
    ${kept.map((one) => keptView(one, props))}
    <label>${i18n.t('packs.add')} <input type="file" accept=".json,application/json" @change=${choose} /></label>
    ${asked ? askedView(asked, props) : nothing}
    <div role="status">${newsView(news)}</div>
  </details>`;
}

function keptView({ pack, refusal }: ShownPack, { siteName, onRemove }: PacksProps): TemplateResult {
  return html`<section>
    <h3>${pack.name}</h3>
    ${contentView(pack, siteName)}
    ${refusal ? html`<p class="careful">${i18n.t('packs.notInUse')} ${i18n.t(`packs.refused_${refusal}`)}</p>` : nothing}
    <p><button class="button" type="button" @click=${() => onRemove(pack)}>${i18n.t('packs.remove', [pack.name])}</button></p>
  </section>`;
}

function askedView({ pack, hosts }: ShownPack, { rule, kept, siteName, onAnswer }: PacksProps): TemplateResult {
  const signed = pack.key === undefined ? 'unsigned' : rule === undefined ? 'signedUnknown' : 'signed';
  const replaces = kept.some((one) => one.pack.name === pack.name);
  return html`<section class="asked" aria-labelledby="pack-asked">
    <h3 id="pack-asked" tabindex="-1">${i18n.t('packs.askTitle', [pack.name])}</h3>
    ${contentView(pack, siteName)}
    <p class=${signed === 'signed' ? 'calm' : 'careful'}>${i18n.t(`packs.${signed}`)}</p>
    ${hosts.length > 0 ? html`<p>${i18n.t('packs.leads', [hosts.join(', ')])}</p>` : nothing}
    ${replaces ? html`<p>${i18n.t('packs.replaces')}</p>` : nothing}
    <p>${i18n.t('packs.expected')}</p>
    <p class="row">
      <button class="button" type="button" @click=${() => onAnswer(false)}>${i18n.t('packs.refuse')}</button>
      <button class="button button-main" type="button" @click=${() => onAnswer(true)}>${i18n.t('packs.accept')}</button>
    </p>
  </section>`;
}

function contentView({ madeOn, sites }: ImportedPack, siteName: (id: string) => string): TemplateResult {
  return html`<p>${i18n.t('packs.madeOn', [dayInWords(madeOn)])}</p>
    <ul>
      ${Object.entries(sites).flatMap(([id, added]) => {
        const counts = countsOf(added);
        return counts === '' ? [] : [html`<li>${siteName(id)} : ${counts}</li>`];
      })}
    </ul>`;
}

function countsOf(added: Additions): string {
  return (['guides', 'notes', 'hints', 'terms', 'people'] as const)
    .filter((kind) => added[kind].length > 0)
    .map((kind) => i18n.t(`packs.count_${kind}`, [String(added[kind].length)]))
    .join(', ');
}

function newsView(news: PacksNews | undefined): TemplateResult | typeof nothing {
  if (!news) return nothing;
  const { words, isBad, details = [], undo } = news;
  return html`<p class=${isBad ? 'careful' : 'calm'}>${words}</p>
    ${details.length > 0 ? html`<ul>${details.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
    ${undo ? html`<p><button class="button" type="button" @click=${undo}>${i18n.t('packs.putBack')}</button></p>` : nothing}`;
}
