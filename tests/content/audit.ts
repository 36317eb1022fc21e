import { resolve } from 'node:path';
import type { Term } from '../../src/schema';
import { loadOverlays } from '../../src/schema/load/load-overlays';
import { readExceptions } from './plain/exceptions';
import { type GateResult, plainGate } from './plain/gate';
import { shownTexts } from './shown-texts';

/** The plain-words gate on the overlays of this folder. @throws OverlayError when a file does not fit its schema. */
export function gateOf(root: string, folder = resolve(root, 'overlays')): GateResult {
  const terms: Term[] = loadOverlays(folder).words.flatMap(({ value }) => value.words);
  return plainGate(shownTexts(root, folder), terms, readExceptions());
}
