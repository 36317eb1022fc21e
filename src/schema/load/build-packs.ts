import type { Services } from '../site';
import { assemble, type BuiltSite, isShown } from './assemble';
import { crossCheck } from './cross-checks';
import { loadOverlays } from './load-overlays';
import { OverlayError } from './problem';

export type { BuiltSite } from './assemble';

/**
 * Loads, cross-checks and assembles an overlays folder.
 * Items marked `unsure` are left out: nothing unsure is ever shown.
 * @throws OverlayError listing every problem with file, line and field.
 */
export function buildPacks(root: string): BuiltSite[] {
  const overlays = loadOverlays(root);
  const problems = crossCheck(overlays);
  if (problems.length > 0) throw new OverlayError(problems);
  return assemble(overlays);
}

/**
 * The services that people cross on their way to the sites (`services.yaml`); none when the folder has no such file.
 * @throws OverlayError listing every problem with file, line and field.
 */
export function loadServices(root: string): Services {
  const { services, reservedEndings } = loadOverlays(root).services?.value ?? { services: [], reservedEndings: [] };
  return { services: services.filter(isShown), reservedEndings };
}
