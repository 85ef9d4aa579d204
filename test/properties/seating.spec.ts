import {
  type PairOfRoom,
  type Sitter,
  smallTablesFor,
  topicOfTable,
  topicsOf,
  vocabularyOf,
  wishesOf,
} from '#libs/domain';
import { type SeatedRound, roundsWithoutRepeats, seatTables } from '#libs/matching';
import { freeChairs } from '../../apps/api/src/mixers/free-chairs.ts';
import { seededRandom } from '../../libs/matching/src/random.ts';

// Small tables as the product draws them: every size from 8 to 120, tables of 3 to 6, one to four rounds. What holds is
// counted here anew, by code that knows nothing of how people were seated.

const sizes = Array.from({ length: 113 }, (_, at) => at + 8);
const chairs = [3, 4, 5, 6];
const most = [1, 2, 3, 4];
const words = vocabularyOf([]);

/** Everything that is wrong with rounds for so many people; `repeats` only where there is a seating without them. */
function faults(rounds: readonly SeatedRound[], people: number, mayRepeat: boolean): string[] {
  const found: string[] = [];
  const met = new Set<string>();
  rounds.forEach((tables, at) => {
    const seated = tables.flat().sort((a, b) => a - b);
    if (seated.length !== people || seated.some((person, index) => person !== index))
      found.push(`round ${at}: not everybody sits once`);
    const counts = tables.map((table) => table.length);
    if (Math.max(...counts) - Math.min(...counts) > 1) found.push(`round ${at}: uneven tables`);
    if (Math.min(...counts) < 3) found.push(`round ${at}: a table of fewer than three`);
    for (const table of tables)
      for (const [index, one] of table.entries())
        for (const other of table.slice(index + 1)) {
          const pair = `${Math.min(one, other)} ${Math.max(one, other)}`;
          if (met.has(pair) && !mayRepeat) found.push(`round ${at}: ${pair} meet again`);
          met.add(pair);
        }
  });
  return found;
}

const problemOf = (people: number, seats: number, rounds: number, seed: number) => {
  const tables = smallTablesFor(people, seats);
  return { people, tables, seats: Math.ceil(people / tables), rounds, seed };
};

const tags = ['mixing', 'foley', 'mastering', 'dialogue', 'scoring', 'sound design', 'grading', 'editing'];
const stages = ['starting out', 'working', 'established', null] as const;

function guestsOf(people: number, random: () => number): Sitter[] {
  const some = () => tags.filter(() => random() < 0.25).slice(0, 3);
  return Array.from({ length: people }, () => ({
    crafts: some(),
    lookingFor: some(),
    canHelpWith: some(),
    stage: stages[Math.floor(random() * stages.length)] ?? null,
  }));
}

function pairsOf(people: number, share: number, random: () => number): PairOfRoom[] {
  const pairs: PairOfRoom[] = [];
  for (let a = 0; a < people; a += 1)
    for (let b = a + 1; b < people; b += 1) if (random() < share) pairs.push([a, b]);
  return pairs;
}

function roomOf(people: number, random: () => number) {
  return {
    people: guestsOf(people, random),
    apart: pairsOf(people, 0.03, random),
    colleagues: pairsOf(people, 0.03, random),
  };
}

