import { i18n } from '#i18n';
import type { MissingReason, Why } from '../page/why';

/** @returns why in French, for the worker: « Correspond : le nom, le rôle. Ne correspond pas : le titre au-dessus. » */
export function whyInWords({ reason, clues = [] }: Why): string {
  if (reason) return reasonInWords(reason);
  const named = (isFor: boolean): string =>
    clues
      .filter(({ weight }) => weight > 0 === isFor)
      .map(({ clue }) => i18n.t(`clue.${clue}`))
      .join(', ');
  const [fits, misses] = [named(true), named(false)];
  return [fits && i18n.t('clue.fits', [fits]), misses && i18n.t('clue.misses', [misses])].filter(Boolean).join(' ');
}

/** @returns in French why nothing is pointed at. */
export function reasonInWords(reason: MissingReason | 'ambiguous'): string {
  return i18n.t(`reason.${REASON[reason]}`);
}

const REASON = {
  'nothing-like-it': 'nothingLikeIt',
  hidden: 'hidden',
  disabled: 'disabled',
  covered: 'covered',
  ambiguous: 'ambiguous',
} as const satisfies Record<MissingReason | 'ambiguous', string>;
