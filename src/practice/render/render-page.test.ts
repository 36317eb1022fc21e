import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PracticePage } from '../../schema';
import { renderPracticePage } from './render-page';

const page: PracticePage = {
  id: 'bandeau',
  title: 'Un bandeau',
  page: 'accueil',
  url: 'https://exercice.invalid/',
  reconstructedFrom: 'inventé',
  blocks: [
    {
      block: 'shadow',
      tag: 'un-bandeau',
      blocks: [
        { block: 'region', name: 'Bandeau', blocks: [{ block: 'button', as: 'button', name: 'Fermer', closes: true }] },
      ],
    },
  ],
};
const css = readFileSync(resolve(import.meta.dirname, 'page.css'), 'utf8');
const host = { navigate() {}, submitted() {}, log() {} };

describe('a component with a shadow root of its own', () => {
  it('has its buttons and its frame dressed as the rest of the page', () => {
    const root = renderPracticePage(document, page, {}, host).querySelector('un-bandeau')?.shadowRoot;
    for (const tag of ['button', 'section']) {
      const part = root?.querySelector(tag)?.getAttribute('part') ?? 'none';
      expect(css).toContain(`::part(${part})`);
    }
  });
});
