/** A need of one person and what of the other answers it. */
export interface Answer {
  readonly need: string;
  readonly by: string;
  /** The same words, another word for it, or a craft that was not offered in words. */
  readonly how: 'same' | 'close' | 'craft';
}

/** What two profiles have to do with each other in their own words, seen from one of the two. */
export interface PairFacts {
  /** What this side looks for and the other has; offers before crafts. */
  readonly met: readonly Answer[];
  /** What the other looks for and this side has. */
  readonly given: readonly Answer[];
  /** Crafts of both, as this side wrote them. */
  readonly sharedCrafts: readonly string[];
  readonly works: 'same' | 'related' | 'apart';
  readonly sameStage: boolean;
  readonly sameCity: boolean;
}
