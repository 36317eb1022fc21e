/** What the engine tells its surroundings, for « État des aides ». Ids only; no text of the page, no value. */
export type EngineEvent =
  | { kind: 'recognised'; site: string; page: string }
  | {
      kind: 'located';
      site: string;
      overlay: string;
      outcome: 'found' | 'missing' | 'ambiguous';
      score: number;
      reason?: string;
    }
  /** The person said which element it is, when we did not know: the overlay, the page, the rank of the candidate. */
  | { kind: 'chosen'; site: string; overlay: string; page: string; rank: number }
  | { kind: 'let-through'; site: string; overlay: string }
  | { kind: 'failed'; where: string };

export type Report = (event: EngineEvent) => void;
