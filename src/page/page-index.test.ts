import { beforeEach, describe, expect, it } from 'vitest';
import { createIndex, type LivingIndex } from './page-index';
import { createComparer } from './similarity';

const comparer = createComparer([]);
const NAME = 'Quotient familial du mois';

function indexNow(): LivingIndex {
  const index = createIndex(document, () => false, comparer);
  while (index.step());
  return index;
}

function row(words: string): Element {
  const li = document.createElement('li');
  li.innerHTML = `<span>${words}</span>`;
  return li;
}

describe('the texts that are like a name, where very many share its words', () => {
  let list: Element;
  beforeEach(() => {
    document.body.innerHTML = '<ul></ul>';
    list = document.body.children[0] as Element;
    for (let place = 0; place < 60; place++)
      list.append(
        row(place % 2 === 0 ? NAME : `Le quotient familial du mois, et tout autre chose encore ${'z'.repeat(place)}`),
      );
  });

  const like = (index: LivingIndex): string[] =>
    [...index.saying([NAME], 0.68)]
      .map(({ element }) => element.outerHTML + [...list.children].indexOf(element.parentElement as Element))
      .sort();

  it('are the same, as the page changes, as for whoever reads it anew', () => {
    const living = indexNow();
    expect(like(living)).toHaveLength(30);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true, characterData: true });
    const follow = (change: () => void): void => {
      change();
      living.note(observer.takeRecords());
      while (living.step());
      expect(like(living)).toEqual(like(indexNow()));
    };
    follow(() => list.children[0]?.remove());
    expect(like(living)).toHaveLength(29);
    follow(() => list.append(row(NAME), row('Quotien familial du mois'), row('Tout autre chose')));
    expect(like(living)).toHaveLength(31);
    follow(() => list.children[4]?.replaceWith(row(NAME), row(NAME)));
    follow(() => {
      (list.children[1]?.firstElementChild as Element).textContent = 'Autre chose';
    });
    // Fewer than forty: looked up one by one again; then many once more.
    follow(() => {
      for (const one of [...list.children].slice(0, 40)) one.remove();
    });
    follow(() => list.append(...Array.from({ length: 50 }, () => row(NAME))));
  });
});
