import { EDIT_WAYS } from './edits.ts';
import { KEY_WAYS } from './keys.ts';
import { POINTER_WAYS } from './pointer.ts';
import type { Way } from './way.ts';

/** Every way in of the table. */
export const WAYS: readonly Way[] = [...POINTER_WAYS, ...KEY_WAYS, ...EDIT_WAYS];
