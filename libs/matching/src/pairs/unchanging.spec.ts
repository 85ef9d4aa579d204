import { createHash } from 'node:crypto';
import { eveningRoom, hardRoom } from '../../../../test/bench/support/rooms.ts';
import { smallRoom } from '../../../../test/support/small-rooms.ts';
import { openPairs, type PairProblem, seededRandom, suggestPairs } from '../index.ts';

// What comes out of these rooms, down to the last price and counted step, is the same on every machine and for every
// version that does not mean to change it. A version that does writes its own marks here, once the bench has been run.

const mark = (result: unknown): string =>
  createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 12);

const presets = ['everyone', 'total'] as const;
const rooms: Record<string, PairProblem> = {
  'thirty people': eveningRoom(30, 4),
  'eighty people': eveningRoom(80, 6, 'indexed'),
  'seventy people with few partners': hardRoom(70, 7),
};

describe('what comes out', () => {
  it.each([
    ['thirty people', 'c172d9fffcd6', 'c172d9fffcd6'],
    ['eighty people', '093e9ddfd561', 'd8ffba283d5d'],
    ['seventy people with few partners', '23aa9ea4bcc4', 'dde6762a7e6e'],
  ])('of %s is the same everywhere', (name, everyone, total) => {
    const marks = presets.map((first) => mark(suggestPairs(rooms[name]!, { first })));
    expect(marks).toEqual([everyone, total]);
  });

  it.each([
    ['everyone', 'dd0624e41e31'],
    ['total', '27f54c397e68'],
  ] as const)('of 150 small rooms, %s first, is the same everywhere', (first, expected) => {
    const plans = Array.from({ length: 150 }, (_, seed) => {
      const { problem, rules } = smallRoom(seed, first);
      return suggestPairs(problem, rules);
    });
    expect(mark(plans)).toBe(expected);
  });

  it.each([
    ['everyone', '0db24a54e5f7'],
    ['total', 'd9e8319996c0'],
  ] as const)('of pins, drops and improving, %s first, is the same everywhere', (first, expected) => {
    const random = seededRandom(31);
    const said: unknown[] = [];
    for (const problem of Object.values(rooms)) {
      const { pairs } = suggestPairs(problem, { first });
      const standing = pairs.filter((_, at) => at % 3 > 0).map(({ a, b }) => [a, b] as const);
      const desk = openPairs(problem, { first, standing, stability: 20 });
      for (let step = 0; step < 24; step++) {
        const now = desk.plan().pairs;
        const { a, b } = now[Math.floor(random() * now.length)]!;
        said.push(step % 5 === 1 ? desk.pin(a, b) : desk.drop(a, b));
      }
      said.push(desk.plan(), desk.improve(), desk.plan());
    }
    expect(mark(said)).toBe(expected);
  });
});
