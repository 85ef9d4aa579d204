import { seededRandom } from '../random.ts';
import { checkCritics } from './checker.ts';
import { assignCritics } from './critics.ts';
import type { Affinity, CriticProblem, Hearing } from './input.ts';
import type { Assignment, CriticPlan, Impossible } from './plan.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Authors who hear each other: exactly k each way, nobody their own work. */
const circleOf = (
  authors: number,
  k: number,
  forbidden: readonly Hearing[] = [],
  seed: number | string = 1,
): CriticProblem => ({
  works: times(authors, () => k),
  critics: times(authors, () => ({ least: k, most: k })),
  forbidden: [...times(authors, (one) => ({ work: one, critic: one })), ...forbidden],
  seed,
});

function assigned(problem: CriticProblem): Assignment {
  const plan = assignCritics(problem);
  if (plan.kind !== 'assigned') throw new Error(JSON.stringify(plan));
  expect(checkCritics(problem, plan).faults).toEqual([]);
  return plan;
}

function impossible(problem: CriticProblem): Impossible {
  const plan = assignCritics(problem);
  if (plan.kind !== 'impossible') throw new Error('It was possible');
  expect(checkCritics(problem, plan).faults).toEqual([]);
  return plan;
}

const whoHears = (plan: Assignment, work: number) =>
  plan.hearings.filter((one) => one.work === work).map(({ critic }) => critic);

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((x, y) => x.at - y.at)
    .map(({ one }) => one);

/** A room with topics: works and critics lean to a few of twelve topics, and meet where they lean the same way. */
function topics(works: number, critics: number, seed: number): Affinity[] {
  const random = seededRandom(seed);
  const leanings = () => {
    const raw = times(12, () => random() ** 8);
    const sum = raw.reduce((total, one) => total + one, 0);
    return raw.map((one) => one / sum);
  };
  const about = times(works, leanings);
  const knows = times(critics, leanings);
  return about.flatMap((work, at) =>
    knows.map((critic, index) => {
      const score = Math.round(1000 * work.reduce((sum, one, topic) => sum + one * critic[topic]!, 0));
      return { work: at, critic: index, score };
    }),
  );
}

interface Best {
  worst: number;
  total: number;
}

/** Tries every set of critics for each work in turn. */
function tryEverything(problem: CriticProblem): Best | undefined {
  const { works, critics, affinities = [], forbidden = [], fixed = [] } = problem;
  const scoreOf = (work: number, critic: number) =>
    affinities.find((one) => one.work === work && one.critic === critic)?.score ?? 0;
  const scores = works.map((_, work) => critics.map((_, critic) => scoreOf(work, critic)));
  const maskOf = (list: readonly Hearing[], work: number) =>
    list.filter((one) => one.work === work).reduce((mask, { critic }) => mask | (1 << critic), 0);
  const bits = (mask: number) => critics.flatMap((_, critic) => (mask & (1 << critic) ? [critic] : []));
  const choices = works.map((count, work) =>
    times(1 << critics.length, (mask) => mask).filter(
      (mask) =>
        bits(mask).length === count &&
        (mask & maskOf(forbidden, work)) === 0 &&
        (mask & maskOf(fixed, work)) === maskOf(fixed, work),
    ),
  );
  const isOpen = works.map((count, work) => count > bits(maskOf(fixed, work)).length);
  const load = critics.map(() => 0);
  let best: Best | undefined;
  const visit = (work: number, worst: number, total: number): void => {
    if (work === works.length) {
      if (critics.some(({ least }, critic) => load[critic]! < least)) return;
      if (!best || worst > best.worst || (worst === best.worst && total > best.total))
        best = { worst, total };
      return;
    }
    for (const mask of choices[work]!) {
      const chosen = bits(mask);
      if (chosen.some((critic) => load[critic]! >= critics[critic]!.most)) continue;
      const worth = chosen.reduce((sum, critic) => sum + scores[work]![critic]!, 0);
      for (const critic of chosen) load[critic]! += 1;
      visit(work + 1, isOpen[work] ? Math.min(worst, worth) : worst, total + worth);
      for (const critic of chosen) load[critic]! -= 1;
    }
  };
  visit(0, Infinity, 0);
  return best && { ...best, worst: best.worst === Infinity ? 0 : best.worst };
}

