import { firstMover } from './first-mover.ts';
import { askedFirst } from './well-known.ts';

const pair = (a: boolean, b: boolean) =>
  askedFirst({ a: { personId: 'ana', isWellKnown: a }, b: { personId: 'ben', isWellKnown: b } });

describe('who is asked first and alone', () => {
  it('is the one of two who is well-known', () => {
    expect([pair(true, false), pair(false, true)]).toEqual(['ana', 'ben']);
  });

  it('is nobody where both or neither are: then both are asked together', () => {
    expect([pair(true, true), pair(false, false)]).toEqual([null, null]);
  });

  it('never writes first, and with two who are well-known the seed decides', () => {
    const [ana, ben] = [
      { personId: 'ana', timesFirst: 0 },
      { personId: 'ben', timesFirst: 9 },
    ];
    expect([firstMover(ana, ben, 0, pair(true, false)), firstMover(ana, ben, 0, pair(false, true))]).toEqual([
      'ben',
      'ana',
    ]);
    const drawn = new Set([0, 9_999].map((seed) => firstMover(ana, ben, seed, pair(true, true))));
    expect(drawn).toEqual(new Set(['ana', 'ben']));
  });
});
