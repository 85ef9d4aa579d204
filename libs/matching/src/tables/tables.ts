import { seededRandom } from '../random.ts';
import { checkSeating, type SeatingCheck } from './checker.ts';
import { longestDesign, type Design } from './construction.ts';
import { HIGHEST, refuseBadSize, refuseBadTables, type SeatedRound, type TablesProblem } from './input.ts';
import { improveInPhases } from './phases.ts';
import { asLists, layOut } from './seating.ts';

export interface SeatingPlan extends Omit<SeatingCheck, 'faults' | 'fewestRepeats'> {
  /** Round by round and table by table, the people in order. */
  readonly rounds: readonly SeatedRound[];
  readonly certificate: Pick<SeatingCheck, 'fewestRepeats'>;
}

export interface SeatingOptions {
  /** Told the share of the work done, 0 to 1; throwing from it stops the work. */
  readonly progress?: (share: number) => void;
}

/**
 * Seats people at tables over rounds. What counts, in this order: forbidden pairs never share a table; no two meet twice; the
 * penalties of apart pairs less the gains of affinity pairs, each time they share one. A construction comes first, then
 * people are exchanged and swapped for the better. Up to `roundsWithoutRepeats` nobody meets twice, unless a forbidden
 * pair is found to be apart only at that price; next to kept rounds, and beyond that number, the fewest repeats found
 * are told beside a bound that nothing can beat.
 *
 * The same problem and seed give the same plan on every machine, whatever the order of the pairs, and every plan has passed
 * the checker. O(rounds × people × seats + people²) and at most 40 million looks at a tablemate: 400 people at 20 tables
 * for 20 rounds take some 0.6 s of a core, 60 people at 12 tables for 3 rounds some 0.1 s.
 *
 * Method: transversal and resolvable designs (Handbook of Combinatorial Designs, II.7 and III), improved by threshold
 * accepting (Dueck and Scheuer 1990).
 *
 * @throws MatchingInputError if the problem makes no sense
 */
export function seatTables(
  problem: TablesProblem,
  { progress = () => undefined }: SeatingOptions = {},
): SeatingPlan {
  refuseBadTables(problem);
  const random = seededRandom(problem.seed);
  const kept = problem.keep ?? [];
  const design = designFor(problem.people, problem.tables);
  const seating = layOut([...kept, ...firstDraft(problem, design, random)], problem.people, problem.tables);
  const designed = Math.min(design.rounds.length, problem.rounds - kept.length);
  improveInPhases(problem, seating, designed, random, progress);
  const rounds = [...kept, ...asLists(seating).slice(kept.length)];
  const { faults, fewestRepeats, ...found } = checkSeating(problem, rounds);
  if (faults.length > 0) throw new Error(`The seating broke its own rules: ${faults.join('; ')}`);
  progress(1);
  return { rounds, ...found, certificate: { fewestRepeats } };
}

/**
 * How many rounds of `people` at `tables` a construction seats without anybody meeting twice; Infinity where everyone has a
 * table of their own.
 *
 * @throws MatchingInputError if there are more than 1,000 of either, or no table
 */
export function roundsWithoutRepeats(people: number, tables: number): number {
  refuseBadSize('people', people, 0, HIGHEST.people);
  refuseBadSize('tables', tables, 1, HIGHEST.tables);
  return people <= tables ? Infinity : longestDesign(people, tables).rounds.length;
}

/** The longest construction; none where everyone has a table of their own, and nobody can meet. */
function designFor(people: number, tables: number): Design {
  return people <= tables ? { rounds: [], points: [] } : longestDesign(people, tables);
}

/** Rounds beyond the kept ones, their people and table numbers drawn by lot: those of the construction, then people dealt by lot. */
function firstDraft(
  { people, tables, rounds, keep = [] }: TablesProblem,
  { rounds: designed, points }: Design,
  random: () => number,
): SeatedRound[] {
  const everyone = Array.from({ length: people }, (_, person) => person);
  const named = shuffled(everyone, random);
  return Array.from({ length: rounds - keep.length }, (_, round) => {
    const tableOf = designed[round];
    const seated: number[][] = Array.from({ length: tables }, () => []);
    if (tableOf) points.forEach((point, index) => seated[tableOf[point]!]!.push(named[index]!));
    else shuffled(everyone, random).forEach((person, index) => seated[index % tables]!.push(person));
    return shuffled(seated, random);
  });
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const drawn = [...list];
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
  }
  return drawn;
}
