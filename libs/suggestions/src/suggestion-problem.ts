// Not by the front door, nor is anything else that the thread of a plan reads (see suggestion-plan.ts).
import type { ProfileInput } from '../../domain/src/introductions/profile.ts';
import type { Weights } from '../../domain/src/introductions/weights.ts';

/** What the suggestions of an evening are made from: plain data that a thread can be sent, and nobody's name. */
export interface SuggestionProblem {
  /** The event's id: the wildcards of one event are drawn the same way each time. */
  seed: string;
  first: First;
  /** Who came, said yes and wants at least one, in the order of their attendee ids. */
  people: readonly SuggestionPerson[];
  /**
   * Pairs that stand, by place in `people`: approved, asked, introduced, or a host's own. They take places and never
   * move. A place after the last is somebody who opted out since.
   */
  kept: readonly Pair[];
  /** Pairs that the hard filters forbid. */
  forbidden: readonly Pair[];
  /** Everybody of whom no new pair may be made: those who pause and whom the board has not shown in a pair yet. */
  closed: readonly number[];
  /** Pairs that a host has seen suggested: only what the board may tell forbids them. */
  shown: readonly Pair[];
  /** How many of `kept` were drawn by chance: they count among the one in five. */
  wildcards: number;
  /**
   * After a decision of a host: what stands and whom the decision touched. Then few other pairs change, and none is drawn
   * by chance. Null: suggestions are asked for.
   */
  repair: { standing: readonly Pair[]; touched: readonly number[] } | null;
  /** The organization's own words for one thing, a row each. */
  synonyms: readonly (readonly string[])[];
  /** How people answered asks so far, by place; of those who answered a few. Shown to nobody. */
  answers: readonly { place: number; answered: number; yes: number }[];
  /** For each third person whom several know: those who do, ascending. Told in private. */
  knownInCommon: readonly (readonly number[])[];
  /** Who wished to meet whom. Told in private: it moves scores and nothing that is shown. */
  wishes: readonly Pair[];
  /** Who sat at the same small table of a critique session. */
  tables?: readonly Pair[];
  /** Which author thanked which critic. */
  thanks?: readonly Pair[];
  weights: Weights;
}

export interface SuggestionPerson {
  attendeeId: string;
  /** As stored: tidying thousands of them is work for the thread. */
  profile: ProfileInput;
  /** How many introductions from this event they want; at least 1. */
  cap: number;
}

/** What a host wants most: that nobody is left with nobody, or the pairs that promise most. */
export const firsts = ['everyone', 'total'] as const;
export type First = (typeof firsts)[number];

/** Two people by their place in `people`. */
export type Pair = readonly [number, number];

/** The suggestions of an evening, best first, and what they cost. */
export interface SuggestionPlan {
  pairs: readonly PlannedPair[];
  /** Null for a repair, which asks nobody what the other order would cost. */
  outcome: SuggestionOutcome | null;
}

export interface PlannedPair {
  a: number;
  b: number;
  source: 'suggested' | 'wildcard';
  band: 'strong' | 'fair';
  reasonForA: { code: string; values: Record<string, string> };
  reasonForB: { code: string; values: Record<string, string> };
}

/** What to tell a host about a whole room, never about a pair. */
export interface SuggestionOutcome {
  first: First;
  /** Who want introductions. */
  people: number;
  /** Who have somebody now, pairs that stood before included. */
  covered: number;
  /** As many could have somebody: proved, not estimated. */
  coverable: number;
  /**
   * The part of all promise, 0 to 1 in steps of 0.01, that giving everybody somebody costs: what the best pairs alone
   * promise more, by profiles and tables alone. More digits, or answers among them, would tell how one person answered.
   */
  price: number;
}

/** What a thread says: how far it is, at the end the plan. */
export type FromThread = Pick<SuggestionProgress, 'step' | 'share'> | { plan: SuggestionPlan };

/** How far a search is. */
export interface SuggestionProgress {
  /** `waiting`: another evening is being looked at. */
  step: 'waiting' | 'comparing' | 'choosing' | 'keeping';
  people: number;
  /** 0 to 1, over all steps. */
  share: number;
}
