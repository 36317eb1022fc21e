import { createPageView } from '../../src/page/page-view';
import { allRoots } from '../../src/page/roots';
import { renderPracticePage } from '../../src/practice/render/render-page';
import type { PracticePage, Site, Target } from '../../src/schema';
import { flatBlocks } from '../../src/schema/practice-blocks';

/** One practice page to look at, and what should be found on it. */
export interface ProbeAsk {
  page: PracticePage;
  site: Site;
  synonyms: string[][];
  targets: Target[];
}

export interface ProbeAnswer {
  /** Pages of the site that were recognised. */
  pages: string[];
  /** For each target: `found` in some state of the page, else why not in the first state. */
  outcomes: string[];
}

declare global {
  interface Window {
    probe: (ask: ProbeAsk) => Promise<ProbeAnswer>;
  }
}

/** ms; frames load and windows open. */
const SETTLE = 30;

/**
 * Draws a practice page in each state that its description knows (answers that show more, windows open)
 * and asks the engine's own page view for the targets.
 */
window.probe = async ({ page, site, synonyms, targets }) => {
  const outcomes = targets.map(() => '');
  let pages: string[] = [];
  for (const state of statesOf(page)) {
    document.body.replaceChildren(
      renderPracticePage(document, page, { ...state }, { navigate() {}, submitted() {}, log() {} }),
    );
    await new Promise((resume) => setTimeout(resume, SETTLE));
    for (const arrange of arrangements()) {
      arrange();
      const control = new AbortController();
      const url = (): URL => new URL(page.url);
      const view = createPageView({
        document,
        pages: () => site.pages,
        synonyms,
        owns: () => false,
        signal: control.signal,
        url,
      });
      view.refresh();
      pages = [...new Set([...pages, ...view.pages])];
      targets.forEach((target, index) => {
        if (outcomes[index] === 'found') return;
        const located = view.locate(target);
        if (located.kind === 'found') outcomes[index] = 'found';
        else outcomes[index] ||= located.kind === 'missing' ? located.reason : 'ambiguous';
      });
      control.abort();
    }
  }
  return { pages, outcomes };
};

/** The page as it comes, then without any window in front, then with each of its windows alone. */
function arrangements(): (() => void)[] {
  const windows = allRoots(document, () => false).flatMap((root) => [...root.querySelectorAll('dialog')]);
  const alone = (open?: HTMLDialogElement) => () => {
    for (const one of windows) one.close();
    open?.showModal();
  };
  return [() => undefined, alone(), ...windows.map((one) => alone(one))];
}

/** Answers that bring up every part of the page: none, then each condition, then each with those before it. */
function statesOf(page: PracticePage): Record<string, string>[] {
  const conditions = [...flatBlocks(page.blocks)].flatMap((block) => [
    ...(block.showIf ? [{ [block.showIf.field]: block.showIf.is }] : []),
    ...('disabledUntil' in block && block.disabledUntil ? [{ [block.disabledUntil]: 'oui' }] : []),
  ]);
  const together = conditions.map((_, index) => Object.assign({}, ...conditions.slice(0, index + 1)));
  return [{}, ...conditions, ...together];
}
