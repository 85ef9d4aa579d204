import type { TableWishes } from '#libs/domain';
import { seatLateComer } from '#libs/matching';

/** Who sits where, round by round and table by table, by number. */
export type Standing = readonly (readonly (readonly number[])[])[];

export interface Newcomer {
  /** Their number. */
  person: number;
  /** How many a table takes before another one is opened. */
  full: number;
  wishes: TableWishes;
  /** Where they sat before they left, by round from 1; from 1. */
  before: ReadonlyMap<number, number>;
}

/**
 * A table in each of these rounds, from 1, for somebody who has none; nobody is moved. Their own of before where it has a free
 * chair, else the best that has one; where all are full the first that is empty, or one more.
 */
export function freeChairs(
  standing: Standing,
  rounds: readonly number[],
  newcomer: Newcomer,
): { round: number; table: number }[] {
  const seated = standing.map((tables) => tables.map((table) => [...table]));
  const wishes = about(newcomer);
  return rounds.map((round) => {
    const tables = seated[round - 1] ?? [];
    const own = newcomer.before.get(round);
    const isFree = own !== undefined && (tables[own - 1]?.length ?? 0) < newcomer.full;
    const table = isFree ? own : bestTable(seated, round, { ...newcomer, wishes });
    (tables[table - 1] ??= []).push(newcomer.person);
    return { round, table };
  });
}

function bestTable(seated: Standing, round: number, { person, full, wishes }: Newcomer): number {
  const tables = seated[round - 1] ?? [];
  const taken = tables.flatMap((table, at) => (table.length > 0 ? [at] : []));
  const rounds = seated.map((one, at) =>
    at === round - 1 ? taken.map((table) => tables[table] ?? []) : one,
  );
  const seat = seatLateComer({ rounds, round: round - 1, person, seats: full, ...wishes });
  const at = seat === undefined ? undefined : taken[seat.table];
  if (at !== undefined) return at + 1;
  const empty = tables.findIndex((table) => table.length === 0);
  return (empty === -1 ? tables.length : empty) + 1;
}

/** What stands between the newcomer and others; a large room has a hundred thousand pairs that are of no concern here. */
function about({ person, wishes: { forbidden, apart, affinity } }: Newcomer): TableWishes {
  const isOwn = ({ a, b }: { a: number; b: number }) => a === person || b === person;
  return {
    forbidden: forbidden.filter((pair) => pair.includes(person)),
    apart: apart.filter(isOwn),
    affinity: affinity.filter(isOwn),
  };
}
