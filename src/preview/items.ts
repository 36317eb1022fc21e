import { html, type TemplateResult } from 'lit/html.js';
import { bubbleView } from '../guides/bubble-view';
import { endView } from '../guides/end-view';
import type { Shown } from '../guides/shown';
import { hintCard, hintNote } from '../hints/hint-view';
import type { Evidence, Guide, PlacedHint, Step, Term, Warning } from '../schema';
import { termCard } from '../terms/term-view';
import { peopleView } from '../ui/people-view';
import type { Tools } from '../ui/tools';
import { warningDialog } from '../warnings/warning-view';

/** One overlay as the person sees it. */
export interface Item {
  /** `rib › ecrire-iban`. */
  name: string;
  /** Where it comes from; a step has that of its guide. */
  evidence?: Evidence | undefined;
  /** What is drawn: one view, or the same item in several states. */
  views: TemplateResult[];
}

const nothing = (): void => undefined;

/** @returns the steps of a guide, each at its place and as « Je suis perdu » shows it, then its end. */
export function guideItems(tools: Tools, guide: Guide): Item[] {
  const steps = guide.steps.map((step, place): Item => {
    const isPointed = step.target !== undefined;
    const hasMore = (isPointed && step.where !== undefined) || (step.trouble ?? []).length > 0;
    return {
      name: `${guide.id} › ${step.id}`,
      views: [
        stepView(tools, guide, step, place, 'step'),
        ...(hasMore ? [stepView(tools, guide, step, place, 'lost')] : []),
      ],
    };
  });
  return [...steps, { name: guide.id, evidence: guide, views: [endView(tools, guide, nothing)] }];
}

function stepView(tools: Tools, guide: Guide, step: Step, place: number, panel: Shown['panel']): TemplateResult {
  const shown: Shown = {
    kind: step.target ? 'pointed' : 'words',
    folded: false,
    grey: false,
    panel,
    filled: false,
    pointAt: undefined,
    found: undefined,
  };
  const trail = guide.steps.slice(0, place).map(({ id }) => id);
  const actions = {
    back: nothing,
    next: nothing,
    choose: nothing,
    lost: nothing,
    other: nothing,
    thisOne: nothing,
    showTarget: nothing,
    people: nothing,
    leave: nothing,
    finish: nothing,
  };
  return bubbleView(tools, {
    guide,
    step,
    progress: { guide: guide.id, step: step.id, trail, state: 'running' },
    shown,
    actions,
  });
}

export function warningItem(tools: Tools, warning: Warning): Item {
  const actions = { safer: nothing, goOn: nothing, close: nothing };
  return { name: warning.id, evidence: warning, views: [warningDialog(tools, warning, false, actions)] };
}

/** @returns the help at a field, then what is said when a value looks wrong. */
export function hintItem(tools: Tools, hint: PlacedHint): Item {
  const messages = (hint.checks ?? []).map(({ message }) => message);
  const views = [hintCard(tools, hint, [], nothing)];
  if (messages.length > 0) views.push(hintNote(tools, hint, messages, nothing));
  return { name: `${hint.pages.join(', ')} › ${hint.id}`, evidence: hint, views };
}

export function termItem(tools: Tools, term: Term): Item {
  return { name: term.id, evidence: term, views: [termCard(tools, term, {}, nothing)] };
}

/** Each person by themselves, so that each has their source. */
export function peopleItems({ pack, settings, speech }: Tools): Item[] {
  return pack.people.map((one) => ({
    name: one.id,
    evidence: one,
    views: [html`<section class="card" data-panel>${peopleView([one], settings.value, speech)}</section>`],
  }));
}
