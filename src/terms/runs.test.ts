import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from './hits';
import { readPart, runAround } from './runs';

const TEXTS = 300;

/** A paragraph cut anywhere, its pieces in inline elements, some in others again. */
type Piece = string | Piece[];
const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('RSA', 'quotient ', 'fami', 'lial', ' ', 'l’', 'trop', '-perçu', '', '\n'),
    fc.array(tie('piece'), { maxLength: 4 }),
  ),
}));

function built(pieces: Piece, into: Element): Element {
  for (const one of pieces) {
    if (typeof one === 'string') into.append(one);
    else into.append(built(one, document.createElement('b')));
  }
  return into;
}

const textsIn = (element: Element): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

describe('the text of a paragraph', () => {
  it('reads as one from wherever one begins, and each part of it is found again in its nodes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(), fc.nat(), (pieces, from, length) => {
        document.body.innerHTML = '<p>Avant.</p><p id="here"></p><p>Après.</p>';
        const paragraph = built(pieces, document.querySelector('#here') as Element);
        const whole = paragraph.textContent ?? '';
        for (const text of textsIn(paragraph)) expect(runAround(text).text).toBe(whole);
        const runs = [...readPart(document.body, () => false)].flatMap((met) => (met && 'run' in met ? [met.run] : []));
        const run = runs.find(({ nodes }) => nodes[0] && paragraph.contains(nodes[0]));
        expect(runs.map(({ text }) => text)).toEqual(['Avant.', ...(run ? [whole] : []), 'Après.']);
        if (!run || whole.length < 2) return;
        const start = from % (whole.length - 1);
        const end = start + 1 + (length % (whole.length - start));
        const span = spanOf(run, start, end);
        const [first, last] = [span.nodes[0], span.nodes.at(-1)];
        const between = span.nodes.map((node) => {
          const upTo = node === last ? span.to : node.length;
          return node.data.slice(node === first ? span.from : 0, upTo);
        });
        expect(between.join('')).toBe(whole.slice(start, end));
      }),
      { numRuns: TEXTS },
    );
  }, 60_000);

  it.each([
    ['<p>le RSA<sup>1</sup> ou</p>', 'le RSA\x001 ou'],
    ['<p>le 1<sup>er</sup> mai</p>', 'le 1er mai'],
    ['<p><span>RSA</span><span style="display: block">Montant</span></p>', 'RSA\0Montant'],
    ['<p><span style="display: flex">RSA</span>Montant</p>', 'RSA\0Montant'],
    ['<p><span style="display: inline-block">R</span>SA</p>', 'RSA'],
    ['<p><b style="display: block">RSA</b> Montant</p>', 'RSA Montant'],
  ])('%s', (html, text) => {
    document.body.innerHTML = html;
    expect(textsIn(document.body).map((one) => runAround(one).text)).toContain(text);
    expect(new Set(textsIn(document.body).map((one) => runAround(one).text)).size).toBe(1);
  });
});
