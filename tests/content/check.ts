import { resolve } from 'node:path';
import { crossCheck } from '../../src/schema/load/cross-checks';
import { loadOverlays } from '../../src/schema/load/load-overlays';
import { describeProblem, OverlayError } from '../../src/schema/load/problem';
import { type Audit, audit } from './audit';
import { expiredLine } from './figure-age';
import { failureLine } from './report';
import { LOCALE } from './shown-texts';
import { sourceLabels } from './source-labels';

/** What `npm run check` says, in French, for a person who does not program. */
export interface CheckResult {
  /** What must be mended, one line each, with file, line and field. */
  problems: string[];
  /** One sentence on how much was read. */
  summary: string;
}

/** Reads an overlays folder as the build and the tests of its texts do. @param today `2026-11-24` */
export function checkFolder(root: string, folder: string, today: string): CheckResult {
  try {
    const problems = crossCheck(loadOverlays(folder)).map(describeProblem);
    if (problems.length > 0) return { problems, summary: UNREAD };
    const found = audit(root, today, folder);
    return {
      problems: [...ofTexts(found, folder === resolve(root, 'overlays')), ...ofSources(folder), ...ofHelp(found)],
      summary: `${found.items.length} aides relues.`,
    };
  } catch (error) {
    if (!(error instanceof OverlayError)) throw error;
    return { problems: error.problems.map(describeProblem), summary: UNREAD };
  }
}

/** The texts are read only once every file can be read. */
const UNREAD = 'Les phrases seront relues quand ceci sera réparé.';

/** @param isBuiltIn the interface's own texts and the exceptions belong to the built-in overlays, not to another folder */
function ofTexts({ gate, expired }: Audit, isBuiltIn: boolean): string[] {
  return [
    ...gate.failures.filter(({ file }) => isBuiltIn || file !== LOCALE).map(failureLine),
    ...(isBuiltIn ? gate.unused : []).map(
      ({ file, rule, text }) => `plain-exceptions.yaml : cette exception ne sert plus (${file}, ${rule}) : ${text}`,
    ),
    ...expired.map(expiredLine),
  ];
}

function ofSources(folder: string): string[] {
  const { unknown, unused } = sourceLabels(folder);
  return [
    ...unknown.map(
      ({ label, file }) => `${file}, « source » : « ${label} » n’est pas dans SOURCES.md : dites-y ce que c’est`,
    ),
    ...unused.map((label) => `SOURCES.md : « ${label} » n’est plus cité : effacez la ligne`),
  ];
}

function ofHelp({ items, sites }: Audit): string[] {
  return [
    ...items
      .filter(({ confidence, review }) => confidence === 'general' && !review)
      .map(
        ({ file, line, id }) =>
          `${file}, ligne ${line}, « ${id} » : general demande une ligne review (ce qu’il faut relire)`,
      ),
    ...sites.flatMap(({ site, withoutPractice, withoutExercise, withoutHelp }) => [
      ...withoutPractice.map(
        ({ guide, step, pages }) =>
          `${site}/guides/${guide}.yaml, « ${step} » : aucune page d’exercice ne montre ${pages.join(' ou ')} : ajoutez-la dans ${site}/practice/`,
      ),
      ...withoutExercise.map(
        (id) => `${site}/guides/${id}.yaml : personne de ${site}/persons/ ne fait ce guide en exercice`,
      ),
      ...withoutHelp.map(
        (id) => `${site}/warnings/${id}.yaml, « people » : sans retour possible, dites à qui demander`,
      ),
    ]),
  ];
}
