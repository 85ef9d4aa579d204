import { tablesApp } from '#libs/words';
import type { Mixer } from './table-calls.ts';

const words = tablesApp.told;

/** One thing about a seating in plain words, and where it is not as one would wish, why. */
export interface ToldLine {
  isGood: boolean;
  text: string;
  why?: string;
}

/** What a host reads about the seating as it stands. */
export function toldLines({ told, rounds, seating, employersApart, tables }: Mixer): ToldLine[] {
  if (told === null) return [];
  const largest = Math.max(
    0,
    ...seating.flatMap((round) => round.tables.map((table) => table.people.length)),
  );
  const seated = new Set(
    seating
      .flatMap((round) => round.tables.flatMap((table) => table.people))
      .map(({ attendeeId }) => attendeeId),
  );
  const room = { rounds, tables: tables ?? 0, largest, people: seated.size };
  /** Nothing where nothing is known: that would be praise for nothing. */
  const line = (
    count: number | null,
    good: string,
    bad: (count: number) => string,
    why: string,
  ): ToldLine[] => {
    if (count === null) return [];
    return [count === 0 ? { isGood: true, text: good } : { isGood: false, text: bad(count), why }];
  };
  return [
    ...(rounds > 1 ? line(told.repeats, words.noRepeats, words.repeats, whyRepeats(room)) : []),
    ...line(told.knownTogether, words.noKnown, words.known, words.many),
    ...(employersApart ? line(told.employersTogether, words.noEmployers, words.employers, words.many) : []),
    ...line(told.tablesWithoutTopic, words.topics, words.noTopic, words.noTopicWhy),
    ...line(told.tablesOfOneStage, words.stages, words.oneStage, words.oneStageWhy),
  ];
}

interface Room {
  rounds: number;
  tables: number;
  /** People at the largest table. */
  largest: number;
  people: number;
}

/** Those of one table have to go to as many tables, and each meets `largest - 1` new people a round: counting tells when neither works. */
export function whyRepeats({ rounds, tables, largest, people }: Room): string {
  if (largest > tables) return words.repeatsMust(tables, largest);
  if (rounds * (largest - 1) > people - 1) return words.repeatsMustRounds(rounds);
  return words.repeatsMay;
}
