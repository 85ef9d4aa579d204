import { checkCritics } from './checker.ts';
import { assignCritics } from './critics.ts';
import type { CriticProblem } from './input.ts';
import type { Assignment, Impossible } from './plan.ts';

/** Two works with two critics each of four; one hearing is fixed, one forbidden. */
const problem: CriticProblem = {
  works: [2, 2],
  critics: [
    { least: 1, most: 2 },
    { least: 1, most: 2 },
    { least: 0, most: 1 },
    { least: 0, most: 1 },
  ],
  affinities: [
    { work: 0, critic: 0, score: 300 },
    { work: 0, critic: 1, score: 500 },
    { work: 0, critic: 2, score: 200 },
    { work: 1, critic: 0, score: 400 },
    { work: 1, critic: 2, score: 900 },
    { work: 1, critic: 3, score: 100 },
  ],
  forbidden: [{ work: 1, critic: 1 }],
  fixed: [{ work: 1, critic: 3 }],
  seed: 1,
};

const plan = assignCritics(problem) as Assignment;
const faultsOf = (changes: Partial<Assignment>) => checkCritics(problem, { ...plan, ...changes }).faults;
const certifiedBy = (changes: Partial<Assignment['certificate']>) =>
  faultsOf({ certificate: { ...plan.certificate, ...changes } });
const heard = (work: number, critic: number, score: number, fixed = false) => ({
  work,
  critic,
  score,
  fixed,
});

describe('checking an assignment of critics', () => {
  it('finds its worth and its bound by itself', () => {
    expect(plan.hearings).toEqual([
      heard(0, 0, 300),
      heard(0, 1, 500),
      heard(1, 2, 900),
      heard(1, 3, 100, true),
    ]);
    expect(checkCritics(problem, plan)).toEqual({ faults: [], total: 1800, worst: 800, totalBound: 1800 });
  });

  it('names a hearing that stands twice, is forbidden, is unknown or has its score or its mark wrong', () => {
    const hearings = [
      heard(0, 1, 500),
      heard(0, 1, 500),
      heard(1, 1, 0),
      heard(1, 3, 101),
      heard(2, 0, 0),
      heard(0, 4, 0),
    ];
    expect(faultsOf({ hearings })).toEqual(
      expect.arrayContaining([
        'critic 1 with work 0 stands twice',
        'critic 1 with work 1 is forbidden',
        'critic 3 with work 1 is marked wrongly as fixed or not',
        'critic 3 with work 1 has its score wrong',
        'critic 0 with work 2 is unknown',
        'critic 4 with work 0 is unknown',
      ]),
    );
  });

  it('names a fixed hearing that is missing, a work with too few critics and critics with too many or too few', () => {
    const hearings = [heard(0, 1, 500), heard(0, 2, 200), heard(1, 2, 900)];
    expect(faultsOf({ hearings, worst: 700, total: 1600 })).toEqual([
      'the fixed critic 3 with work 1 is missing',
      'work 1 has 1 critics, not 2',
      'critic 0 hears 0 works, not 1 to 2',
      'critic 2 hears 2 works, not 0 to 1',
    ]);
  });

  it('names totals that are not true', () => {
    expect(faultsOf({ worst: 801 })).toEqual(['the worst-served work has 800, not 801']);
    expect(faultsOf({ total: 1801 })).toEqual(['the total is 1800, not 1801']);
  });

  it('believes no bound that its prices do not prove', () => {
    const { worstPrices, totalPrices } = plan.certificate;
    expect(certifiedBy({ worstBound: 799 })).toEqual([
      'the bound 799 is below the worst-served work',
      'the prices do not prove that 799 is the best minimum',
    ]);
    expect(certifiedBy({ totalBound: 1799 })).toEqual(['the prices prove a bound of 1800, not 1799']);
    expect(certifiedBy({ totalBound: 1801 })).toEqual([]);
    expect(certifiedBy({ worstPrices: { ...worstPrices, weights: [0, 0] } })).toEqual([
      'the prices do not prove that 800 is the best minimum',
    ]);
    expect(certifiedBy({ totalPrices: { ...totalPrices, weights: [999, 1000] } })).toEqual([
      'the prices prove a bound of Infinity, not 1800',
    ]);
    expect(certifiedBy({ totalPrices: { ...totalPrices, works: [], critics: [] } })).toEqual([
      'the prices prove a bound of 2400, not 1800',
    ]);
  });
});

describe('checking why critics cannot be assigned', () => {
  const narrow: CriticProblem = {
    works: [2, 1, 1],
    critics: [
      { least: 0, most: 1 },
      { least: 2, most: 2 },
      { least: 0, most: 3 },
    ],
    forbidden: [
      { work: 0, critic: 2 },
      { work: 1, critic: 2 },
      { work: 2, critic: 1 },
    ],
    fixed: [],
    seed: 1,
  };
  const sound = assignCritics({ ...narrow, works: [2, 2, 1] }) as Impossible;
  const faults = (changes: Partial<Impossible['reason']>) =>
    checkCritics(
      { ...narrow, works: [2, 2, 1] },
      { kind: 'impossible', reason: { ...sound.reason, ...changes } },
    ).faults;

  it('verifies the set by itself', () => {
    expect(sound.reason).toEqual({
      side: 'works',
      works: [0, 1],
      critics: [0, 1],
      needed: 4,
      available: 3,
      short: 1,
    });
    expect(faults({})).toEqual([]);
  });

  it('names what is not true of it', () => {
    expect(faults({ needed: 5 })).toEqual(['they need 4 places, not 5']);
    expect(faults({ available: 2 })).toEqual(['there are 3 places for them, not 2']);
    expect(faults({ short: 2 })).toEqual(['they are short of 1 places, not 2']);
    expect(faults({ critics: [0] })).toEqual(['the partners named are not all those allowed']);
    expect(faults({ works: [0, 0], needed: 4, available: 2, short: 2 })).toContain('somebody is named twice');
    expect(faults({ works: [2], critics: [0, 2], needed: 1, available: 2, short: -1 })).toEqual([
      'they have all the places they need',
    ]);
  });

  it('verifies a set of critics as well', () => {
    const few: CriticProblem = { ...narrow, works: [1, 1], forbidden: [{ work: 1, critic: 1 }] };
    const reason = { side: 'critics', works: [0], critics: [1], needed: 2, available: 1, short: 1 } as const;
    expect(assignCritics(few)).toEqual({ kind: 'impossible', reason });
    const lie = { ...reason, works: [0, 1], available: 2, short: 0 };
    expect(checkCritics(few, { kind: 'impossible', reason: lie }).faults).toEqual([
      'the partners named are not all those allowed',
      'there are 1 places for them, not 2',
      'they are short of 1 places, not 0',
    ]);
  });
});
