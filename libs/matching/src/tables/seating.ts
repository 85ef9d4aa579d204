/**
 * Who sits where in every round, and how often each two have met: arrays that a swap of two people changes in place.
 * The seats of a table are one stretch of `stride`, people first and then −1.
 */
export interface Seating {
  readonly people: number;
  readonly rounds: number;
  readonly tables: number;
  readonly stride: number;
  /** The person on each seat, by round, table and seat. */
  readonly seats: Int32Array;
  /** The seat of each person, by round and person; −1 for who is missing. */
  readonly place: Int32Array;
  /** How many rounds two people share a table, by person and person, both ways round. */
  readonly met: Uint8Array;
}

/** Lays out the rounds and counts who meets whom. O(rounds × people × people per table). */
export function layOut(
  rounds: readonly (readonly (readonly number[])[])[],
  people: number,
  tables: number,
): Seating {
  const stride = Math.max(0, ...rounds.flat().map((table) => table.length));
  const seating: Seating = {
    people,
    rounds: rounds.length,
    tables,
    stride,
    seats: new Int32Array(rounds.length * tables * stride).fill(-1),
    place: new Int32Array(rounds.length * people).fill(-1),
    met: new Uint8Array(people * people),
  };
  rounds.flat().forEach((table, index) => {
    table.forEach((person, seat) => {
      const at = index * stride + seat;
      seating.seats[at] = person;
      seating.place[Math.floor(index / tables) * people + person] = at;
      for (const other of table.slice(0, seat)) count(seating, person, other, 1);
    });
  });
  return seating;
}

/** The rounds as lists: the people of each table in order. */
export function asLists({ rounds, tables, stride, seats }: Seating): number[][][] {
  return Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: tables }, (__, table) => {
      const start = (round * tables + table) * stride;
      return Array.from(seats.subarray(start, start + stride))
        .filter((person) => person >= 0)
        .sort((a, b) => a - b);
    }),
  );
}

/** How often people meet whom they have met already, over all pairs. O(people²). */
export function repeatsOf({ met }: Seating): number {
  return met.reduce((sum, rounds) => (rounds > 1 ? sum + rounds - 1 : sum), 0) / 2;
}

/** In how many rounds the two share a table. */
export function meetingsOf({ met, people }: Seating, a: number, b: number): number {
  return met[a * people + b]!;
}

/** Two people at different tables of one round change places. O(stride). */
export function swap(seating: Seating, round: number, p: number, q: number): void {
  move(seating, round, p, q);
  move(seating, round, q, p);
  const { place, seats, people } = seating;
  const [atP, atQ] = [place[round * people + p]!, place[round * people + q]!];
  seats[atP] = q;
  seats[atQ] = p;
  place[round * people + p] = atQ;
  place[round * people + q] = atP;
}

/** The table of p loses p and gains q, as far as meetings go. */
function move(seating: Seating, round: number, p: number, q: number): void {
  const { seats, stride } = seating;
  const start = tableStart(seating, round, p);
  for (let at = start; at < start + stride; at++) {
    const other = seats[at]!;
    if (other < 0 || other === p) continue;
    count(seating, p, other, -1);
    count(seating, q, other, 1);
  }
}

/** What a swap of two people at different tables would change: the costs of pairs, and so much for each repeat. O(stride). */
export function swapChange(
  seating: Seating,
  costs: Float64Array,
  repeatCost: number,
  round: number,
  p: number,
  q: number,
): number {
  return (
    changeAtTable(seating, costs, repeatCost, round, p, q) +
    changeAtTable(seating, costs, repeatCost, round, q, p)
  );
}

function changeAtTable(
  { seats, place, stride, people, met }: Seating,
  costs: Float64Array,
  repeatCost: number,
  round: number,
  leaving: number,
  joining: number,
): number {
  const at = place[round * people + leaving]!;
  const start = at - (at % stride);
  const [gone, come] = [leaving * people, joining * people];
  let change = 0;
  for (let seat = start; seat < start + stride; seat++) {
    const other = seats[seat]!;
    if (other < 0 || other === leaving) continue;
    change += costs[come + other]! - costs[gone + other]!;
    if (repeatCost === 0) continue;
    if (met[come + other]! > 0) change += repeatCost;
    if (met[gone + other]! > 1) change -= repeatCost;
  }
  return change;
}

/** Where the seats of the person's table begin in that round. */
export function tableStart({ place, people, stride }: Seating, round: number, person: number): number {
  const at = place[round * people + person]!;
  return at - (at % stride);
}

function count({ met, people }: Seating, a: number, b: number, by: number): void {
  met[a * people + b]! += by;
  met[b * people + a]! += by;
}
