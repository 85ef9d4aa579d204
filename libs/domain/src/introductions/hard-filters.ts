/** What stands between two people at the moment of asking. Each is true if it holds for either of them or the pair. */
export interface PairHindrances {
  /** Introductions are off for somebody, or nobody asked them. */
  optedOut?: boolean;
  /** Either told this organization that they know the other. */
  knownHere?: boolean;
  /** A host of this organization keeps them apart. */
  keptApart?: boolean;
  paused?: boolean;
  /** They know each other, as told anywhere. */
  known?: boolean;
  blocked?: boolean;
  introduced?: boolean;
  /** Suggested before and closed less than 12 months ago. */
  coolingDown?: boolean;
}

/**
 * In the order they are looked at. Those that the organization recorded itself come first: if a block came before
 * "kept apart", a missing refusal on the board would tell the host of the block.
 */
const order = [
  ['optedOut', 'opted-out'],
  ['knownHere', 'known-here'],
  ['keptApart', 'kept-apart'],
  ['paused', 'paused'],
  ['known', 'known'],
  ['blocked', 'blocked'],
  ['introduced', 'introduced'],
  ['coolingDown', 'cooling-down'],
] as const satisfies readonly (readonly [keyof PairHindrances, string])[];

export type HardFilter = (typeof order)[number][1];

const told: readonly HardFilter[] = ['opted-out', 'known-here', 'kept-apart'];

/** Why this pair may not be suggested or asked, or null. Never a weight. */
export function blockedBy(pair: PairHindrances): HardFilter | null {
  return order.find(([fact]) => pair[fact] === true)?.[1] ?? null;
}

/** Whether the board may refuse for it; everything else is approved and silently never asked (introductions.md). */
export function boardMayTell(filter: HardFilter): boolean {
  return told.includes(filter);
}
