import type { Engine } from '../engine/start-engine';
import { answer, type PageState } from '../messages/messages';
import type { Located } from '../page/types';
import type { Why } from '../page/why';
import type { Pack, Target } from '../schema';

/** Lets the popup ask about the page that is open, and start what the person chose there. */
export function answerPopup(engine: Engine, signal: AbortSignal): void {
  answer(
    {
      'page.site': async () => (await engine.pack).site.id,
      'page.state': async () => pageState(engine, await engine.pack),
      'page.sees': ({ targets }) => targets.map(engine.page.isThere),
      'guide.start': ({ guide }) => engine.guides?.start(guide) ?? false,
      'words.show': () => {
        engine.terms?.openList();
        return engine.terms !== undefined;
      },
      'reread.show': () => {
        engine.reread?.show();
        return engine.reread !== undefined;
      },
    },
    signal,
  );
}

function pageState({ page, terms, reread }: Engine, { site, guides, warnings, hints }: Pack): PageState {
  const check = (
    kind: PageState['checks'][number]['kind'],
    overlay: string,
    target: Target,
  ): PageState['checks'][number] => {
    const located = page.locate(target);
    return { kind, overlay, outcome: located.kind, score: scoreOf(located), ...whyOf(located) };
  };
  return {
    site: site.id,
    pages: site.pages.filter(({ id }) => page.pages.includes(id)).map(({ id, name }) => ({ id, name })),
    words: terms?.list().length ?? 0,
    fields: reread?.hasFields() ?? false,
    checks: [
      ...guides.flatMap((guide) =>
        guide.steps
          .filter((step) => step.target && page.isOn(step.pages))
          .map((step) => check('guide', `${guide.id}/${step.id}`, step.target ?? {})),
      ),
      ...warnings
        .filter((warning) => page.isOn(warning.pages))
        .flatMap((warning) => warning.targets.map((target) => check('warning', warning.id, target))),
      ...hints.filter((hint) => page.isOn(hint.pages)).map((hint) => check('hint', hint.id, hint.target)),
    ],
  };
}

function scoreOf(located: Located): number {
  return located.kind === 'found' ? located.score : (located.candidates[0]?.score ?? 0);
}

/** Codes, not words: pages carry none of what only the worker reads. */
function whyOf(located: Located): Why {
  if (located.kind === 'found') return { clues: located.evidence };
  return { reason: located.kind === 'missing' ? located.reason : 'ambiguous' };
}
