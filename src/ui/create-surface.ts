import { html, render } from 'lit/html.js';
import type { Root } from '../page/roots';
import { BASE_CSS } from './base.css';
import { HOST_TAG, topModalDialog } from './host';
import type { Slot, Surface } from './surface';
import { watchTopLayer } from './top-layer';
import { isReallySeen, rememberRoot } from './visibility';

const SLOTS: readonly Slot[] = ['status', 'spotlight', 'lit', 'dock', 'notice', 'hint', 'word', 'bubble', 'dialog'];
/** How often the host is put back before we leave the page alone: tries within the window below. A menu that is run through opens a window every 70 ms. */
const MAX_RESTORES = 120;
/** No page that means well takes our host away, or closes it: that counts for as many. */
const WORTH_OF_TAKING = 5;
/** ms; older restores are forgotten. */
const RESTORE_WINDOW = 5_000;

/** An event that our root alone hears, and never a page: it does not leave the root. */
const HEARS_ITSELF = 'x';

export interface SurfaceOptions {
  document: Document;
  signal: AbortSignal;
  /** Open only in the test build and in unit tests, where a driver must reach inside. */
  mode: ShadowRootMode;
  /** The part of the screen in which help may stand, when it is not the whole screen. */
  room?: Surface['room'] | undefined;
  /** Where something can be put on top: the document, and the shadow roots that are known in it. */
  roots?: () => readonly Root[];
  /** Whether the extension is still there: without it nothing is drawn, and our words have no text (Chromium). */
  isAlive?: () => boolean;
}

/**
 * Makes our one host element beside `<body>`, in the top layer as a manual popover (design, decisions 3, 4 and 16).
 * It is attached as soon as the document has a root element, and removed when the signal aborts.
 */
export function createSurface({
  document,
  signal,
  mode,
  room,
  roots = () => [document],
  isAlive = () => true,
}: SurfaceOptions): Surface {
  const host = document.createElement(HOST_TAG);
  host.lang = 'fr';
  host.dir = 'ltr';
  const root = host.attachShadow({ mode });
  rememberRoot(host, root);
  const topLayer = watchTopLayer(document, host, roots, signal, () => putOnTop());
  /** Read by the browser when something is first shown: most pages show nothing while they load. */
  const styles = [BASE_CSS];
  const dress = (): void => {
    const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    for (const css of styles.splice(0)) {
      const sheet = new Sheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  };
  const slots = new Map(SLOTS.map((slot) => [slot, makeSlot(document, root, slot)]));
  const element = (slot: Slot): HTMLElement => slots.get(slot) ?? host;
  element('status').role = 'status';
  /** A document that is opened anew (`document.open`) takes away every listener in it, and leaves buttons that do nothing. */
  let hears = false;
  root.addEventListener(HEARS_ITSELF, () => (hears = true));
  const restores: number[] = [];
  /** A window of the page that traps the focus takes every click outside it for itself: what did not come to a button of ours is handed to it. */
  let come: Event | undefined;
  let handed: Event | undefined;
  const handOn = (event: Event): void => {
    if (!event.isTrusted || !surface.owns(event)) return;
    const { detail, clientX, clientY } = event as MouseEvent;
    const pressed = detail ? root.elementFromPoint(clientX, clientY) : root.activeElement;
    setTimeout(() => {
      if (come === event) return;
      handed = new MouseEvent('click');
      pressed?.closest('button')?.dispatchEvent(handed);
    });
  };
  document.defaultView?.addEventListener('click', handOn, { capture: true, signal });
  const listeners: ((slot: Slot) => void)[] = [];

  const surface: Surface = {
    host,
    adopt: (css) => styles.push(css),
    element,
    room: room ?? (() => ({ width: globalThis.innerWidth, height: globalThis.innerHeight })),
    show(slot, content) {
      if (!import.meta.env.FIREFOX && !isAlive()) return;
      const place = element(slot);
      // Taking away what is not there would build our whole host, on every page that is left.
      if (typeof content === 'symbol' && place.childElementCount === 0) return;
      if (slot === 'dialog' && typeof content === 'symbol') closeDialog(place);
      dress();
      render(content, place);
      surface.restore();
      if (slot === 'dialog') openDialog(place);
      for (const listener of listeners) listener(slot);
    },
    say: (words) => surface.show('status', html`<p class="unseen">${words}</p>`),
    onShow: (listener) => listeners.push(listener),
    owns: (event) => event.composedPath().includes(host),
    isVisible() {
      hears = false;
      root.dispatchEvent(new Event(HEARS_ITSELF));
      // A page that freezes its own picture has it lie above all there is, and may let clicks through it.
      return hears && !document.activeViewTransition && isReallySeen(host) && !topLayer.isCovered();
    },
    accepts(event) {
      come = event;
      return (event.isTrusted || event === handed) && surface.isVisible();
    },
    restore: putOnTop,
  };
  function putOnTop(again = false): void {
    if (signal.aborted || !document.documentElement) return;
    const home = topModalDialog(document) ?? document.documentElement;
    const isTaken = host.parentNode !== home || !isOpen(host);
    if (!again && !isTaken && !topLayer.isCovered()) return;
    const now = Date.now();
    while (restores[0] !== undefined && now - restores[0] > RESTORE_WINDOW) restores.shift();
    if (restores.length >= MAX_RESTORES) return;
    restores.push(...Array<number>(isTaken ? WORTH_OF_TAKING : 1).fill(now));
    topLayer.comeAbove(() => {
      if (isOpen(host)) host.hidePopover?.();
      if (host.parentNode !== home) home.append(host);
      host.setAttribute('popover', 'manual');
      if (!isOpen(host) && host.isConnected) host.showPopover();
    });
    const dialog = element('dialog').querySelector('dialog');
    if (dialog) reopenModal(dialog);
  }
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return surface;
}

function makeSlot(document: Document, root: ShadowRoot, slot: Slot): HTMLElement {
  const place = document.createElement('div');
  place.dataset.slot = slot;
  root.append(place);
  return place;
}

/** Where nothing knows of popovers (unit tests) there is nothing to open. */
function isOpen(host: HTMLElement): boolean {
  return typeof host.showPopover !== 'function' || host.matches(':popover-open');
}

function openDialog(place: HTMLElement): void {
  const dialog = place.querySelector('dialog');
  if (dialog && !dialog.open && dialog.isConnected) dialog.showModal();
}

/**
 * A dialog that moved with its host has left the top layer though it still says `open`; one that did not move keeps its
 * place there, below what came later, until it is closed.
 */
function reopenModal(dialog: HTMLDialogElement): void {
  if (!dialog.isConnected) return;
  dialog.close();
  dialog.showModal();
}

function closeDialog(place: HTMLElement): void {
  const dialog = place.querySelector('dialog');
  if (dialog?.open) dialog.close();
}