/** The places left empty when critics are dealt as well as they can be, whatever the critics' least: tries everything. */
function fewestMissing({ works, critics, forbidden = [] }: CriticProblem): number {
  const load = critics.map(() => 0);
  const visit = (work: number, critic: number, open: number): number => {
    if (work === works.length) return 0;
    if (critic === critics.length) return open + visit(work + 1, 0, works[work + 1] ?? 0);
    const without = visit(work, critic + 1, open);
    const isForbidden = forbidden.some((one) => one.work === work && one.critic === critic);
    if (open === 0 || isForbidden || load[critic]! >= critics[critic]!.most) return without;
    load[critic]! += 1;
    const taking = visit(work, critic + 1, open - 1);
    load[critic]! -= 1;
    return Math.min(without, taking);
  };
  return visit(0, 0, works[0] ?? 0);
}

/** Rooms small enough to try everything, up to 5 × 5, many ties, many impossible. */
function smallRoom(random: () => number, seed: number): CriticProblem {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [works, critics] = [1 + upTo(4), 1 + upTo(4)];
  const highest = [2, 1000, 1][upTo(2)]!;
  const cells = times(works * critics, (cell) => ({
    work: Math.floor(cell / critics),
    critic: cell % critics,
  }));
  const forbidden = cells.filter(() => random() < 0.15);
  const affinities = cells
    .filter(() => random() < 0.8)
    .map((one) => ({ ...one, score: upTo(highest) * (highest === 1 ? 1000 : 1) }));
  const problem = {
    works: times(works, () => 1 + upTo(Math.min(1, critics - 1))),
    critics: times(critics, () => ({ least: upTo(1), most: 2 + upTo(2) })),
    affinities,
    forbidden,
    seed,
  };
  const pin = cells.find((one) => !forbidden.includes(one));
  return pin && random() < 0.3 ? { ...problem, fixed: [pin] } : problem;
}

describe('authors who hear each other', () => {
  it('have exactly k critics each and give exactly k, and nobody hears their own work', () => {
    const plan = assigned(circleOf(7, 3));
    expect(plan.hearings).toHaveLength(21);
    for (const one of times(7, (index) => index)) {
      expect(whoHears(plan, one)).toHaveLength(3);
      expect(plan.hearings.filter(({ critic }) => critic === one)).toHaveLength(3);
      expect(whoHears(plan, one)).not.toContain(one);
    }
  });

  it('are dealt around a circle that the seed draws', () => {
    const hear = (seed: string) =>
      times(7, (work) => whoHears(assigned(circleOf(7, 2, [], seed)), work).join());
    expect(hear('spring')).toEqual(['4,6', '0,3', '1,5', '0,4', '2,6', '1,3', '2,5']);
    expect(hear('autumn')).toEqual(['3,5', '0,4', '1,4', '2,6', '0,5', '3,6', '1,2']);
  });

  it('never hear a work forbidden to them, whatever the size: exactly k each way, or the reason why not', () => {
    const random = seededRandom('circles');
    const impossibilities: string[] = [];
    for (let authors = 4; authors <= 60; authors++) {
      for (const k of [2, 3, 4]) {
        const share = 0.3 * random();
        const forbidden = times(Math.round(share * authors * authors), () => ({
          work: Math.floor(random() * authors),
          critic: Math.floor(random() * authors),
        }));
        const problem = circleOf(authors, k, forbidden, authors);
        const plan = assignCritics(problem);
        expect([authors, k, ...checkCritics(problem, plan).faults]).toEqual([authors, k]);
        if (plan.kind === 'impossible') impossibilities.push(`${authors} with ${k}`);
      }
    }
    expect(impossibilities).toEqual([
      '4 with 2',
      '4 with 3',
      '4 with 4',
      '5 with 4',
      '6 with 3',
      '6 with 4',
      '7 with 4',
    ]);
  });

  it('are given again around the swaps a host made by hand', () => {
    const first = assigned(circleOf(9, 3));
    const [old] = whoHears(first, 0);
    const wanted = times(9, (one) => one).find((one) => one !== 0 && !whoHears(first, 0).includes(one))!;
    const problem = { ...circleOf(9, 3, [{ work: 0, critic: old! }]), fixed: [{ work: 0, critic: wanted }] };
    const second = assigned(problem);
    expect(whoHears(second, 0)).toContain(wanted);
    expect(whoHears(second, 0)).not.toContain(old);
    expect(second.hearings.filter(({ fixed }) => fixed)).toEqual([
      { work: 0, critic: wanted, score: 0, fixed: true },
    ]);
  });
});

