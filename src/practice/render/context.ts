import type { PracticePage } from '../../schema';
import type { Unwanted } from './taken-out';

/** What a practice page tells whoever shows it. */
export interface PracticeHost {
  /** The person goes on to another page of the exercise. */
  navigate(page: string): void;
  /** The person sends the form: the answers as they stand, by field name. */
  submitted(answers: Readonly<Record<string, string>>): void;
  /** @returns what of this text may not be written in an exercise, and why; `undefined` when all of it may. */
  refuse?(text: string): Unwanted | undefined;
  /** Something took effect on the page; tests read it. */
  log(event: string): void;
}

/** Shared by the builders of one page's blocks. */
export interface RenderContext {
  document: Document;
  page: PracticePage;
  host: PracticeHost;
  /** Answers so far, by field name; kept across the pages of one exercise. */
  answers: Record<string, string>;
  /** Runs again after each answer: what is shown, what is greyed. */
  onAnswer: (() => void)[];
  /** Second copies of blocks need ids of their own: a suffix, empty for the first. */
  copy: string;
}

/** Notes an answer and lets what depends on it follow. */
export function answer(context: RenderContext, field: string, value: string): void {
  context.answers[field] = value;
  context.host.log(`answer:${field}`);
  for (const follow of context.onAnswer) follow();
}

/** Makes an element with attributes (`undefined` and `false` are left out) and children. */
export function make(
  context: RenderContext,
  tag: string,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const element = context.document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** An id for an element that the page does not name itself. */
export function freshId(context: RenderContext, hint: string): string {
  return `${hint.replace(/[^a-zA-Z0-9]+/g, '-')}${context.copy}`;
}
