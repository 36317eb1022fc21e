import * as z from 'zod';
import { figures } from '../../schema/figures';
import { guide } from '../../schema/guide';
import { hints } from '../../schema/hint';
import { people } from '../../schema/people';
import { practicePage } from '../../schema/practice';
import { services, site } from '../../schema/site';
import { words } from '../../schema/term';
import { warning } from '../../schema/warning';

/** Which kind of file each schema is for, by its place in the overlays folder. */
const FILES = { site, guide, warning, hints, practice: practicePage, words, people, figures, services };

/**
 * The JSON Schema of every kind of overlay file (draft 2020-12), for completion in an editor.
 * @returns one document; each kind is under `$defs`: `schema.json#/$defs/guide`.
 */
export function overlaySchemas(): Record<string, unknown> {
  const kinds = Object.entries(FILES).map(([kind, schema]) => [
    kind,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }),
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Fichiers d’aide de Côte à Côte',
    $defs: Object.fromEntries(kinds),
  };
}
