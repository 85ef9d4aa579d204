import type { Phase } from '../calls.ts';
import { figures } from '../../phone/figures.ts';
import { type Clock, momentOf, positionOf } from './clock.ts';

const phases: Phase[] = [60, 240, 120].map((seconds, at) => ({
  key: `phase-${at}`,
  label: '',
  seconds,
  speaks: 'nobody',
}));
const start = Date.parse('2026-10-20T02:00:00Z');
const at = (seconds: number): number => start + seconds * 1000;
const running: Clock = {
  state: 'running',
  phase: 0,
  phaseStartedAt: '2026-10-20T02:00:00Z',
  pausedAt: null,
  pausedMs: 0,
  extraPhase: null,
};

describe('the clock on a phone', () => {
  it('walks from phase to phase by itself, and is over after the last', () => {
    const seen = [0, 59, 60, 299, 300, 419, 420, 4000].map((second) => {
      const { state, index, remainingMs } = momentOf(running, phases, at(second));
      return [state, index, remainingMs / 1000];
    });
    expect(seen).toEqual([
      ['running', 0, 60],
      ['running', 0, 1],
      ['running', 1, 240],
      ['running', 1, 1],
      ['running', 2, 120],
      ['running', 2, 1],
      ['over', 2, 0],
      ['over', 2, 0],
    ]);
  });

  it('stands while it is paused, and leaves out what was paused before', () => {
    const paused: Clock = { ...running, state: 'paused', pausedAt: '2026-10-20T02:01:30Z', pausedMs: 10_000 };
    expect(momentOf(paused, phases, at(5000))).toEqual({
      state: 'paused',
      index: 1,
      elapsedMs: 20_000,
      remainingMs: 220_000,
    });
  });

  it('gives the extra minute to its phase alone', () => {
    const more: Clock = { ...running, extraPhase: 1 };
    expect(momentOf(more, phases, at(60))).toMatchObject({ index: 1, remainingMs: 300_000 });
    expect(momentOf(more, phases, at(360))).toMatchObject({ index: 2, remainingMs: 120_000 });
  });

  it('shows the first phase whole when its own clock is behind the server’s', () => {
    expect(momentOf(running, phases, at(-3))).toMatchObject({ index: 0, remainingMs: 60_000 });
  });

  it('says nothing of time before the start and after the end', () => {
    const planned: Clock = { ...running, state: 'planned', phaseStartedAt: null };
    expect(momentOf(planned, phases, at(0))).toMatchObject({ state: 'planned', remainingMs: 60_000 });
    expect(momentOf({ ...running, state: 'done' }, phases, at(0)).state).toBe('done');
  });

  it('reads a minute as 1:00 when it begins and 0:01 until it ends', () => {
    expect([60_000, 59_999, 59_000, 1, 0].map(figures)).toEqual(['1:00', '1:00', '0:59', '0:01', '0:00']);
    expect([0, 999, 62_400].map(positionOf)).toEqual(['0:00', '0:00', '1:02']);
  });
});
