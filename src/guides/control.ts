import type { Guide, Step } from '../schema';
import type { Progress } from './progress';

/** What the dock, the popup and the practice mode can ask of the guides. */
export interface GuidesControl {
  /** Starts a guide from its first step. @returns false when this site has no such guide. */
  start(guide: string): boolean;
  /** Goes on with the guide that was left. */
  resume(): void;
  /** Hides the guide and keeps its place for « Reprendre ». */
  leave(): void;
  /** The guide in hand, running, left or ended; `undefined` when there is none. */
  readonly current: { guide: Guide; step: Step; state: Progress['state'] } | undefined;
}
