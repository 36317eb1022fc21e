import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: { data?: { url?: string; functionName?: string } };
}

/** One task of the main thread in which scripts ran. */
export interface Task {
  /** ms of processor time of its scripts, forced layout included: what the machine does beside it does not count. */
  script: number;
  /** Addresses of the scripts that ran in it. */
  urls: Set<string>;
}

export interface Trace {
  tasks: Task[];
  /** Timers, frames and idle callbacks that fired, by the script that asked for them where it is known. */
  fired: number;
}

const SCRIPTS = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.run',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
]);

/** Records what the main thread of a page does while something happens. */
export async function traced(page: Page, happens: () => Promise<void>): Promise<Trace> {
  await page.tracing.start({
    categories: [
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
      'toplevel',
      'v8',
      'v8.execute',
      'blink.user_timing',
      '__metadata',
    ],
  });
  await happens();
  const buffer = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
  return read(traceEvents);
}

function read(events: TraceEvent[]): Trace {
  const mains = new Set(
    events.filter(({ name, ph }) => name === 'FunctionCall' && ph === 'X').map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid}/${tid}`))
    .sort((a, b) => a.pid - b.pid || a.tid - b.tid || a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: Task[] = [];
  let fired = 0;
  let task: (Task & { end: number; thread: string }) | undefined;
  let counted = 0;
  for (const { name, ts, dur = 0, tdur, pid, tid, args } of own) {
    const thread = `${pid}/${tid}`;
    if (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask') {
      if (task && task.thread === thread && ts < task.end) continue;
      task = { script: 0, urls: new Set(), end: ts + dur, thread };
      counted = 0;
      tasks.push(task);
    } else if (task && thread === task.thread && ts < task.end && SCRIPTS.has(name)) {
      const url = args?.data?.url;
      if (url) task.urls.add(url);
      if (name === 'TimerFire' || name === 'FireAnimationFrame' || name === 'FireIdleCallback') fired += 1;
      // Inner calls are part of the outer one.
      if (ts >= counted) {
        task.script += (tdur ?? dur) / 1000;
        counted = ts + dur;
      }
    }
  }
  return { tasks: tasks.filter(({ script }) => script > 0), fired };
}
