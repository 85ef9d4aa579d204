import { type ProfileInput, fixedWeights } from '#libs/domain';
import { planSuggestions } from './suggestion-plan.ts';
import type { SuggestionPlan, SuggestionPerson, SuggestionProblem } from './suggestion-problem.ts';

const person = (attendeeId: string, cap = 2, profile: ProfileInput = {}): SuggestionPerson => ({
  attendeeId,
  cap,
  profile,
});
const ten = (cap: (place: number) => number = () => 2): SuggestionPerson[] =>
  Array.from({ length: 10 }, (_, place) => person(`guest ${place}`, cap(place)));
const plan = (people: SuggestionPerson[], given: Partial<SuggestionProblem> = {}) =>
  planSuggestions({
    seed: 'an evening',
    first: 'everyone',
    people,
    kept: [],
    forbidden: [],
    closed: [],
    synonyms: [],
    answers: [],
    knownInCommon: [],
    shown: [],
    wildcards: 0,
    repair: null,
    wishes: [],
    weights: fixedWeights,
    ...given,
  });
const pairsOf = ({ pairs }: SuggestionPlan) => pairs.map(({ a, b }) => `${a}-${b}`).sort();
const load = ({ pairs }: SuggestionPlan, place: number) =>
  pairs.filter(({ a, b }) => a === place || b === place).length;

/** Two hubs whom everybody needs, and guests of whom the hubs need only the first ones. */
const seekers = (): SuggestionPerson[] => [
  person('a star', 2, { crafts: ['foley'], canHelpWith: ['foley'], lookingFor: ['mixing'] }),
  person('a friend', 1, { lookingFor: ['foley'], canHelpWith: ['mixing'] }),
  person('a second friend', 1, { lookingFor: ['foley'], canHelpWith: ['mixing'] }),
  person('a stranger', 1, { crafts: ['contracts'] }),
];

describe('what people shared at a critique session', () => {
  const four = (): SuggestionPerson[] => ['ana', 'ben', 'cleo', 'dan'].map((id) => person(id, 1));

  it('brings those together who sat at one small table, and says so to both', () => {
    for (const [a, b] of [
      [0, 3],
      [1, 2],
    ] as const) {
      const planned = plan(four(), { tables: [[a, b]], seed: 'an evening without chance', wildcards: 1 });
      const pair = planned.pairs.find((one) => one.a === a && one.b === b);
      expect(pair).toMatchObject({ reasonForA: { code: 'same-table' }, reasonForB: { code: 'same-table' } });
    }
  });

  it('brings an author to the critic they thanked, and tells nobody why', () => {
    const planned = plan(four(), { thanks: [[3, 0]], wildcards: 1 });
    const pair = planned.pairs.find(({ a, b }) => a === 0 && b === 3);
    expect(pair).toMatchObject({
      reasonForA: { code: 'same-evening' },
      reasonForB: { code: 'same-evening' },
    });
  });

  it('is nothing where nobody shared anything (control)', () => {
    const codes = plan(four(), { wildcards: 1 }).pairs.flatMap(({ reasonForA, reasonForB }) => [
      reasonForA.code,
      reasonForB.code,
    ]);
    expect(codes.join()).not.toMatch(/table|critique/);
  });
});

