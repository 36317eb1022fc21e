import { browser } from 'wxt/browser';
import type { Progress } from '../guides/progress';
import type { Why } from '../page/why';
import type { FrameReading } from '../reread/frames';
import type { PageOverlays, Target, Term } from '../schema';
import type { EngineEvent } from './events';
import type { SheetAddress } from './sheet-address';

/** Every message between the parts of the extension: what is asked and what is answered. */
export interface Messages {
  /** A content script asks where its tab is in a guide. */
  'progress.load': { ask: { site: string }; answer: Progress | null };
  /** The popup starts a guide in a tab that it has just opened. */
  'progress.start': { ask: { site: string; tab: number; progress: Progress }; answer: null };
  /** « Terminer ma session » has every place in a guide forgotten; the answer is `true` once it is. */
  'progress.forgetAll': { ask: Record<string, never>; answer: boolean };
  'progress.save': { ask: { site: string; progress: Progress | null }; answer: null };
  /** A content script asks for what it does not carry of its site, and says when its page opened (epoch ms). */
  'overlays.load': { ask: { site: string; openedAt: number }; answer: PageOverlays | null };
  /** A content script asks which warnings were read in its tab lately, and says which one is read now. */
  'warnings.read': { ask: { site: string; warning?: string | undefined }; answer: string[] };
  /** A content script asks for the words of its site, once the page has loaded. */
  'terms.load': { ask: { site: string }; answer: Term[] };
  /** A content script asks how one of our own texts is said, sentence by sentence. */
  'speech.form': { ask: { text: string }; answer: readonly string[] };
  /** Asks the top frame of a tab which site it is on. */
  'page.site': { ask: Record<string, never>; answer: string };
  /** « Terminer ma session » has every frame of a tab erase what only a page of the site can; each one says when it has. */
  'storage.clear': { ask: Record<string, never>; answer: null };
  'storage.cleared': { ask: Record<string, never>; answer: null };
  /** « Terminer ma session » on a public machine: our own notes go too. */
  'record.forget': { ask: Record<string, never>; answer: boolean };
  /** What the engine noticed, for « État des aides ». */
  event: { ask: EngineEvent; answer: null };
  /** A page asks for a printable sheet in a tab of our own. */
  'sheet.open': { ask: SheetAddress; answer: null };
  /** The popup asks the page's own engine. */
  'page.state': { ask: Record<string, never>; answer: PageState };
  /** « Vérifier cette page » asks which landmarks are there. */
  'page.sees': { ask: { targets: readonly Target[] }; answer: boolean[] };
  'guide.start': { ask: { guide: string }; answer: boolean };
  'words.show': { ask: Record<string, never>; answer: boolean };
  'reread.show': { ask: Record<string, never>; answer: boolean };
  /** « Relire ensemble » in the top frame asks the other frames of its tab, and has them forget. */
  'reread.ask': { ask: Record<string, never>; answer: null };
  'reread.drop': { ask: Record<string, never>; answer: null };
  'reread.reveal': { ask: { frame: number; line: number }; answer: string };
  /** The background hands these on, to every frame of the tab or to one. */
  'reread.read': { ask: Record<string, never>; answer: null };
  'reread.forget': { ask: Record<string, never>; answer: null };
  'reread.whole': { ask: { line: number }; answer: string };
  /** A frame answers; the background hands its answer on to the top frame. */
  'reread.found': { ask: Omit<FrameReading, 'frame'>; answer: null };
  'reread.reading': { ask: FrameReading; answer: null };
}

/** What the engine of the open page can say to the popup. Ids and our own words only. */
export interface PageState {
  site: string;
  pages: { id: string; name: string }[];
  checks: ({
    overlay: string;
    kind: 'guide' | 'warning' | 'hint';
    outcome: 'found' | 'missing' | 'ambiguous';
    score: number;
  } & Why)[];
  words: number;
  /** There is something to read over. */
  fields: boolean;
}

type Kind = keyof Messages;
type Sender = {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; openerTabId?: number; incognito?: boolean };
};
type Handlers = {
  [K in Kind]?: (ask: Messages[K]['ask'], sender: Sender) => Messages[K]['answer'] | Promise<Messages[K]['answer']>;
};

interface Envelope<K extends Kind = Kind> {
  kind: K;
  ask: Messages[K]['ask'];
}

/** Asks the background. @throws when nobody answers (extension reloaded, service worker gone). */
export async function ask<K extends Kind>(kind: K, payload: Messages[K]['ask']): Promise<Messages[K]['answer']> {
  return (await browser.runtime.sendMessage({ kind, ask: payload } satisfies Envelope<K>)) as Messages[K]['answer'];
}

/** Asks the engine in the top frame of a tab, or in another frame. @throws when none runs there. */
export async function askTab<K extends Kind>(
  tab: number,
  kind: K,
  payload: Messages[K]['ask'],
  frameId = 0,
): Promise<Messages[K]['answer']> {
  const envelope = { kind, ask: payload } satisfies Envelope<K>;
  return (await browser.tabs.sendMessage(tab, envelope, { frameId })) as Messages[K]['answer'];
}

/** Tells every frame of a tab. @throws when none of them listens. */
export async function tellTab<K extends Kind>(tab: number, kind: K, payload: Messages[K]['ask']): Promise<void> {
  await browser.tabs.sendMessage(tab, { kind, ask: payload } satisfies Envelope<K>);
}

/** Answers messages of our own extension only, until the signal aborts. */
export function answer(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Sender, reply: (value: unknown) => void): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    const handler = handlers[message.kind] as ((ask: unknown, from: Sender) => unknown) | undefined;
    if (!handler) return undefined;
    Promise.resolve(handler(message.ask, sender)).then(reply, () => reply(null));
    return true;
  };
  type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(listener as Listener);
  // Once the extension has gone from under a page there is nothing to listen to, and asking throws.
  const stop = (): void => void (browser.runtime?.id && browser.runtime.onMessage.removeListener(listener as Listener));
  signal?.addEventListener('abort', stop, { once: true });
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    typeof message.kind === 'string' &&
    'ask' in message
  );
}
