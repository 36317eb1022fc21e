/** Why nothing was written, in French, for a person who does not program. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
