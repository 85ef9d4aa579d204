import {
  chanceOf,
  type Features,
  featuresOf,
  oddsOf,
  type PairCounts,
  toMatchingScore,
} from '../features.ts';
import { foldProfile, type FoldedProfile } from '../folded-profile.ts';
import {
  type AnswerPrior,
  answerLeaning,
  mirrored,
  type PairHistory,
  type PersonHistory,
} from '../history.ts';
import type { PairFacts } from '../pair-facts.ts';
import type { Profile } from '../profile.ts';
import { builtInVocabulary, type Vocabulary } from '../terms.ts';
import { fixedWeights, type Weights } from '../weights.ts';
import { type Columns, columnsOf } from './columns.ts';
import { countPair, emptyCounts, turn } from './compare.ts';
import { factsOf } from './facts.ts';

/** Two people by index and what they share, seen from `a`; each pair at most once. */
export interface SharedHistory {
  readonly a: number;
  readonly b: number;
  readonly history: PairHistory;
}

export interface RoomOptions {
  /** Default: the built-in one. */
  readonly vocabulary?: Vocabulary;
  readonly histories?: readonly SharedHistory[];
  /** By person; who has none counts as usual. */
  readonly answers?: readonly (PersonHistory | undefined)[];
  readonly prior?: AnswerPrior;
  /** Default: the fixed ones. */
  readonly weights?: Weights;
}

/**
 * People read once, to be compared in pairs. People are indexes into the profiles; nothing but profiles, histories and
 * answers goes in, so that neither names nor their order move a score.
 */
export class Room {
  readonly size: number;
  readonly columns: Columns;
  readonly weights: Weights;
  /** Readiness of each person to say yes, in log odds from −1 to 1. */
  readonly leanings: Float64Array;
  private readonly folded: readonly FoldedProfile[];
  /** By person: what they share with whom, seen from them. */
  private readonly histories: readonly (ReadonlyMap<number, PairHistory> | undefined)[];
  private readonly counts: PairCounts = emptyCounts();

  constructor(profiles: readonly Profile[], options: RoomOptions = {}) {
    const { vocabulary = builtInVocabulary, histories = [], answers = [], prior } = options;
    this.size = profiles.length;
    this.weights = options.weights ?? fixedWeights;
    this.folded = profiles.map((profile) => foldProfile(profile, vocabulary));
    this.columns = columnsOf(this.folded);
    this.leanings = Float64Array.from(profiles, (_, person) => answerLeaning(answers[person], prior));
    this.histories = historiesOf(this.size, histories);
  }

  /** How likely `from` says yes to `to`, 0 to 1. */
  direction(from: number, to: number, weights = this.weights): number {
    return chanceOf(oddsOf(this.features(from, to), weights));
  }

  /** Both must want it: the product of both directions, never the mean; 0 to 1, the same either way round. */
  chance(a: number, b: number, weights = this.weights): number {
    countPair(this.columns, a, b, this.counts);
    const there = chanceOf(oddsOf(this.featuresCounted(a, b), weights));
    turn(this.counts);
    return there * chanceOf(oddsOf(this.featuresCounted(b, a), weights));
  }

  /** The chance × 1000 as a whole number, for `#libs/matching`. */
  score(a: number, b: number): number {
    return toMatchingScore(this.chance(a, b));
  }

  /** The weighted parts of the direction of `from`. */
  features(from: number, to: number): Features {
    countPair(this.columns, from, to, this.counts);
    return this.featuresCounted(from, to);
  }

  /** What the two share, seen from `from`. */
  history(from: number, to: number): PairHistory | undefined {
    return this.histories[from]?.get(to);
  }

  /** With whom somebody shares a history. */
  acquaintancesOf(person: number): readonly number[] {
    return [...(this.histories[person]?.keys() ?? [])];
  }

  /** What their profiles have to do with each other, in their words. */
  facts(from: number, to: number): PairFacts {
    return factsOf(this.columns, this.folded, from, to);
  }

  private featuresCounted(from: number, to: number): Features {
    return featuresOf(this.counts, this.history(from, to), this.leanings[from]!);
  }
}

/** @throws RangeError for a history of somebody who is not in the room, or of one person with themselves */
function historiesOf(
  size: number,
  histories: readonly SharedHistory[],
): (Map<number, PairHistory> | undefined)[] {
  const byPerson: (Map<number, PairHistory> | undefined)[] = Array.from({ length: size });
  for (const { a, b, history } of histories) {
    for (const person of [a, b]) {
      if (!Number.isInteger(person) || person < 0 || person >= size || a === b)
        throw new RangeError(`No history between ${a} and ${b} in a room of ${size}`);
    }
    (byPerson[a] ??= new Map()).set(b, history);
    (byPerson[b] ??= new Map()).set(a, mirrored(history));
  }
  return byPerson;
}