describe('assigning critics', () => {
  it('serves the worst-served work first, then the total', () => {
    const affinities = [
      [0, 0, 900],
      [0, 1, 400],
      [1, 0, 300],
      [1, 1, 0],
    ].map(([work = 0, critic = 0, score = 0]) => ({ work, critic, score }));
    const problem = { works: [1, 1], critics: times(2, () => ({ least: 1, most: 1 })), affinities, seed: 1 };
    expect(assigned(problem)).toMatchObject({
      total: 700,
      worst: 300,
      hearings: [
        { work: 0, critic: 1, score: 400, fixed: false },
        { work: 1, critic: 0, score: 300, fixed: false },
      ],
      certificate: { worstBound: 300, totalBound: 700 },
    });
  });

  it('reaches the best minimum and the best total at it wherever everything can be tried', () => {
    const random = seededRandom('everything');
    const seen = {
      possible: 0,
      impossible: 0,
      bestMinimum: 0,
      bestTotal: 0,
      falseBounds: 0,
      provedMinimum: 0,
    };
    for (let seed = 0; seed < 800; seed++) {
      const problem = smallRoom(random, seed);
      const best = tryEverything(problem);
      const plan = assignCritics(problem);
      expect(checkCritics(problem, plan).faults).toEqual([]);
      expect(plan.kind).toBe(best ? 'assigned' : 'impossible');
      if (!best || plan.kind === 'impossible') {
        seen.impossible += 1;
        continue;
      }
      seen.possible += 1;
      if (plan.worst === best.worst) seen.bestMinimum += 1;
      if (plan.worst === best.worst && plan.total === best.total) seen.bestTotal += 1;
      if (plan.certificate.worstBound < best.worst) seen.falseBounds += 1;
      if (plan.worst === best.worst && plan.certificate.totalBound < best.total) seen.falseBounds += 1;
      if (plan.certificate.worstBound === best.worst) seen.provedMinimum += 1;
    }
    expect(seen).toEqual({
      possible: 500,
      impossible: 300,
      bestMinimum: 500,
      bestTotal: 500,
      falseBounds: 0,
      provedMinimum: 497,
    });
  });

  it.each([
    [118, 177, 3, 2],
    [177, 118, 2, 3],
  ])('serves %i works by %i critics, %i and %i exactly, near the proved best', (works, critics, k, load) => {
    const problem = {
      works: times(works, () => k),
      critics: times(critics, () => ({ least: load, most: load })),
      affinities: topics(works, critics, works),
      seed: 7,
    };
    const { worst, total, certificate } = assigned(problem);
    expect(worst / certificate.worstBound).toBeGreaterThanOrEqual(0.9);
    expect(total / certificate.totalBound).toBeGreaterThanOrEqual(0.975);
  });

  it('pins what a dozen works with topics get', () => {
    const problem = { ...circleOf(12, 3), affinities: topics(12, 12, 5) };
    const { worst, total, hearings, certificate } = assigned(problem);
    expect([worst, total, certificate.worstBound, certificate.totalBound]).toEqual([191, 5454, 191, 5500]);
    const critics = times(12, (work) =>
      hearings.filter((one) => one.work === work).map(({ critic }) => critic),
    );
    expect(critics.map((list) => list.join())).toEqual([
      '3,5,6',
      '4,6,11',
      '0,5,7',
      '1,2,9',
      '0,2,3',
      '1,7,10',
      '8,10,11',
      '1,9,10',
      '4,6,11',
      '2,4,8',
      '0,3,7',
      '5,8,9',
    ]);
  });

  it('proves the minimum where too few critics are any good', () => {
    const random = seededRandom('experts');
    const affinities = times(144, (cell) => {
      const score = cell % 12 < 5 ? Math.round(600 + 400 * random()) : Math.round(100 * random());
      return { work: Math.floor(cell / 12), critic: cell % 12, score };
    });
    const plan = assigned({
      works: times(12, () => 2),
      critics: times(12, () => ({ least: 2, most: 2 })),
      affinities,
      seed: 1,
    });
    // Five experts with two places each for twelve works: two works have none.
    expect({ worst: plan.worst, worstBound: plan.certificate.worstBound, total: plan.total }).toEqual({
      worst: 188,
      worstBound: 197,
      total: 10_368,
    });
  });

  it('leaves critics idle between their least and most, and takes the better ones', () => {
    const affinities = times(6, (cell) => ({
      work: Math.floor(cell / 3),
      critic: cell % 3,
      score: [10, 500, 400][cell % 3]!,
    }));
    const critics = [
      { least: 0, most: 2 },
      { least: 0, most: 2 },
      { least: 1, most: 2 },
    ];
    expect(assigned({ works: [1, 1], critics, affinities, seed: 1 })).toMatchObject({
      worst: 400,
      total: 900,
    });
  });

  it('counts what is fixed, and takes no work into the minimum that has nothing left to fill', () => {
    const affinities = [
      { work: 0, critic: 0, score: 5 },
      { work: 1, critic: 1, score: 800 },
      { work: 1, critic: 2, score: 700 },
    ];
    const critics = times(3, () => ({ least: 0, most: 1 }));
    const problem = {
      works: [1, 2],
      critics,
      affinities,
      fixed: [
        { work: 0, critic: 0 },
        { work: 1, critic: 2 },
      ],
      seed: 1,
    };
    expect(assigned(problem)).toMatchObject({
      worst: 1500,
      total: 1505,
      certificate: { worstBound: 1500, totalBound: 1505 },
    });
    const all = { ...problem, fixed: [...problem.fixed, { work: 1, critic: 1 }] };
    expect(assigned(all)).toMatchObject({
      worst: 0,
      total: 1505,
      certificate: { worstBound: 0, totalBound: 1505 },
    });
  });

  it.each([
    ['nobody', { works: [], critics: [], seed: 1 }],
    ['critics without works', { works: [], critics: [{ least: 0, most: 3 }], seed: 1 }],
  ] as const)('has an empty answer for %s', (_, problem) => {
    expect(assigned(problem)).toMatchObject({
      hearings: [],
      total: 0,
      worst: 0,
      certificate: { worstBound: 0, totalBound: 0 },
    });
  });

  it('gives the same answer for the same problem in any order', () => {
    const random = seededRandom('order');
    const affinities = topics(14, 14, 3).map((one) => ({ ...one, score: Math.round(one.score / 100) }));
    const circle = circleOf(14, 3, [
      { work: 1, critic: 2 },
      { work: 2, critic: 1 },
      { work: 1, critic: 2 },
    ]);
    const problem = {
      ...circle,
      affinities,
      fixed: [
        { work: 3, critic: 4 },
        { work: 3, critic: 5 },
      ],
    };
    const expected = JSON.stringify(assignCritics(problem));
    for (let run = 0; run < 10; run++) {
      const other = {
        ...problem,
        affinities: shuffled(problem.affinities, random),
        forbidden: shuffled(problem.forbidden!, random),
        fixed: shuffled(problem.fixed, random),
      };
      expect(JSON.stringify(assignCritics(other))).toBe(expected);
    }
  });

  it('finds the same worth and the same lack whatever the numbers of works and critics', () => {
    const random = seededRandom('names');
    for (let seed = 0; seed < 200; seed++) {
      const problem = smallRoom(random, seed);
      const toWork = shuffled(
        problem.works.map((_, work) => work),
        random,
      );
      const toCritic = shuffled(
        problem.critics.map((_, critic) => critic),
        random,
      );
      const rename = <T extends Hearing>(one: T): T => ({
        ...one,
        work: toWork[one.work]!,
        critic: toCritic[one.critic]!,
      });
      const other: CriticProblem = {
        ...problem,
        works: toWork.map((_, at) => problem.works[toWork.indexOf(at)]!),
        critics: toCritic.map((_, at) => problem.critics[toCritic.indexOf(at)]!),
        forbidden: problem.forbidden!.map(rename),
        affinities: problem.affinities!.map(rename),
        fixed: (problem.fixed ?? []).map(rename),
      };
      const essence = (plan: CriticPlan, work: readonly number[], critic: readonly number[]) => {
        if (plan.kind === 'assigned') return { worst: plan.worst, total: plan.total };
        const ascending = (names: readonly number[]) => names.toSorted((x, y) => x - y);
        const { works, critics, ...numbers } = plan.reason;
        return {
          ...numbers,
          works: ascending(works.map((one) => work[one]!)),
          critics: ascending(critics.map((one) => critic[one]!)),
        };
      };
      const itself = times(5, (name) => name);
      const renamed = essence(assignCritics(problem), toWork, toCritic);
      expect(essence(assignCritics(other), itself, itself)).toEqual(renamed);
    }
  });
});

