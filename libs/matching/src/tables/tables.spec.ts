import { seededRandom } from '../random.ts';
import { checkSeating } from './checker.ts';
import type { TablesProblem } from './input.ts';
import { roundsWithoutRepeats, seatTables, type SeatingPlan } from './tables.ts';

/** A room by seed: some pairs share topics, some an employer, few must not meet. */
function room(people: number, seats: number, rounds: number, seed: number): TablesProblem {
  const random = seededRandom(`room ${String(seed)}`);
  const forbidden: [number, number][] = [];
  const apart: { a: number; b: number; penalty: number }[] = [];
  const affinity: { a: number; b: number; gain: number }[] = [];
  for (let a = 0; a < people; a++) {
    for (let b = 0; b < a; b++) {
      const drawn = random();
      if (drawn < 0.3) affinity.push({ a, b, gain: 50 + Math.floor(random() * 100) });
      else if (drawn < 0.35) apart.push({ a, b, penalty: 300 });
      else if (drawn < 0.36) forbidden.push([a, b]);
    }
  }
  return { people, tables: Math.ceil(people / seats), seats, rounds, forbidden, apart, affinity, seed };
}

/** What the plan says of itself is what the checker finds. */
function expectHonest(problem: TablesProblem, plan: SeatingPlan): void {
  const { rounds, certificate, ...claims } = plan;
  expect(checkSeating(problem, rounds)).toEqual({ faults: [], ...certificate, ...claims });
}

const worth = ({ affinity, penalty }: SeatingPlan) => affinity - penalty;

