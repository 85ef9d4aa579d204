import { firstMover, seedOf } from './first-mover.ts';

const a = (timesFirst = 0) => ({ personId: 'a', timesFirst });
const b = (timesFirst = 0) => ({ personId: 'b', timesFirst });
const shareOfA = (timesA: number, timesB: number) => {
  const draws = Array.from({ length: 4000 }, (_, number) =>
    firstMover(a(timesA), b(timesB), seedOf(`pair ${number}`), null),
  );
  return draws.filter((mover) => mover === 'a').length / draws.length;
};

describe('who writes first', () => {
  it('is the same for the same seed', () => {
    expect(firstMover(a(), b(), 42, null)).toBe(firstMover(a(), b(), 42, null));
  });

  it('is even between two who were first equally often', () => {
    expect(shareOfA(1, 1)).toBeCloseTo(0.5, 1);
  });

  it('leans to the one who was first less often', () => {
    expect(shareOfA(4, 0)).toBeLessThan(0.25);
    expect(shareOfA(0, 4)).toBeGreaterThan(0.75);
  });

  it('is never the one who was asked first and alone', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      expect(firstMover(a(), b(9), seed * 997, 'a')).toBe('b');
      expect(firstMover(a(9), b(), seed * 997, 'b')).toBe('a');
    }
  });
});
