import { html, type TemplateResult } from 'lit/html.js';

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

/**
 * Bold, a link, or what a line must not be broken in: a number with its groups (`36 46`, `1 234,56 €`, `8 h 30`) or with the
 * word it counts (`3 mois`), a guillemet or a mark and the word beside it.
 */
const MARKS =
  /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)|(?:« )?(?:(?:\d[\d,]*(?:(?: h)? \d[\d,]*)+(?: €)?|\d[\d,]* [^\s*[]{1,16})(?: [»?:;])*|[^\s*[]{1,16}(?: [»?:;])+)|« \S{1,16}/g;

/** One line of it: bold, links, and what must not be broken. */
export function phrase(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(text.slice(from, match.index));
    const [whole, bold, words, address] = match;
    parts.push(
      bold !== undefined
        ? html`<strong>${phrase(bold)}</strong>`
        : words !== undefined
          ? html`<a href=${address ?? ''} target="_blank" rel="noopener noreferrer">${words}</a>`
          : html`<span class="whole">${whole}</span>`,
    );
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return parts;
}
