/** Why a piece of a text may not stand in an exercise, and where it is. */
export interface Unwanted {
  reason: string;
  from: number;
  to: number;
  /** @returns whether what is typed right after the piece cannot be the rest of it: something new begins there. */
  isNew?(late: string): boolean;
}

/** A piece that was just taken out, and what stood before it. */
export interface Gone {
  before: string;
  text: string;
  /** What was typed on at that place and does not stand in the field: it may be the rest of the piece. */
  held: string;
}

export interface Taken {
  value: string;
  /** Why something was taken out; `undefined` when nothing was. */
  reason: string | undefined;
  /** The piece that was taken out last. */
  gone: Gone | undefined;
}

type Refuse = (text: string) => Unwanted | undefined;

/**
 * Takes out of a text what may not be written; the rest of it is left alone, as errors are never punished.
 * @param gone what was taken out before: what is typed on at that place may be the rest of it, however late it comes, as
 * a number is recognised before its last digit. What turns out to be something new is put back.
 */
export function takenOut(value: string, refuse: Refuse, gone?: Gone): Taken {
  let taken: Taken = (gone && typedOn(value, refuse, gone)) ?? { value, reason: undefined, gone };
  for (let found = refuse(taken.value); found; found = refuse(taken.value)) taken = without(taken.value, found);
  return taken;
}

/** @returns where the caret belongs: what is taken out, or put back, stands before it. */
export function caretAfter(value: string, caret: number, taken: Taken): number {
  return Math.max(taken.gone?.before.length ?? 0, taken.value.length - (value.length - caret));
}

/** @returns what of a text may stand where a piece was taken out; `undefined` when it was typed elsewhere. */
function typedOn(value: string, refuse: Refuse, gone: Gone): Taken | undefined {
  const { before, text, held } = gone;
  if (!value.startsWith(before)) return undefined;
  const late = held + value.slice(before.length);
  const again = typedAgain(late, gone);
  const found = again !== undefined && refuse(late.slice(again));
  if (found && found.from === 0) {
    const { value: left, reason, gone: whole } = without(late.slice(again), found);
    return { value: before + left, reason, gone: whole && { ...whole, before } };
  }
  const whole = refuse(before + text + late);
  const rest = whole && whole.from <= before.length ? whole.to - before.length - text.length : 0;
  if (rest > 0 && !whole?.isNew?.(late))
    return {
      value: before + late.slice(rest),
      reason: rest > held.length ? whole?.reason : undefined,
      gone: { before, text, held: late.slice(0, rest) },
    };
  return { value: before + late, reason: undefined, gone: /[\p{L}\p{N}]/u.test(late) ? undefined : gone };
}

/** Letters and figures that tell that a number is being written once more. */
const SAME_START = 6;

/** @returns where, among what is held, the same piece seems to be begun once more: nobody else would recognise it. */
function typedAgain(late: string, { text, held }: Gone): number | undefined {
  const start = signs(text).slice(0, SAME_START);
  return Array.from(held, (_, at) => at).find((at) => signs(late.slice(at)).startsWith(start));
}

function signs(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function without(text: string, { reason, from, to }: Unwanted): Taken {
  const before = text.slice(0, from);
  return { value: before + text.slice(to), reason, gone: { before, text: text.slice(from, to), held: '' } };
}
