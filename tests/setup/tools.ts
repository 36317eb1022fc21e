import { createSurface } from '../../src/ui/create-surface';
import type { Surface } from '../../src/ui/surface';

/**
 * A surface for unit tests of logic, with an open root. Under happy-dom no event is trusted,
 * so this one accepts all: that only real clicks count is tested in real browsers.
 */
export function testSurface(document: Document, signal: AbortSignal): Surface {
  return { ...createSurface({ document, signal, mode: 'open' }), accepts: () => true };
}
