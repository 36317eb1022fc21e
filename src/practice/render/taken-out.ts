/** Why a piece of a text may not stand in an exercise, and where it is. */
export interface Unwanted {
  reason: string;
  from: number;
  to: number;
}

/** A piece that was just taken out, and what stood before it. */
export interface Gone {
  before: string;
  text: string;
}

export interface Taken {
  value: string;
  /** Why something was taken out; `undefined` when nothing was. */
  reason: string | undefined;
  /** The piece that was taken out last. */
  gone: Gone | undefined;
}

/**
 * Takes out of a text what may not be written; the rest of it is left alone, as errors are never punished.
 * @param gone what was taken out a moment ago: what is typed on at that place may be the rest of it, as a number is
 * recognised before its last digit
 */
export function takenOut(value: string, refuse: (text: string) => Unwanted | undefined, gone?: Gone): Taken {
  const goneOn = gone && typedOn(value, refuse, gone);
  let taken: Taken = goneOn ?? { value, reason: undefined, gone };
  for (let found = refuse(taken.value); found; found = refuse(taken.value)) taken = without(taken.value, found);
  return taken;
}

/** @returns the text without what was typed on at the place where something was taken out, when it goes on with that. */
function typedOn(value: string, refuse: (text: string) => Unwanted | undefined, gone: Gone): Taken | undefined {
  const { before, text } = gone;
  if (!value.startsWith(before)) return undefined;
  const whole = before + text + value.slice(before.length);
  const found = refuse(whole);
  const end = before.length + text.length;
  return found && found.from <= before.length && found.to > end ? without(whole, found) : undefined;
}

function without(text: string, { reason, from, to }: Unwanted): Taken {
  const before = text.slice(0, from);
  return { value: before + text.slice(to), reason, gone: { before, text: text.slice(from, to) } };
}
