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
  const page = { document, isStale: false, locate, refresh: () => undefined } as unknown as PageView;
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
  return { button, events, ask, stop: () => stop.abort() };
}

const armedOn = (button: Element): Armed[] => [
  { warning, target: {}, element: button, pointAt: button, chosen: false, selected: -1 },
];

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

  it('looks nothing up where there is nothing to hold', () => {
    const locate = vi.fn<PageView['locate']>();
    const { button, stop } = gateOver(locate, () => []);
    for (let press = 0; press < 100; press++) button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    stop();
    expect(locate).not.toHaveBeenCalled();
  });
});
