import { frameDocument } from '../page/roots';
import { isSeen } from '../page/seen';
import type { ShownAnswer } from './mask';
import type { Line } from './sheet';
import { readingOrder } from './walk';

/** One line read in another frame of the same tab: what may be shown, never the whole of a private answer. */
export interface FrameLine extends ShownAnswer {
  section: string;
  question: string;
  kind: Line['kind'];
  messages: readonly string[];
}

/** What one frame answers. */
export interface FrameReading {
  frame: number;
  /** The frame's place: its rank among the frames of the page, then among those of that frame, and so on. */
  path: readonly number[];
  lines: readonly FrameLine[];
}

/** The other frames of this tab that are ours to read, though this document cannot look into them. */
export interface OtherFrames {
  /** Asks them once; each answer comes when it comes, until the signal aborts. They then drop what they hold. */
  read(onReading: (reading: FrameReading) => void, signal: AbortSignal): void;
  /** @returns a private answer in full, on the person's click. */
  reveal(frame: number, line: number): Promise<string>;
}

/** px; smaller frames are no part of a form. */
const SMALLEST = 60;

/** @returns the lines of a document as another frame may know them. */
export function linesForOthers(lines: readonly Line[]): FrameLine[] {
  return lines.map(({ section, question, kind, messages, answer }) => ({
    section,
    question,
    kind,
    messages,
    ...answer(false),
  }));
}

/** @returns whether the frame that holds this window can look into it itself; its own reading then suffices. */
export function isReadByParent(view: Window): boolean {
  return view === view.top || view.frameElement !== null;
}

/** @returns the place of a window among the frames of the tab; a frame inside a shadow root has none (-1). */
export function framePath(view: Window): number[] {
  if (view === view.top) return [];
  const { parent } = view;
  const rank = Array.from({ length: parent.length }, (_, index) => index).find((index) => parent[index] === view);
  return [...framePath(parent), rank ?? -1];
}

/** @returns the frames that are seen on the page and that this document cannot look into, in reading order. */
export function closedFrames(document: Document, owns: (node: Node) => boolean): HTMLIFrameElement[] {
  return [...readingOrder(document, owns)].filter(
    (element): element is HTMLIFrameElement =>
      element.localName === 'iframe' && !frameDocument(element as HTMLIFrameElement) && isBigEnough(element),
  );
}

/** @returns the frame element of this page where a reading belongs. */
export function frameOf(reading: FrameReading, frames: readonly HTMLIFrameElement[]): HTMLIFrameElement | undefined {
  const [rank = -1] = reading.path;
  return frames.find(({ contentWindow, ownerDocument }) => {
    const view = ownerDocument.defaultView;
    return contentWindow !== null && view !== null && view[rank] === contentWindow;
  });
}

/** @returns the page's own lines with those of the frames where the frames stand, the others at the end. */
export function withFrames(document: Document, own: readonly Line[], inside: readonly Line[]): Line[] {
  const places = new Map([...readingOrder(document, () => false)].map((element, place) => [element, place]));
  const placeOf = (element: Element | undefined): number =>
    (element && places.get(element)) ?? Number.POSITIVE_INFINITY;
  return [...own, ...inside].sort((one, other) => {
    const [before, after] = [placeOf(one.element), placeOf(other.element)];
    return before === after ? 0 : before - after;
  });
}

/** @returns the lines of another frame, as the sheet shows them; the whole answer is asked for only to be shown. */
export function linesOf({ frame, lines }: FrameReading, others: OtherFrames, at: Element | undefined): Line[] {
  return lines.map(({ section, question, kind, messages, text, hidden }, index) => {
    let whole: string | undefined;
    return {
      section,
      question,
      kind,
      messages,
      element: at,
      answer: (isRevealed) =>
        isRevealed && whole !== undefined ? { text: whole, hidden: undefined } : { text, hidden },
      bring: async () => {
        whole = await others.reveal(frame, index);
      },
    };
  });
}

function isBigEnough(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  return isSeen(frame) && width >= SMALLEST && height >= SMALLEST;
}
