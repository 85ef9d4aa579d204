import { fieldMultiplication, primePowersOf } from './finite-field.ts';
import { storedShifts, type Shifts } from './stored-shifts.ts';

/** One round of a design: the table of each point. Point `column × tables + row` is one seat to be given to a person. */
export type DesignRound = Int32Array;

/**
 * Rounds in which no two of tables × seats people meet twice and nobody meets their own column: person (column, row) sits in
 * a round at table row − shift. The longest of three sources of shifts: a product of finite fields, multiples modulo the number
 * of tables, and a few that were found by search. Dual to difference matrices (Handbook of Combinatorial Designs, VI.17).
 */
export function transversalRounds(tables: number, seats: number): DesignRound[] {
  const sources = [fieldShifts(tables, seats), cyclicShifts(tables, seats), ...storedShifts(tables, seats)];
  const longest = sources.reduce((best, next) => (next.rounds.length > best.rounds.length ? next : best));
  return longest.rounds.map((shifts) => {
    const tableOf = new Int32Array(tables * seats);
    for (let column = 0; column < seats; column++) {
      for (let row = 0; row < tables; row++) {
        tableOf[column * tables + row] = minus(row, shifts[column]!, longest.moduli);
      }
    }
    return tableOf;
  });
}

/** Column i moves by r × i in round r: as many rounds as tables, if no column number meets another in any of the fields. */
function fieldShifts(tables: number, seats: number): Shifts {
  const fields = primePowersOf(tables);
  const moduli = fields.flatMap(({ prime, exponent }) => new Array<number>(exponent).fill(prime));
  if (fields.some(({ order }) => order < seats)) return { moduli, rounds: [] };
  const rounds = Array.from({ length: tables }, () => new Array<number>(seats).fill(0));
  let place = 1;
  for (const field of fields) {
    const times = fieldMultiplication(field);
    rounds.forEach((shifts, round) => {
      const factor = Math.floor(round / place) % field.order;
      for (let column = 0; column < seats; column++) shifts[column]! += times(factor, column) * place;
    });
    place *= field.order;
  }
  return { moduli, rounds };
}

/** Column i moves by r × i modulo the tables: columns that differ by d are apart for tables / gcd(d, tables) rounds. */
function cyclicShifts(tables: number, seats: number): Shifts {
  let length = tables;
  for (let apart = 1; apart < seats; apart++)
    length = Math.min(length, tables / greatestDivisor(apart, tables));
  const rounds = Array.from({ length }, (_, round) =>
    Array.from({ length: seats }, (__, column) => (round * column) % tables),
  );
  return { moduli: [tables], rounds };
}

function greatestDivisor(a: number, b: number): number {
  let [larger, smaller] = [b, a];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function minus(a: number, b: number, moduli: readonly number[]): number {
  let difference = 0;
  let place = 1;
  for (const modulus of moduli) {
    const next = place * modulus;
    const digit = (a % next) - (a % place) - (b % next) + (b % place);
    difference += digit < 0 ? digit + next : digit;
    place = next;
  }
  return difference;
}
