import type { SeatedRound, TablesProblem } from './input.ts';

/** What a check of a seating found, from the problem and the rounds alone. */
export interface SeatingCheck {
  /** Every rule the seating breaks, in words; empty for one that may be shown. */
  readonly faults: readonly string[];
  /** How often two people share a table after the first time, over all pairs. */
  readonly repeats: number;
  /** No seating of these table sizes has fewer repeats. */
  readonly fewestRepeats: number;
  /** Forbidden pairs who share a table all the same, in order. */
  readonly together: readonly (readonly [number, number])[];
  /** The penalties of apart pairs, once for each time they share a table. */
  readonly penalty: number;
  /** The gains of affinity pairs, once for each time they share a table. */
  readonly affinity: number;
}

/**
 * Checks a seating against its problem: kept rounds untouched; in every other one everyone seated once, and table sizes within
 * the seats and within one of each other. It shares no code with the solver. O(rounds × people × seats).
 */
export function checkSeating(problem: TablesProblem, rounds: readonly SeatedRound[]): SeatingCheck {
  const kept = problem.keep ?? [];
  const faults = rounds.length === problem.rounds ? [] : [`there are ${String(rounds.length)} rounds`];
  rounds.forEach((round, index) => {
    const found = kept[index] ? faultsOfKept(kept[index], round) : faultsOfRound(problem, round);
    faults.push(...found.map((fault) => `round ${String(index)}: ${fault}`));
  });
  const times = timesTogether(problem.people, rounds);
  const meetings = (a: number, b: number) => times[a * problem.people + b]!;
  const repeats = times.reduce((sum, count) => (count > 1 ? sum + count - 1 : sum), 0) / 2;
  let penalty = 0;
  let affinity = 0;
  for (const pair of problem.apart ?? []) penalty += pair.penalty * meetings(pair.a, pair.b);
  for (const pair of problem.affinity ?? []) affinity += pair.gain * meetings(pair.a, pair.b);
  const together = new Map(
    (problem.forbidden ?? [])
      .filter(([a, b]) => meetings(a, b) > 0)
      .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))
      .sort(([a, b], [c, d]) => a - c || b - d)
      .map((pair) => [pair.join('–'), pair]),
  );
  return {
    faults,
    repeats,
    fewestRepeats: fewestRepeats(problem.people, rounds),
    together: [...together.values()],
    penalty,
    affinity,
  };
}

function faultsOfKept(kept: SeatedRound, round: SeatedRound): string[] {
  return JSON.stringify(kept) === JSON.stringify(round) ? [] : ['it was to be kept as it stood'];
}

function faultsOfRound({ people, tables, seats }: TablesProblem, round: SeatedRound): string[] {
  const faults: string[] = [];
  const sizes = round.map((table) => table.length);
  if (round.length !== tables) faults.push(`it has ${String(round.length)} tables`);
  if (Math.max(...sizes) > seats) faults.push(`a table has ${String(Math.max(...sizes))} people`);
  if (Math.max(...sizes) - Math.min(...sizes) > 1) faults.push(`table sizes are ${sizes.join(', ')}`);
  const seated = new Set<number>();
  for (const person of round.flat()) {
    if (!Number.isInteger(person) || person < 0 || person >= people) {
      faults.push(`there is no person ${String(person)}`);
    }
    if (seated.has(person)) faults.push(`person ${String(person)} is seated twice`);
    seated.add(person);
  }
  for (let person = 0; person < people; person++) {
    if (!seated.has(person)) faults.push(`person ${String(person)} has no seat`);
  }
  return faults;
}

/** How often each two people share a table, by person and person, both ways round; strangers do not count. */
function timesTogether(people: number, rounds: readonly SeatedRound[]): Uint16Array {
  const times = new Uint16Array(people * people);
  for (const table of rounds.flat()) {
    const known = table.filter((person) => Number.isInteger(person) && person >= 0 && person < people);
    for (const person of known) {
      for (const other of known) if (other !== person) times[person * people + other]!++;
    }
  }
  return times;
}

/**
 * The larger of two counts. Together there are only people × (people − 1) / 2 pairs to meet for the first time. And a table
 * with more people than there are tables takes some from one table of the round before: at least this many pairs in
 * each round after the first (pigeonholes, filled as evenly as can be).
 */
function fewestRepeats(people: number, rounds: readonly SeatedRound[]): number {
  const pairs = (size: number) => (size * (size - 1)) / 2;
  let meetings = 0;
  let again = 0;
  rounds.forEach((round, index) => {
    const before = new Set(rounds[index - 1]?.flat());
    const tablesBefore = rounds[index - 1]?.length ?? 0;
    for (const table of round) {
      meetings += pairs(table.length);
      const returning = table.filter((person) => before.has(person)).length;
      const [even, more] = [Math.floor(returning / tablesBefore), returning % tablesBefore];
      if (returning > 0) again += more * pairs(even + 1) + (tablesBefore - more) * pairs(even);
    }
  });
  return Math.max(0, meetings - pairs(people), again);
}