describe('tables over rounds', () => {
  it('seats 8 to 120 people at tables of 3 to 6 without a repeat whenever a construction exists', () => {
    const random = seededRandom('sizes');
    for (let people = 8; people <= 120; people += 7) {
      const seats = 3 + Math.floor(random() * 4);
      const rounds = Math.min(4, roundsWithoutRepeats(people, Math.ceil(people / seats)));
      const problem = room(people, seats, rounds, people);
      const plan = seatTables({ ...problem, forbidden: [] });
      expectHonest({ ...problem, forbidden: [] }, plan);
      expect(plan).toMatchObject({ repeats: 0, certificate: { fewestRepeats: 0 } });
    }
  });

  it.each([
    [15, 3, 7],
    [9, 3, 4],
    [16, 4, 5],
    [18, 3, 8],
    [12, 2, 11],
    [49, 7, 8],
  ])(
    'has no repeat for %i people in tables of %i over all %i rounds, whatever is wished',
    (people, seats, rounds) => {
      const problem = { ...room(people, seats, rounds, 3), forbidden: [] };
      const plan = seatTables(problem);
      expectHonest(problem, plan);
      expect(plan.repeats).toBe(0);
    },
  );

  it('keeps forbidden pairs and known pairs apart, and brings more of those together who share a topic', () => {
    const problem = room(60, 5, 3, 1);
    const plan = seatTables(problem);
    const drawn = checkSeating(
      problem,
      seatTables({ people: 60, tables: 12, seats: 5, rounds: 3, seed: 1 }).rounds,
    );
    expectHonest(problem, plan);
    expect(plan).toMatchObject({ repeats: 0, together: [], penalty: 0 });
    expect(drawn.together).not.toEqual([]);
    expect(drawn.penalty).toBeGreaterThan(1000);
    expect(plan.affinity).toBeGreaterThan(2 * drawn.affinity);
  });

  it('never seats worse than the construction it began with', () => {
    for (const [people, seats, rounds] of [
      [15, 3, 7],
      [30, 5, 5],
      [24, 4, 3],
    ] as const) {
      const problem = { ...room(people, seats, rounds, 5), forbidden: [] };
      const bare = seatTables({ ...problem, apart: [], affinity: [] });
      const { penalty, affinity } = checkSeating(problem, bare.rounds);
      expect(worth(seatTables(problem))).toBeGreaterThanOrEqual(affinity - penalty);
    }
  });

  it('takes a repeat rather than a forbidden pair', () => {
    const wishes: TablesProblem = { people: 9, tables: 3, seats: 3, rounds: 4, forbidden: [[4, 7]], seed: 1 };
    const plan = seatTables(wishes);
    expectHonest(wishes, plan);
    expect(plan.together).toEqual([]);
    expect(plan.repeats).toBeGreaterThan(0);
    expect(seatTables({ ...wishes, forbidden: [] }).repeats).toBe(0);
  });

  it('says so where forbidden pairs cannot be kept apart', () => {
    const forbidden: [number, number][] = [
      [0, 1],
      [2, 0],
      [1, 2],
    ];
    const plan = seatTables({ people: 4, tables: 2, seats: 2, rounds: 1, forbidden, seed: 1 });
    expect(plan.together).toHaveLength(1);
  });

  it('finds the fewest repeats that can be where tables hold more people than there are tables', () => {
    for (const [people, tables, repeats] of [
      [12, 3, 3],
      [8, 2, 4],
      [24, 4, 8],
    ] as const) {
      const plan = seatTables({ people, tables, seats: people / tables, rounds: 2, seed: 1 });
      expect(plan).toMatchObject({ repeats, certificate: { fewestRepeats: repeats } });
    }
  });

  it('adds few repeats with a round more than the construction has', () => {
    const plan = seatTables({ people: 30, tables: 6, seats: 5, rounds: 7, seed: 1 });
    expect(plan.certificate.fewestRepeats).toBe(0);
    expect(plan.repeats).toBeLessThan(35);
  });

  it('leaves kept rounds as they are and seats the others without meeting anybody again', () => {
    const keep = seatTables({ ...room(60, 5, 2, 2), seed: 'first' }).rounds;
    const problem = { ...room(60, 5, 4, 2), keep };
    const plan = seatTables(problem);
    expectHonest(problem, plan);
    expect(plan.rounds.slice(0, 2)).toEqual(keep);
    expect(plan).toMatchObject({ repeats: 0, together: [] });
  });

  it('keeps rounds in which somebody was missing or a table was fuller', () => {
    const keep = [[[0, 1, 2, 3], [4, 5], [6]]];
    const problem = { people: 9, tables: 3, seats: 3, rounds: 2, keep, seed: 1 };
    const plan = seatTables(problem);
    expectHonest(problem, plan);
    expect(plan.repeats).toBe(1);
  });

  it('changes nothing where all rounds are kept', () => {
    const keep = [
      [
        [3, 1],
        [0, 2],
      ],
    ];
    const affinity = [{ a: 0, b: 1, gain: 9 }];
    const problem = { people: 4, tables: 2, seats: 2, rounds: 1, keep, affinity, seed: 1 };
    expect(seatTables(problem).rounds).toEqual(keep);
  });

  it('is the same for the same seed, whatever the order and the side of the pairs', () => {
    const problem = room(40, 4, 3, 4);
    const turned: TablesProblem = {
      ...problem,
      forbidden: problem.forbidden!.map(([a, b]): [number, number] => [b, a]).reverse(),
      apart: problem.apart!.map(({ a, b, penalty }) => ({ a: b, b: a, penalty })).reverse(),
      affinity: problem.affinity!.map(({ a, b, gain }) => ({ a: b, b: a, gain })).reverse(),
    };
    const plan = JSON.stringify(seatTables(problem));
    expect(JSON.stringify(seatTables(turned))).toBe(plan);
    expect(JSON.stringify(seatTables({ ...problem, seed: 5 }))).not.toBe(plan);
  });

  it('is the same on every machine', () => {
    const { rounds } = seatTables({ ...room(10, 3, 2, 6), forbidden: [[0, 1]] });
    expect(rounds.map((round) => round.map((table) => table.join(' ')).join(' | '))).toEqual([
      '2 3 8 | 0 5 | 1 9 | 4 6 7',
      '1 7 | 0 3 6 | 2 4 5 | 8 9',
    ]);
  });

  it('seats nobody, one person, and everyone alone', () => {
    expect(seatTables({ people: 0, tables: 2, seats: 3, rounds: 2, seed: 1 }).rounds).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(seatTables({ people: 1, tables: 1, seats: 1, rounds: 1, seed: 1 }).rounds).toEqual([[[0]]]);
    expect(seatTables({ people: 3, tables: 3, seats: 2, rounds: 9, seed: 1 }).repeats).toBe(0);
    expect(seatTables({ people: 3, tables: 1, seats: 3, rounds: 0, seed: 1 }).rounds).toEqual([]);
    const plan = seatTables({ people: 3, tables: 1, seats: 3, rounds: 2, forbidden: [[0, 1]], seed: 1 });
    expect(plan).toMatchObject({ repeats: 3, certificate: { fewestRepeats: 3 }, together: [[0, 1]] });
  });

  it('tells its progress from 0 to 1, and stops when that throws', () => {
    const told: number[] = [];
    const problem = { ...room(36, 6, 5, 7) };
    seatTables(problem, { progress: (share) => told.push(share) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(100);
    const stop = () => {
      throw new Error('left');
    };
    expect(() => seatTables(problem, { progress: stop })).toThrow('left');
  });
});
