import { timeOf } from './round-time.ts';

const round = { minutes: 40, roundStartedAt: '2026-10-20T02:00:00Z' };
const at = (time: string) => timeOf(round, Date.parse(time));

describe('the clock of a round', () => {
  it('counts down from when it began, and then how long it is over', () => {
    expect(at('2026-10-20T02:00:00Z')).toEqual({ leftMs: 40 * 60_000, overMinutes: 0 });
    expect(at('2026-10-20T02:39:30Z')).toEqual({ leftMs: 30_000, overMinutes: 0 });
    expect(at('2026-10-20T02:43:59Z')).toEqual({ leftMs: 0, overMinutes: 3 });
  });
});
