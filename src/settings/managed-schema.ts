import * as z from 'zod';
import { settingsSchema } from './schema';

/**
 * The schema that Chromium wants for `storage.managed`, in the small dialect it reads. It says only the type of each
 * setting: Chromium drops in silence what does not fit its schema, and we want to be handed the value to say why it is refused.
 */
export function managedSchema(): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(settingsSchema, { io: 'input' });
  return { type: 'object', properties: Object.fromEntries(Object.entries(properties).map(onlyType)) };
}

function onlyType([key, schema]: [string, z.core.JSONSchema._JSONSchema]): [string, object] {
  if (typeof schema === 'boolean') throw new Error(`${key} has no type`);
  return [key, { type: schema.type, description: schema.description }];
}