describe('a seating', () => {
  it('has everybody at a table once a round, tables that differ by one, and no pair twice where that is known to be possible', () => {
    const wrong: string[] = [];
    let without = 0;
    for (const people of sizes)
      for (const seats of chairs)
        for (const rounds of most) {
          const problem = problemOf(people, seats, rounds, people);
          const possible = roundsWithoutRepeats(people, problem.tables) >= rounds;
          // Where it is not, finding the fewest takes a search: a few of them are enough here.
          if (!possible && people % 8 !== 0) continue;
          if (possible) without += 1;
          const found = faults(seatTables(problem).rounds, people, !possible);
          wrong.push(...found.map((fault) => `${people} at ${seats} for ${rounds}: ${fault}`));
        }
    expect(wrong).toEqual([]);
    expect(without).toBeGreaterThan(1_500);
  });

  it('keeps all of that where people know each other, work together, share topics and stages', () => {
    const random = seededRandom('rooms');
    const wrong: string[] = [];
    let [apart, ofOneStage, topics, tables] = [0, 0, 0, 0];
    for (let room = 0; room < 24; room += 1) {
      const people = 8 + Math.floor(random() * 73);
      const problem = problemOf(people, 3 + (room % 4), 1 + (room % 3), room);
      const asked = roomOf(people, random);
      const wishes = wishesOf(asked, words);
      const { rounds } = seatTables({ ...problem, ...wishes });
      const possible = roundsWithoutRepeats(people, problem.tables) >= problem.rounds;
      wrong.push(...faults(rounds, people, !possible));
      const at = (pair: PairOfRoom) =>
        rounds.flat().some((table) => pair.every((one) => table.includes(one)));
      apart += asked.apart.filter(at).length;
      const own = asked.people.map((person) => topicsOf(person, words));
      for (const table of rounds.flat()) {
        tables += 1;
        if (topicOfTable(table, own) !== null) topics += 1;
        const there = new Set(table.map((person) => asked.people[person]?.stage));
        if (there.size === 1) ofOneStage += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(apart).toBe(0);
    expect(topics / tables).toBeGreaterThan(0.97);
    expect(ofOneStage / tables).toBeLessThan(0.03);
  });

  it('never has two at one table who are to be kept apart, in rooms where a few are', () => {
    const random = seededRandom('apart');
    for (let room = 0; room < 12; room += 1) {
      const people = 12 + Math.floor(random() * 60);
      const problem = problemOf(people, 4, 2, room);
      const asked = roomOf(people, random);
      const { rounds } = seatTables({ ...problem, ...wishesOf(asked, words) });
      expect(faults(rounds, people, true)).toEqual([]);
      for (const table of rounds.flat())
        for (const pair of asked.apart) expect(pair.every((one) => table.includes(one))).toBe(false);
    }
  });

  it('would be found out if two changed places, sat twice, or met again (control)', () => {
    const problem = problemOf(24, 4, 3, 1);
    const rounds = seatTables(problem).rounds.map((tables) => tables.map((table) => [...table]));
    expect(faults(rounds, 24, false)).toEqual([]);
    const again = structuredClone(rounds);
    again[1] = structuredClone(rounds[0]!);
    expect(faults(again, 24, false).join()).toContain('meet again');
    const twice = structuredClone(rounds);
    twice[0]![0]![0] = twice[0]![1]![0]!;
    expect(faults(twice, 24, true).join()).toContain('not everybody sits once');
    const uneven = structuredClone(rounds);
    uneven[2]![0]!.push(uneven[2]![1]!.pop()!);
    uneven[2]![0]!.push(uneven[2]![1]!.pop()!);
    expect(faults(uneven, 24, true).join()).toContain('uneven');
  });
});

describe('late comers and leavers', () => {
  it('move nobody, find a chair in every round, and open a table only where all are full', () => {
    const random = seededRandom('late');
    for (let evening = 0; evening < 40; evening += 1) {
      const people = 8 + Math.floor(random() * 40);
      const seats = 3 + (evening % 4);
      const full = Math.max(4, seats);
      const rounds = seatTables(problemOf(people, seats, 3, evening)).rounds.map((tables) =>
        tables.map((table) => [...table]),
      );
      const wishes = wishesOf(roomOf(people + 12, random), words);
      for (let person = people; person < people + 12; person += 1) {
        // Somebody leaves before every third comes.
        if (person % 3 === 0) {
          const gone = Math.floor(random() * people);
          for (const tables of rounds)
            for (const table of tables) if (table.includes(gone)) table.splice(table.indexOf(gone), 1);
        }
        const before = structuredClone(rounds);
        const found = freeChairs(rounds, [1, 2, 3], { person, full, wishes, before: new Map() });
        expect(rounds).toEqual(before);
        expect(found.map(({ round }) => round)).toEqual([1, 2, 3]);
        for (const { round, table } of found) {
          const tables = rounds[round - 1]!;
          const taken = tables.filter((one) => one.length > 0);
          const chosen = tables[table - 1]?.length ?? 0;
          const isRight = chosen === 0 ? taken.every((one) => one.length >= full) : chosen < full;
          expect(isRight).toBe(true);
          (tables[table - 1] ??= []).push(person);
        }
      }
    }
  });
});
