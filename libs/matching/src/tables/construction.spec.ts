import { checkSeating } from './checker.ts';
import { longestDesign } from './construction.ts';
import type { SeatedRound } from './input.ts';
import { roundsWithoutRepeats } from './tables.ts';

/** The rounds of the construction, each point of it a person. */
function seated(people: number, tables: number): SeatedRound[] {
  const { rounds, points } = longestDesign(people, tables);
  return rounds.map((tableOf) => {
    const round: number[][] = Array.from({ length: tables }, () => []);
    points.forEach((point, person) => round[tableOf[point]!]!.push(person));
    return round;
  });
}

function checked(people: number, tables: number) {
  const rounds = seated(people, tables);
  const seats = Math.ceil(people / tables);
  const problem = { people, tables, seats, rounds: rounds.length, seed: 0 };
  const { faults, repeats } = checkSeating(problem, rounds);
  return { faults, repeats };
}

describe('the construction', () => {
  it('seats nobody with the same person twice, for all numbers of tables and seats to 20', () => {
    const wrong: string[] = [];
    for (let tables = 1; tables <= 20; tables++) {
      for (let seats = 2; seats <= 20; seats++) {
        const { faults, repeats } = checked(tables * seats, tables);
        if (faults.length > 0 || repeats > 0) wrong.push(`${String(tables)} × ${String(seats)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('does so as well for 8 to 120 people who do not come out even', () => {
    const wrong: string[] = [];
    for (let people = 8; people <= 120; people++) {
      for (let seats = 3; seats <= 6; seats++) {
        const { faults, repeats } = checked(people, Math.ceil(people / seats));
        if (faults.length > 0 || repeats > 0) wrong.push(`${String(people)} by ${String(seats)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lasts as long as is known for the numbers it is stored for', () => {
    const lengths = (tables: number, seats: number[]) =>
      seats.map((each) => roundsWithoutRepeats(tables * each, tables));
    const table = Array.from({ length: 20 }, (_, index) => {
      const tables = index + 1;
      return `${String(tables)}: ${lengths(tables, [2, 3, 4, 5, 6, 7, 8]).join(' ')}`;
    });
    expect(table).toEqual([
      '1: 1 1 1 1 1 1 1',
      '2: 3 1 1 1 1 1 1',
      '3: 5 4 1 1 1 1 1',
      '4: 7 4 5 1 1 1 1',
      '5: 9 7 5 6 1 1 1',
      '6: 11 8 7 6 3 1 1',
      '7: 13 10 9 7 7 8 1',
      '8: 15 11 9 8 8 8 9',
      '9: 17 13 9 9 9 9 9',
      '10: 19 14 9 10 8 7 6',
      '11: 21 11 13 11 11 11 11',
      '12: 23 17 13 12 13 8 7',
      '13: 25 19 13 13 13 13 13',
      '14: 27 13 13 12 10 10 8',
      '15: 29 22 17 13 11 10 9',
      '16: 31 23 21 16 16 16 17',
      '17: 33 25 17 17 17 17 17',
      '18: 35 26 21 15 14 12 11',
      '19: 37 19 23 19 19 19 19',
      '20: 39 29 25 18 16 14 12',
    ]);
  });

  it('shares seats out for Kirkman’s fifteen in threes, for nine in threes and for pairs until everyone has met', () => {
    expect(roundsWithoutRepeats(15, 5)).toBe(7);
    expect(roundsWithoutRepeats(9, 3)).toBe(4);
    expect(roundsWithoutRepeats(40, 20)).toBe(39);
  });

  it('lasts for one round when a table holds more people than there are tables', () => {
    expect(roundsWithoutRepeats(12, 3)).toBe(1);
    expect(roundsWithoutRepeats(10, 3)).toBe(1);
    expect(roundsWithoutRepeats(7, 1)).toBe(1);
  });

  it('never ends where everyone has a table of their own', () => {
    expect(roundsWithoutRepeats(5, 5)).toBe(Infinity);
    expect(roundsWithoutRepeats(0, 1)).toBe(Infinity);
  });

  it('lasts four rounds for every mixer of 8 to 120 people whose tables are fewer than the people at one, six sixes apart', () => {
    const short: string[] = [];
    for (let people = 8; people <= 120; people++) {
      for (let seats = 3; seats <= 6; seats++) {
        const tables = Math.ceil(people / seats);
        const most = Math.ceil(people / tables);
        const rounds = roundsWithoutRepeats(people, tables);
        if (rounds < 4 && most <= tables)
          short.push(`${String(people)} at ${String(tables)}: ${String(rounds)}`);
      }
    }
    expect(short).toEqual([
      '31 at 6: 3',
      '32 at 6: 3',
      '33 at 6: 3',
      '34 at 6: 3',
      '35 at 6: 3',
      '36 at 6: 3',
    ]);
  });
});
