import { type Vocabulary } from '../introductions/terms.ts';
import { type Sitter, topicsOf } from './topics.ts';

/** Two people by their numbers in the room. */
export type PairOfRoom = readonly [number, number];

/** Who is to be seated, by number, and what stands between them. */
export interface RoomToSeat {
  people: readonly Sitter[];
  /**
   * Who are not to share a table: blocked one way or the other, kept apart by a host, introduced, or they know each other. One
   * list without the reasons, as a seating that took them differently would tell them (docs/decisions/0028).
   */
  apart: readonly PairOfRoom[];
  /** Who work at the same place; empty where that does not matter. */
  colleagues: readonly PairOfRoom[];
}

/** The wishes of a room, as the engine of tables takes them. */
export interface TableWishes {
  forbidden: PairOfRoom[];
  apart: { a: number; b: number; penalty: number }[];
  affinity: { a: number; b: number; gain: number }[];
}

/** A draw takes at most a second of a core for so many. */
export const mostAtTables = 400;
export const fewestAtTables = 3;
/** What a table holds when a host puts somebody there. */
export const mostOfTable = 6;

/**
 * What counts how much. Working together weighs more than all that speaks for two at a table; a mixed table is worth about
 * as much as a topic that two share.
 */
const weights = { colleagues: 4_000, sameStage: 300, topic: 400, moreTopics: 50 } as const;
const mostTopicsMore = 3;

/**
 * How many tables so many people sit at, `seats` at most at each. Nobody is left with one other person where there is a way:
 * then some tables hold one more than was asked for.
 */
export function smallTablesFor(people: number, seats: number): number {
  const asked = Math.max(1, Math.ceil(people / seats));
  return Math.floor(people / asked) >= fewestAtTables
    ? asked
    : Math.max(1, Math.floor(people / fewestAtTables));
}

/** As many as sit at a table before another one is opened for a late comer: tables of three take a fourth. */
export const fullTable = (seats: number): number => Math.max(4, seats);

/** What speaks for and against two at one table. O(people²). */
export function wishesOf(
  { people, apart: notTogether, colleagues }: RoomToSeat,
  words: Vocabulary,
): TableWishes {
  const forbidden = unique(notTogether);
  const penalties = new Map<string, number>();
  const add = ([a, b]: PairOfRoom, penalty: number) =>
    penalties.set(keyOf(a, b), (penalties.get(keyOf(a, b)) ?? 0) + penalty);
  for (const pair of unique(colleagues)) add(pair, weights.colleagues);
  const topics = people.map((person) => topicsOf(person, words));
  const affinity: TableWishes['affinity'] = [];
  for (const [a, one] of people.entries()) {
    for (let b = a + 1; b < people.length; b += 1) {
      if (one.stage !== null && one.stage === people[b]?.stage) add([a, b], weights.sameStage);
      const gain = gainOf(topics[a], topics[b]);
      if (gain > 0) affinity.push({ a, b, gain });
    }
  }
  const apart = [...penalties].map(([key, penalty]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number);
    return { a, b, penalty };
  });
  return { forbidden, apart, affinity };
}

function gainOf(one?: ReadonlyMap<string, string>, other?: ReadonlyMap<string, string>): number {
  let shared = 0;
  for (const term of one?.keys() ?? []) if (other?.has(term) === true) shared += 1;
  return shared === 0 ? 0 : weights.topic + weights.moreTopics * Math.min(mostTopicsMore, shared - 1);
}

const keyOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

function unique(pairs: readonly PairOfRoom[]): PairOfRoom[] {
  return [
    ...new Map(pairs.map(([a, b]) => [keyOf(a, b), [Math.min(a, b), Math.max(a, b)] as const])).values(),
  ];
}

/** Tables, over all rounds, whose people are all at the same stage of their work, as far as they said; two at least. */
export function tablesOfOneStage(
  rounds: readonly (readonly (readonly number[])[])[],
  people: readonly Sitter[],
): number {
  return rounds.flat().filter((table) => {
    const stages = table.map((person) => people[person]?.stage ?? null);
    return stages.length > 1 && stages[0] !== null && new Set(stages).size === 1;
  }).length;
}
