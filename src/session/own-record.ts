import { settingsNow } from '../settings/live-settings';
import { forget } from './kept-exercises';
import { forgetState } from './overlay-state';

/** Forgets what we ourselves kept of a person on this machine: exercises, and which pages were helped. @throws when storage fails. */
export async function forgetOwnRecord(): Promise<void> {
  await forget();
  await forgetState();
}

/** At the start of a browser, for whoever left a public machine without ending the session. */
export async function forgetLastPerson(): Promise<void> {
  if ((await settingsNow()).mode === 'public') await forgetOwnRecord();
}
