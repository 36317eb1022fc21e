import * as z from 'zod';
import { figures } from '../../schema/figures';
import { guide } from '../../schema/guide';
import { hints } from '../../schema/hint';
import { people } from '../../schema/people';
import { person } from '../../schema/person';
import { practicePage } from '../../schema/practice';
import { services, site } from '../../schema/site';
import { synonyms } from '../../schema/synonyms';
import { words } from '../../schema/term';
import { warning } from '../../schema/warning';

/** Each kind of overlay file, with the files it is for (globs from the overlays folder). */
export const OVERLAY_FILES = {
  site: { schema: site, files: ['*/site.yaml'] },
  guide: { schema: guide, files: ['*/guides/*.yaml'] },
  warning: { schema: warning, files: ['*/warnings/*.yaml'] },
  hints: { schema: hints, files: ['*/hints/*.yaml'] },
  practice: { schema: practicePage, files: ['*/practice/*.yaml'] },
  person: { schema: person, files: ['*/persons/*.yaml'] },
  words: { schema: words, files: ['words/*.yaml', '!**/synonyms.yaml'] },
  synonyms: { schema: synonyms, files: ['words/synonyms.yaml'] },
  people: { schema: people, files: ['people.yaml'] },
  figures: { schema: figures, files: ['2[0-9][0-9][0-9].yaml'] },
  services: { schema: services, files: ['services.yaml'] },
} as const;

/**
 * The JSON Schema of one kind of overlay file (draft 2020-12), for completion in an editor. One document a kind: editors
 * choose a whole document by the file's name, and a `$ref` counts from the document's root.
 */
export function overlaySchema(kind: keyof typeof OVERLAY_FILES): Record<string, unknown> {
  const schema = z.toJSONSchema(OVERLAY_FILES[kind].schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
  return { ...schema, title: `Côte à Côte : ${kind}` };
}
