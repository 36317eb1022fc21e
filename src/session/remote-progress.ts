import type { Progress, ProgressStore } from '../guides/progress';
import { ask } from '../messages/messages';

/**
 * The progress of this tab, kept by the background. Firefox may refuse `storage.session` to content scripts,
 * and the tab's number is only known there. When nobody answers, the guide goes on without memory.
 */
export function remoteProgress(site: string): ProgressStore {
  return {
    async load(): Promise<Progress | undefined> {
      try {
        return (await ask('progress.load', { site })) ?? undefined;
      } catch {
        return undefined;
      }
    },
    async save(progress) {
      try {
        await ask('progress.save', { site, progress: progress ?? null });
      } catch {
        // The extension was reloaded or storage is locked: the guide still runs in this page.
      }
    },
  };
}