describe('a plan of suggestions', () => {
  it('is the same each time', () => {
    expect(plan(ten())).toEqual(plan(ten()));
  });

  it('leaves nobody out who can have somebody, and nobody over their cap', () => {
    const people = ten((place) => 1 + (place % 3));
    const planned = plan(people);
    people.forEach(({ cap }, place) => {
      expect(load(planned, place)).toBeGreaterThanOrEqual(1);
      expect(load(planned, place)).toBeLessThanOrEqual(cap);
    });
  });

  it('covers two crowds of 151 who have nothing in common, so that one pair must be across', () => {
    const people = Array.from({ length: 302 }, (_, place) => {
      const need = [place % 2 === 0 ? 'foley' : 'contracts'];
      return person(`guest ${place}`, 1, { lookingFor: need, canHelpWith: need });
    });
    // So many stand that none is drawn by chance.
    const planned = plan(people, { wildcards: 302 });
    expect(planned.outcome).toMatchObject({ people: 302, covered: 302, coverable: 302 });
    expect(planned.pairs.filter(({ a, b }) => (a + b) % 2 === 1)).toHaveLength(1);
  });

  it('draws one in five by chance, and others for another evening', () => {
    const wild = (seed: string) =>
      plan(ten(), { seed })
        .pairs.filter(({ source }) => source === 'wildcard')
        .map(({ a, b }) => `${a}-${b}`);
    expect(wild('an evening')).toHaveLength(2);
    expect(wild('an evening')).toEqual(wild('an evening'));
    expect(['b', 'c', 'd'].map((seed) => wild(seed).join())).not.toEqual(Array(3).fill(wild('a').join()));
  });

  it('counts what stands already, also with somebody who opted out since', () => {
    const kept = [
      [0, 1],
      [0, 3],
    ] as const;
    const planned = plan([person('ana'), person('ben'), person('cleo')], { kept });
    expect(pairsOf(planned)).toEqual(['1-2']);
    expect(planned.outcome).toMatchObject({ people: 3, covered: 3, coverable: 3 });
  });

  it('never holds a pair that is forbidden, nor anybody who is closed, for whatever score', () => {
    const [ana, ben] = [
      person('ana', 2, { lookingFor: ['foley'] }),
      person('ben', 2, { canHelpWith: ['foley'] }),
    ];
    expect(pairsOf(plan([ana, ben]))).toEqual(['0-1']);
    expect(pairsOf(plan([ana, ben], { forbidden: [[0, 1]] }))).toEqual([]);
    const closed = plan([ana, ben], { closed: [1] });
    expect(pairsOf(closed)).toEqual([]);
    expect(closed.outcome).toMatchObject({ people: 2, covered: 0, coverable: 0, price: 0 });
  });

  it('covers everybody first and says what that costs, or takes the best pairs and says who is left out', () => {
    const forbidden = [
      [1, 3],
      [2, 3],
      [1, 2],
    ] as const;
    const fair = plan(seekers(), { forbidden });
    const best = plan(seekers(), { forbidden, first: 'total' });
    expect(pairsOf(best)).toEqual(['0-1', '0-2']);
    expect(best.outcome).toMatchObject({ people: 4, covered: 3, coverable: 3 });
    expect(fair.outcome).toMatchObject({ people: 4, covered: 3, coverable: 3, price: 0 });
    // With room for one more at the star, nobody has to choose.
    const choosy = seekers().map((one) => ({ ...one, cap: 1 }));
    expect(plan(choosy, { forbidden: [[1, 2]] }).outcome).toMatchObject({ covered: 4, coverable: 4 });
    const greedy = plan(choosy, {
      forbidden: [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      first: 'total',
    });
    expect(greedy.outcome).toMatchObject({ covered: 2, coverable: 2 });
  });

  it('has a price in whole hundredths that no answer moves, while the pairs are the same', () => {
    const both = { lookingFor: ['foley'], canHelpWith: ['foley'] };
    const people = [person('star', 1, both), person('peer', 1, both), person('only', 1), person('other', 1)];
    const outcomeWith = (yes: number[]) =>
      plan(people, {
        forbidden: [[2, 3]],
        answers: yes.map((count, place) => ({ place, answered: 5, yes: count })),
      }).outcome!;
    const { price, covered } = outcomeWith([]);
    expect(covered).toBe(4);
    expect(price).toBeGreaterThan(0.1);
    expect(price).toBe(Math.round(price * 100) / 100);
    for (const yes of [[5], [0], [5, 0, 5, 0]]) expect(outcomeWith(yes).price).toBe(price);
  });

  it('says why for each side, and hears how far it is from 0 to 1', () => {
    const shares: number[] = [];
    const [pair] = planSuggestions(
      {
        seed: 'an evening',
        first: 'everyone',
        people: [
          person('ana', 1, { lookingFor: ['foley'], canHelpWith: ['mixing'] }),
          person('ben', 1, { lookingFor: ['mixing'], canHelpWith: ['foley'] }),
        ],
        kept: [],
        forbidden: [],
        closed: [],
        synonyms: [],
        answers: [],
        knownInCommon: [],
        shown: [],
        wildcards: 0,
        repair: null,
        wishes: [],
        weights: fixedWeights,
      },
      ({ share }) => shares.push(share),
    ).pairs;
    expect(pair?.reasonForA.values).toMatchObject({ need: 'foley', theirNeed: 'mixing' });
    expect(pair?.reasonForB.values).toMatchObject({ need: 'mixing', theirNeed: 'foley' });
    expect(pair?.band).toBe('strong');
    expect(shares).toEqual([...shares].sort());
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('leans to those who said yes before and who know the same people, and shows neither in order, band or reason', () => {
    const guests = Array.from({ length: 6 }, (_, place) =>
      person(`guest ${place}`, 1, { crafts: ['mixing'] }),
    );
    const without = plan(guests, { first: 'total' });
    const readiest = [0, 5].map((place) => ({ place, answered: 20, yes: 20 }));
    const rest = [1, 2, 3, 4].map((place) => ({ place, answered: 20, yes: 0 }));
    const leaning = plan(guests, { first: 'total', answers: [...readiest, ...rest] });
    expect(pairsOf(leaning)).toContain('0-5');
    expect(pairsOf(plan(guests, { first: 'total', knownInCommon: [[1, 4]] }))).toContain('1-4');
    // The control: nothing else draws those two together.
    expect(pairsOf(without)).not.toContain('0-5');
    expect(pairsOf(without)).not.toContain('1-4');
    const shown = ({ pairs }: SuggestionPlan) => pairs.map(({ band, reasonForA }) => [band, reasonForA]);
    expect(shown(leaning)).toEqual(shown(without));
    expect(leaning.pairs.map(({ a }) => a)).toEqual(leaning.pairs.map(({ a }) => a).sort());
  });
});

describe('the repair of a plan after a decision', () => {
  const standingIn = (planned: SuggestionPlan, given: readonly (readonly [number, number])[]) =>
    given.filter(([a, b]) => pairsOf(planned).includes(`${a}-${b}`)).length;

  it('keeps what stands of a large room too, also pairs that are nobody’s best, and draws none by chance', () => {
    const people = Array.from({ length: 320 }, (_, place) => {
      const need = place < 160 ? ['foley'] : ['contracts'];
      return person(`guest ${place}`, 1, { lookingFor: need, canHelpWith: need });
    });
    // Each stands with somebody of the other half, whom they have nothing in common with.
    const standing = Array.from({ length: 159 }, (_, place) => [place, place + 160] as const);
    const dropped = [159, 319] as const;
    const repair = { standing, touched: dropped };
    const repaired = plan(people, { repair, forbidden: [dropped] });
    expect(repaired.outcome).toBeNull();
    expect(repaired.pairs.every(({ source }) => source === 'suggested')).toBe(true);
    expect(standingIn(repaired, standing)).toBeGreaterThanOrEqual(standing.length - 2);
    expect(repaired.pairs).toHaveLength(160);
    // The control: asked for anew, nobody stands with somebody of the other half.
    const anew = plan(people, { forbidden: [dropped], wildcards: 320 });
    expect(standingIn(anew, standing)).toBe(0);
  });

  it('gives nobody somebody whom no decision touched and who had nobody before', () => {
    const people = ten(() => 1);
    const repaired = plan(people, { repair: { standing: [[0, 1]], touched: [2, 3] } });
    expect(pairsOf(repaired)).toEqual(['0-1', '2-3']);
    // The control: whoever has places gets somebody when suggestions are asked for.
    expect(pairsOf(plan(people))).toHaveLength(5);
  });
});

describe('a wish', () => {
  const six = () =>
    Array.from({ length: 6 }, (_, place) => person(`guest ${place}`, 1, { crafts: ['mixing'] }));
  const shown = ({ pairs }: SuggestionPlan) =>
    pairs.map(({ band, reasonForA, reasonForB }) => [band, reasonForA, reasonForB]);

  it('draws two together whoever made it, and shows in no band, reason, order or price', () => {
    const without = plan(six(), { wildcards: 6 });
    for (const wishes of [
      [[1, 4]],
      [[4, 1]],
      [
        [1, 4],
        [4, 1],
      ],
    ] as const) {
      const wished = plan(six(), { wildcards: 6, wishes });
      expect(pairsOf(wished)).toContain('1-4');
      expect(shown(wished)).toEqual(shown(without));
      expect(wished.outcome).toEqual(without.outcome);
      expect(wished.pairs.map(({ a }) => a)).toEqual(wished.pairs.map(({ a }) => a).toSorted());
    }
    // The control: nothing else draws those two together.
    expect(pairsOf(without)).not.toContain('1-4');
  });

  it('outweighs no hard filter', () => {
    expect(
      pairsOf(
        plan(six(), {
          wishes: [
            [1, 4],
            [4, 1],
          ],
          forbidden: [[1, 4]],
        }),
      ),
    ).not.toContain('1-4');
  });
});
