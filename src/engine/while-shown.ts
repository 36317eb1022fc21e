import type { Report } from '../messages/events';
import type { Live, Settings } from '../settings/types';

export type Kind = keyof Settings['show'];

interface WhileShown {
  kind: Kind;
  settings: Live<Settings>;
  signal: AbortSignal;
  report: Report;
  run: (until: AbortSignal) => void;
}

/** Runs a kind of overlay for as long as the settings show it; starts and stops it as they change. */
export function whileShown({ kind, settings, signal, report, run }: WhileShown): void {
  let current: AbortController | undefined;
  const follow = ({ show }: Settings): void => {
    if (show[kind] === (current !== undefined)) return;
    if (current) {
      current.abort();
      current = undefined;
      return;
    }
    current = new AbortController();
    try {
      run(AbortSignal.any([signal, current.signal]));
    } catch (error) {
      current.abort();
      report({ kind: 'failed', where: `${kind}: ${error instanceof Error ? error.message : 'unknown'}` });
    }
  };
  follow(settings.value);
  settings.onChange(follow, signal);
}
