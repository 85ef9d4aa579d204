import fc from 'fast-check';
import { anyRoom } from '../../../../../test/support/made-up-rooms.ts';
import { toProfile } from '../profile.ts';
import { fixedWeights } from '../weights.ts';
import { CandidateIndex } from './candidates.ts';
import { Room } from './room.ts';
import { scoreAllPairs, type IsAllowed, type ScoredPairs } from './scored-pairs.ts';

const lines = ({ a, b, score }: ScoredPairs) =>
  [...a].map((one, at) => `${one}–${b[at]!}: ${score[at]!}`).sort();
const byPerson = (pairs: ScoredPairs, person: number) =>
  [...pairs.score].filter((_, at) => pairs.a[at] === person || pairs.b[at] === person).sort((x, y) => y - x);
/** Some pairs forbidden, as arbitrary as a host's grudges. */
const grudges =
  (seed: number): IsAllowed =>
  (a, b) =>
    (a * b + a + b + seed) % 4 !== 0;

const weights = fc.oneof(
  fc.constant(fixedWeights),
  fc
    .record(
      Object.fromEntries(
        Object.keys(fixedWeights).map((name) => [name, fc.double({ min: -2, max: 2, noNaN: true })]),
      ),
    )
    .map((learned) => ({ ...fixedWeights, ...learned })),
);
const priced = anyRoom(12).chain((made) =>
  fc.record({
    made: fc.constant(made),
    weights,
    seed: fc.nat(3),
    partners: fc.integer({ min: 1, max: 4 }),
    prices: fc.array(fc.integer({ min: -100, max: 500 }), {
      minLength: made.profiles.length,
      maxLength: made.profiles.length,
    }),
  }),
);

describe('all pairs of a room', () => {
  it('are listed with their scores, but for those that are forbidden', () => {
    const room = new Room(Array.from({ length: 4 }, () => toProfile({})));
    const shares: number[] = [];
    const pairs = scoreAllPairs(
      room,
      (a, b) => a + b !== 3,
      (share) => shares.push(share),
    );
    const stranger = room.score(0, 1);
    expect(lines(pairs)).toEqual(['0–1', '0–2', '1–3', '2–3'].map((pair) => `${pair}: ${stranger}`));
    expect(shares).toEqual([1 - 9 / 16, 1 - 1 / 4, 1 - 1 / 16, 1]);
    expect(lines(scoreAllPairs(new Room([])))).toEqual([]);
  });

  it('may be many', () => {
    const pairs = scoreAllPairs(new Room(Array.from({ length: 100 }, () => toProfile({}))));
    expect([pairs.a.length, pairs.a.at(-1), pairs.b.at(-1)]).toEqual([4950, 98, 99]);
    expect(new Set(lines(pairs)).size).toBe(4950);
  });
});

describe('candidates of a large room', () => {
  it('are, with what the prices add, exactly the pairs that every pair tried would give, however many came first', () => {
    fc.assert(
      fc.property(priced, ({ made, weights, seed, partners, prices }) => {
        const room = new Room(made.profiles, { ...made, weights });
        const isAllowed = grudges(seed);
        const index = new CandidateIndex(room, { isAllowed, partners });
        const first = index.first();
        const more = index.above(prices);
        const all = scoreAllPairs(room, isAllowed);
        const known = new Set(lines(first));
        const worth = [...all.a].flatMap((a, at) => {
          const [b, score] = [all.b[at]!, all.score[at]!];
          return score > prices[a]! + prices[b]! ? [`${a}–${b}: ${score}`] : [];
        });
        expect(lines(more)).toEqual(worth.filter((line) => !known.has(line)).sort());
        expect(lines(all)).toEqual(expect.arrayContaining(lines(first)));
        expect(known.size).toBe(first.a.length);
        expect(lines(index.above(prices))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('pass over somebody with something in common only for as many better ones as were asked for', () => {
    fc.assert(
      fc.property(anyRoom(12), fc.integer({ min: 1, max: 4 }), fc.nat(3), (made, partners, seed) => {
        const room = new Room(made.profiles, made);
        const isAllowed = grudges(seed);
        const first = new CandidateIndex(room, { isAllowed, partners }).first();
        const all = scoreAllPairs(room, isAllowed);
        const listed = new Set(lines(first));
        for (const [at, a] of all.a.entries()) {
          const [b, score] = [all.b[at]!, all.score[at]!];
          const { needMet, canGive, overlap } = room.features(a, b);
          const isRelated = needMet + canGive + overlap > 0 || room.history(a, b) !== undefined;
          if (!isRelated || listed.has(`${a}–${b}: ${score}`)) continue;
          for (const person of [a, b]) {
            const better = byPerson(first, person).filter((one) => one >= score);
            expect(better.length).toBeGreaterThanOrEqual(partners);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leave nobody without partners who has nothing in common with anybody', () => {
    const room = new Room(Array.from({ length: 50 }, () => toProfile({})));
    const first = new CandidateIndex(room, { partners: 3 }).first();
    for (let person = 0; person < room.size; person += 1) {
      expect(byPerson(first, person).length).toBeGreaterThanOrEqual(3);
      expect(byPerson(first, person).length).toBeLessThanOrEqual(6);
    }
  });

  it('add for each person no more than asked for, those that gain most, and the rest when asked again', () => {
    const room = new Room(
      Array.from({ length: 9 }, (_, person) =>
        toProfile({ city: person < 4 ? 'Oslo' : 'Rome', stage: 'working' }),
      ),
    );
    const index = new CandidateIndex(room, { partners: 1, added: 2 });
    let total = index.first().a.length;
    const added = index.above(new Float64Array(9));
    expect(byPerson(added, 0)).toEqual([room.score(0, 1), room.score(0, 1)]);
    for (let more = added; more.a.length > 0; more = index.above(new Float64Array(9))) total += more.a.length;
    expect(total).toBe(36);
  });

  it('are the same whatever people before them were asked', () => {
    const made = fc.sample(anyRoom(12), { numRuns: 1, seed: 7 })[0]!;
    const room = new Room(made.profiles, made);
    const lists = () => {
      const index = new CandidateIndex(room, { partners: 2 });
      return [index.first(), index.above(new Float64Array(room.size).fill(30))].map(lines);
    };
    expect(lists()).toEqual(lists());
  });

  it('may be of an empty room', () => {
    const index = new CandidateIndex(new Room([]));
    expect([lines(index.first()), lines(index.above([]))]).toEqual([[], []]);
  });
});
