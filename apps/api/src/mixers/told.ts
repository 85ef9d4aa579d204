import { type PairOfRoom, tablesOfOneStage } from '#libs/domain';
import { type TablesProblem, checkSeating } from '#libs/matching';
import type { RoomRead, TablesNow } from './mixers.queries.ts';

/** What a host is told about a seating, over all rounds. Blocks, and what two people told others alone, count nowhere. */
export interface Told {
  /** How often two people meet after the first time. */
  repeats: number;
  /** How often two share a table whom a host keeps apart, or who told this organization that they know each other. */
  knownTogether: number;
  /** Null: no two of them are known to work at the same place. */
  employersTogether: number | null;
  tablesWithoutTopic: number;
  /** Null: fewer than two told their stage, so there is nothing to mix. */
  tablesOfOneStage: number | null;
}

/** Counted by the checker of the engine from where people sit now, whoever put them there. Null: nobody sits anywhere. */
export function toldOf(
  { mixer, seats, topics }: TablesNow,
  { guests, room, tellable }: RoomRead,
): Told | null {
  if (mixer.state === 'open' || mixer.tables === null) return null;
  const rounds = roundsOf({ mixer, seats }, guests);
  const problem = { people: guests.length, tables: mixer.tables, seats: guests.length, rounds: mixer.rounds };
  const together = (pairs: readonly PairOfRoom[]) => {
    const apart = pairs.map(([a, b]) => ({ a, b, penalty: 1 }));
    return checkSeating({ ...problem, apart, seed: mixer.seed } satisfies TablesProblem, rounds);
  };
  const { repeats, penalty: knownTogether } = together(tellable);
  const taken = rounds.flatMap((round, at) =>
    round.flatMap((table, index) => (table.length > 0 ? [`${at + 1} ${index + 1}`] : [])),
  );
  const withTopic = new Set(topics.map(({ round, table }) => `${round} ${table}`));
  const toldStages = room.people.filter(({ stage }) => stage !== null).length;
  return {
    repeats,
    knownTogether,
    employersTogether: room.colleagues.length === 0 ? null : together(room.colleagues).penalty,
    tablesWithoutTopic: taken.filter((table) => !withTopic.has(table)).length,
    tablesOfOneStage: toldStages < 2 ? null : tablesOfOneStage(rounds, room.people),
  };
}

/** Round by round and table by table, who is there, by their number among these guests; whoever is none of them is nowhere. */
export function roundsOf(
  { mixer, seats }: Pick<TablesNow, 'mixer' | 'seats'>,
  guests: readonly { attendeeId: string }[],
  isThere: (seat: TablesNow['seats'][number]) => boolean = ({ left }) => !left,
): number[][][] {
  const numbers = new Map(guests.map(({ attendeeId }, number) => [attendeeId, number]));
  const rounds = Array.from({ length: mixer.rounds }, () =>
    Array.from({ length: mixer.tables ?? 0 }, (): number[] => []),
  );
  for (const seat of seats) {
    const number = numbers.get(seat.attendeeId);
    if (number !== undefined && isThere(seat)) rounds[seat.round - 1]?.[seat.table - 1]?.push(number);
  }
  return rounds;
}
