import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent } from '../messages/events';
import type { PageView } from '../page/types';
import type { Warning } from '../schema';
import type { Tools } from '../ui/tools';
import type { Armed } from './armed';
import { startGate } from './gate';

const warning = { id: 'arreter', trigger: 'activate', when: [{ target: {}, is: 'checked' }] } as unknown as Warning;

/** A gate over one button, on a page where looking something up does what the test says. */
function gateOver(locate: PageView['locate'], armed: (button: Element) => Armed[]) {
  const stop = new AbortController();
  const button = document.createElement('button');
  document.body.append(button);
  const events: EngineEvent[] = [];
  const page = {
    document,
    isStale: false,
    looks: 1,
    locate,
    refresh: () => undefined,
    onChange: () => undefined,
  } as unknown as PageView;
  const tools = {
    page,
    surface: { owns: () => false },
    report: (event: EngineEvent) => events.push(event),
    pack: { site: { id: 'caf' } },
  } as unknown as Tools;
  const ask = vi.fn();
  const gate = startGate({
    tools,
    rearm: () => armed(button),
    ask,
    isAsking: () => false,
    giveUp: () => undefined,
    signal: stop.signal,
  });
  gate.refresh();
  return { button, gate, page: page as { looks: number }, events, ask, stop: () => stop.abort() };
}

const armedOn = (button: Element): Armed[] => [
  { warning, target: {}, element: button, pointAt: button, chosen: false, selected: -1 },
];

const TARGET = {};

/** As the browser makes it for the person's own gesture. */
function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

describe('the gate', () => {
  afterEach(() => document.body.replaceChildren());

  it('lets an event through when our own code breaks, and says so', () => {
    const broken = (): never => {
      throw new Error('broken on purpose');
    };
    const { button, events, ask, stop } = gateOver(broken, armedOn);
    const heard = vi.fn();
    button.addEventListener('click', heard);
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    button.dispatchEvent(click);
    stop();
    expect(heard).toHaveBeenCalledOnce();
    expect(click.defaultPrevented).toBe(false);
    expect(ask).not.toHaveBeenCalled();
    expect(events).toEqual([
      { kind: 'failed', where: 'warnings: broken on purpose' },
      { kind: 'let-through', site: 'caf', overlay: 'arreter' },
    ]);
  });

  it('holds a control that somebody else has seen appear, before any word of it', () => {
    let there: Armed[] = [];
    const { button, page, ask, stop } = gateOver(
      () => ({ kind: 'found' }) as ReturnType<PageView['locate']>,
      () => there,
    );
    there = armedOn(button).map((one) => ({ ...one, warning: { ...warning, when: [] } }));
    page.looks += 1;
    const heard = vi.fn();
    button.addEventListener('click', heard);
    button.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })));
    stop();
    expect(ask).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  it('a press elsewhere that the page passes on uses the pass once; the next one is asked about', () => {
    const free = { ...warning, when: [] };
    const there = (button: Element): Armed[] =>
      armedOn(button).map((one) => ({ ...one, warning: free, target: TARGET }));
    const { button, gate, ask, stop } = gateOver(() => ({ kind: 'found' }) as ReturnType<PageView['locate']>, there);
    const card = document.createElement('div');
    document.body.append(card);
    card.addEventListener('click', () => button.click());
    const heard = vi.fn();
    button.addEventListener('click', heard);
    gate.admit({ warning: free, target: TARGET, element: button, given: Date.now() - 1 });
    const press = (): void => {
      for (const type of ['pointerdown', 'click'])
        card.dispatchEvent(trusted(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true })));
    };
    press();
    expect(heard).toHaveBeenCalledOnce();
    vi.setSystemTime(Date.now() + 1_000);
    press();
    vi.useRealTimers();
    stop();
    expect(heard).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledOnce();
  });

  it('looks nothing up where there is nothing to hold', () => {
    const locate = vi.fn<PageView['locate']>();
    const { button, stop } = gateOver(locate, () => []);
    for (let press = 0; press < 100; press++) button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    stop();
    expect(locate).not.toHaveBeenCalled();
  });
});
