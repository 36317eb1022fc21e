/** One mistake in an overlay file, in words that a person who does not program understands. */
export interface Problem {
  /** Path of the file, from the overlays folder. */
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** Where in the file, as a person would say it: `steps › 2 › do`. */
  field: string;
  /** What is wrong, in French. */
  message: string;
}

/** @returns one line: `caf/guides/x.yaml, ligne 12, « steps › 2 › do » : ne doit pas être vide`. */
export function describeProblem({ file, line, field, message }: Problem): string {
  const where = field ? `, « ${field} »` : '';
  return `${file}, ligne ${line}${where} : ${message}`;
}

/** Thrown when overlay files are wrong; its message lists every problem, one a line. */
export class OverlayError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'OverlayError';
    this.problems = problems;
  }
}