describe('why critics cannot be assigned', () => {
  it('names the works that need more than their critics can give', () => {
    const onlyTwo = [3, 7].flatMap((work) =>
      times(8, (critic) => ({ work, critic })).filter(({ critic }) => critic > 1 && critic !== work),
    );
    const { reason } = impossible(circleOf(8, 3, onlyTwo));
    expect(reason).toEqual({
      side: 'works',
      works: [3, 7],
      critics: [0, 1],
      needed: 6,
      available: 4,
      short: 2,
    });
  });

  it('names the critics who should hear more works than they may', () => {
    const problem = {
      works: [1, 1, 1],
      critics: [
        { least: 2, most: 3 },
        { least: 0, most: 3 },
        { least: 0, most: 3 },
      ],
      forbidden: [
        { work: 0, critic: 0 },
        { work: 2, critic: 0 },
      ],
      seed: 1,
    };
    expect(impossible(problem).reason).toEqual({
      side: 'critics',
      works: [1],
      critics: [0],
      needed: 2,
      available: 1,
      short: 1,
    });
  });

  it('names everybody where all works ask for more than all critics give', () => {
    const problem = { works: [2, 2], critics: times(3, () => ({ least: 0, most: 1 })), seed: 1 };
    expect(impossible(problem).reason).toEqual({
      side: 'works',
      works: [0, 1],
      critics: [0, 1, 2],
      needed: 4,
      available: 3,
      short: 1,
    });
  });

  it('counts what the fixed hearings leave', () => {
    const problem = {
      works: [2, 1],
      critics: [
        { least: 0, most: 1 },
        { least: 0, most: 2 },
      ],
      fixed: [{ work: 1, critic: 0 }],
      seed: 1,
    };
    expect(impossible(problem).reason).toEqual({
      side: 'works',
      works: [0],
      critics: [0, 1],
      needed: 2,
      available: 1,
      short: 1,
    });
  });

  it('counts the fewest places that any assignment misses', () => {
    const random = seededRandom('short');
    const pairs: string[] = [];
    for (let seed = 0; seed < 300; seed++) {
      const problem = { ...smallRoom(random, seed), fixed: [] };
      const plan = assignCritics(problem);
      if (plan.kind === 'impossible' && plan.reason.side === 'works') {
        pairs.push(`${plan.reason.short} of ${fewestMissing(problem)}`);
      }
    }
    expect(pairs.length).toBeGreaterThan(50);
    expect(pairs.filter((one) => new Set(one.split(' of ')).size > 1)).toEqual([]);
  });

  it.each([
    ['one author alone', circleOf(1, 1), { works: [0], critics: [], needed: 1, available: 0, short: 1 }],
    [
      'works without critics',
      { works: [1, 2], critics: [], seed: 1 },
      { works: [0, 1], critics: [], needed: 3, available: 0, short: 3 },
    ],
    [
      'critics who must hear works that are not there',
      { works: [], critics: [{ least: 2, most: 2 }], seed: 1 },
      { side: 'critics', critics: [0], needed: 2, available: 0, short: 2 },
    ],
    [
      'three authors, all forbidden',
      circleOf(
        3,
        1,
        times(9, (cell) => ({ work: Math.floor(cell / 3), critic: cell % 3 })),
      ),
      { works: [0, 1, 2], critics: [], needed: 3, available: 0, short: 3 },
    ],
  ] as const)('says it of %s', (_, problem, reason) => {
    expect(impossible(problem).reason).toMatchObject(reason);
  });
});
