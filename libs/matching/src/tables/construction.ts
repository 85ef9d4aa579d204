import { starterRounds } from './starters.ts';
import { transversalRounds, type DesignRound } from './transversal.ts';

/** Rounds for people at tables without a repeat. */
export interface Design {
  readonly rounds: readonly DesignRound[];
  /** The points to be given to people, one each; the others stay empty, at most one of them at any table of any round. */
  readonly points: readonly number[];
}

/**
 * The longest known seating of `people` at `tables` (≥ 1, fewer than people) in which no two meet twice; table sizes differ
 * by at most one. Where the tables do not come out even, seats are dropped: points that never meet in these rounds stay
 * empty, sought greedily from the last. O(tables² × seats²).
 */
export function longestDesign(people: number, tables: number): Design {
  const seats = Math.ceil(people / tables);
  const designs = fullDesigns(tables, seats).map((rounds) => dropped(rounds, tables, seats, people));
  return designs.reduce((best, next) => (next.rounds.length > best.rounds.length ? next : best));
}

/**
 * Designs for full tables. Wherever the tables can be divided by the seats, the columns that a transversal design never mixes are seated
 * among themselves in further rounds, in the way of the longest design for that smaller number of tables.
 */
function fullDesigns(tables: number, seats: number): (readonly DesignRound[])[] {
  const sizes = [tables];
  while (sizes[0]! % seats === 0) sizes.unshift(sizes[0]! / seats);
  let inner: readonly DesignRound[] = [];
  let designs: (readonly DesignRound[])[] = [];
  for (const size of sizes) {
    const further = inner.map((round) => inEveryColumn(round, size, seats));
    designs = [
      [...transversalRounds(size, seats), ...further],
      circleRounds(size, seats),
      starterRounds(size, seats),
    ];
    inner = designs.reduce((best, next) => (next.length > best.length ? next : best));
  }
  return designs;
}

/** The design for tables / seats tables, once in each column of `tables` people. */
function inEveryColumn(round: DesignRound, tables: number, seats: number): DesignRound {
  return Int32Array.from({ length: tables * seats }, (_, point) => {
    const column = Math.floor(point / tables);
    return column * (tables / seats) + round[point % tables]!;
  });
}

/** The circle method for pairs (Kirkman 1847): all but one turn about that one, 2 × tables − 1 rounds. */
function circleRounds(tables: number, seats: number): DesignRound[] {
  if (seats !== 2) return [];
  const turning = 2 * tables - 1;
  return Array.from({ length: turning }, (_, round) =>
    Int32Array.from({ length: 2 * tables }, (__, point) => {
      const steps = point === turning ? 0 : (point + turning - round) % turning;
      return Math.min(steps, turning - steps);
    }),
  );
}

/** As many of the first rounds as leave enough points that never meet in them: sought by halving, as fewer rounds are easier. */
function dropped(rounds: readonly DesignRound[], tables: number, seats: number, people: number): Design {
  const count = tables * seats - people;
  let fits = 0;
  let tooMany = rounds.length + 1;
  let empty = new Set<number>();
  while (tooMany - fits > 1) {
    const length = Math.floor((fits + tooMany) / 2);
    const apart = pointsApart(rounds.slice(0, length), tables, seats, count);
    if (apart.size === count) [fits, empty] = [length, apart];
    else tooMany = length;
  }
  const points = Array.from({ length: tables * seats }, (_, point) => point).filter(
    (point) => !empty.has(point),
  );
  return { rounds: rounds.slice(0, fits), points };
}

/** Up to `count` points of which no two share a table in any of the rounds. */
function pointsApart(
  rounds: readonly DesignRound[],
  tables: number,
  seats: number,
  count: number,
): Set<number> {
  const taken = rounds.map(() => new Uint8Array(tables));
  const apart = new Set<number>();
  for (let point = tables * seats - 1; point >= 0 && apart.size < count; point--) {
    if (rounds.some((round, index) => taken[index]![round[point]!] === 1)) continue;
    rounds.forEach((round, index) => (taken[index]![round[point]!] = 1));
    apart.add(point);
  }
  return apart;
}
