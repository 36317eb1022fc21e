import { storeOf } from '../installation/policies';
import { CHROMIUM_ID } from '../modules/overlays/ids';

/** The ids that an installation file may name, as far as this very copy of the extension knows them; empty when it does not. */
export interface KnownIds {
  chromeId: string;
  edgeId: string;
  crxId: string;
}

/**
 * A store's id is known only to a copy that came from it, the id of a `.crx` only to a copy installed from one.
 * @param updateUrl of the manifest: each store writes its own, and nobody else any
 */
export function knownIds(id: string, updateUrl: string | undefined): KnownIds {
  const none = { chromeId: '', edgeId: '', crxId: '' };
  // Firefox knows only its own, and no `.crx` has the one that unpacked builds and the Debian package have.
  if (!isId(id) || id === CHROMIUM_ID) return none;
  const store = storeOf(updateUrl);
  return { ...none, [store === undefined ? 'crxId' : `${store}Id`]: id };
}

/** @returns whether Chromium could give this id to an extension. */
export function isId(text: string): boolean {
  return /^[a-p]{32}$/.test(text);
}
