import { html, type TemplateResult } from 'lit/html.js';
import { i18n } from '#i18n';
import type { SheetAddress } from '../messages/sheet-address';
import { press } from './press';
import type { Tools } from './tools';

/** « Imprimer ma fiche » after a guide, « Imprimer cette explication » for a word or a warning. */
export function printButton({ surface, print }: Pick<Tools, 'surface' | 'print'>, sheet: SheetAddress): TemplateResult {
  const words = i18n.t(sheet.kind === 'guide' ? 'sheet.print' : 'sheet.printText');
  return html`<button class="button" type="button" @click=${press(surface, () => print(sheet))}>${words}</button>`;
}
