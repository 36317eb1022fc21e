import { BUTTONS } from './buttons.ts';
import { CHOICES } from './choices.ts';
import { CONDITIONS } from './conditions.ts';
import { DRAGS, EDITS } from './drags.ts';
import { FORMS } from './forms.ts';
import { LISTS } from './lists.ts';
import { NEWER } from './newer.ts';
import { OLDER } from './older.ts';
import type { PageKind } from './page-kind.ts';
import { IN_PLACES } from './places.ts';
import { UNSEEN } from './unseen.ts';

/** Every kind of page of the table. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...BUTTONS,
  ...FORMS,
  ...CHOICES,
  ...LISTS,
  ...CONDITIONS,
  ...IN_PLACES,
  ...DRAGS,
  ...EDITS,
  ...UNSEEN,
  ...NEWER,
  ...OLDER,
];
