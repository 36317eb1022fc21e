import { html, type TemplateResult } from 'lit/html.js';
import { withNoBreaks } from './no-breaks';

/**
 * Renders our small Markdown (paragraphs, `- ` lists, `**bold**`, `[words](https://…)`) as text nodes:
 * no HTML is ever parsed, so nothing in a text can become mark-up.
 */
export function richText(markdown: string): TemplateResult {
  return html`${blocks(markdown).map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.lines.map((line) => html`<li>${phrase(line)}</li>`)}</ul>`
      : html`<p>${phrase(block.lines.join(' '))}</p>`,
  )}`;
}

/** The text as it is said: without Markdown marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^- /gm, '');
}

interface Block {
  kind: 'text' | 'list';
  lines: string[];
}

function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  for (const raw of markdown.split('\n')) {
    const line = raw.trim();
    const kind = line.startsWith('- ') ? 'list' : 'text';
    if (line === '') open = undefined;
    else {
      if (open?.kind !== kind) {
        open = { kind, lines: [] };
        found.push(open);
      }
      open.lines.push(kind === 'list' ? line.slice(2) : line);
    }
  }
  return found;
}

/** Bold, or the words of a link and where it leads. */
const MARKS = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/;

/** One line of it: bold, links, and no line that ends where French does not let it. */
export function phrase(text: string): (string | TemplateResult | undefined)[] {
  return withNoBreaks(text)
    .split(MARKS)
    .map((piece, place, pieces) => {
      const kind = ['plain', 'bold', 'link', 'address'][place % 4];
      if (kind === 'plain') return piece;
      if (!piece || kind === 'address') return undefined;
      return kind === 'bold'
        ? html`<strong>${piece}</strong>`
        : html`<a href=${pieces[place + 1] ?? ''} target="_blank" rel="noopener noreferrer">${piece}</a>`;
    });
}
