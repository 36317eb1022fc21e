import type { Block, PracticePage } from '../../schema';
import { buildContainer } from './containers';
import { make, type PracticeHost, type RenderContext } from './context';
import { buildButton, buildLink } from './controls';
import { buildCheckbox, buildField, buildRadios, buildSelect } from './fields';

export type { PracticeHost } from './context';

/**
 * Builds a practice page from its description, with plain DOM calls only. The same pages serve the practice mode
 * and, under the sites' real addresses, the browser tests.
 * @param answers answers of the exercise so far, by field name; changed in place as the person answers
 */
export function renderPracticePage(
  document: Document,
  page: PracticePage,
  answers: Record<string, string>,
  host: PracticeHost,
): HTMLElement {
  const context: RenderContext = { document, page, host, answers, onAnswer: [], copy: '' };
  const content = buildBlocks(context, page.blocks);
  if (!page.generatedIds) return make(context, 'div', { class: 'page-exercice' }, ...content);
  const app = make(context, 'app-root', {}, ...content);
  return make(
    context,
    'div',
    { class: 'page-exercice' },
    make(context, 'div', { id: `ns_Z7_${generated()}_angularApp` }, app),
  );
}

/** A new suffix each time, as the real portal makes them: nothing may rely on it. */
function generated(): string {
  return Math.random().toString(36).slice(2, 14).toUpperCase();
}

function buildBlocks(context: RenderContext, blocks: readonly Block[]): Node[] {
  return blocks.map((block) => {
    const element = buildBlock(context, block);
    if (block.showIf) showWhile(context, element, block.showIf);
    return element;
  });
}

function showWhile(context: RenderContext, element: HTMLElement, { field, is }: { field: string; is: string }): void {
  const follow = (): void => {
    element.hidden = context.answers[field] !== is;
  };
  follow();
  context.onAnswer.push(follow);
}

function buildBlock(context: RenderContext, block: Block): HTMLElement {
  const named = 'id' in block || 'class' in block ? { id: block.id, class: block.class } : {};
  switch (block.block) {
    case 'heading':
      return make(context, `h${block.level}`, named, block.text);
    case 'text':
      return make(context, 'p', named, block.text);
    case 'list':
      return make(context, 'ul', named, ...block.items.map((item) => make(context, 'li', {}, item)));
    case 'table':
      return buildTable(context, block);
    case 'link':
      return buildLink(context, block);
    case 'button':
      return buildButton(context, block);
    case 'field':
      return buildField(context, block);
    case 'radios':
      return buildRadios(context, block);
    case 'checkbox':
      return buildCheckbox(context, block);
    case 'select':
      return buildSelect(context, block);
    default:
      return buildContainer(context, block, buildBlocks);
  }
}

function buildTable(context: RenderContext, block: Extract<Block, { block: 'table' }>): HTMLElement {
  const rows = block.rows.map((cells, row) =>
    make(context, 'tr', {}, ...cells.map((cell) => make(context, block.header && row === 0 ? 'th' : 'td', {}, cell))),
  );
  const caption = block.caption ? [make(context, 'caption', {}, block.caption)] : [];
  return make(context, 'table', { id: block.id, class: block.class }, ...caption, make(context, 'tbody', {}, ...rows));
}
