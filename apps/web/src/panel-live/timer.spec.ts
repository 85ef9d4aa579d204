import { shownSeconds, timerAt, untilNextSecond } from './timer.ts';

const start = Date.parse('2026-10-20T02:00:00Z');
const timer = { seconds: 120, startedAt: new Date(start).toISOString(), pausedAt: null };
const after = (seconds: number) => timerAt(timer, start + seconds * 1000);

describe('the time of a speaker', () => {
  it('is calm, soon over in its last fifth, and then over', () => {
    expect([0, 95.9, 96, 119.9, 120, 130].map((seconds) => after(seconds).state)).toEqual([
      'calm',
      'calm',
      'soon',
      'soon',
      'over',
      'over',
    ]);
  });

  it('is soon over for at most a minute, however long it is', () => {
    const long = { ...timer, seconds: 3600 };
    expect(timerAt(long, start + 3539_000).state).toBe('calm');
    expect(timerAt(long, start + 3540_000).state).toBe('soon');
  });

  it('stands still while it is paused, whatever the time', () => {
    const paused = { ...timer, pausedAt: new Date(start + 30_000).toISOString() };
    expect(timerAt(paused, start + 500_000)).toEqual({ state: 'paused', remainingMs: 90_000 });
  });

  it('counts the second that has begun, and then what is past', () => {
    expect([0, 0.001, 1, 119.5, 120, 120.9, 121].map((seconds) => shownSeconds(after(seconds)))).toEqual([
      120, 120, 119, 1, 0, 0, 1,
    ]);
  });

  it('never shows more than the whole, on a phone whose clock is behind', () => {
    expect(shownSeconds(after(-7))).toBe(120);
  });

  it('turns at the same moments on every screen, wherever each looked', () => {
    const turns = [3.2, 3.7, 119.4, 120.4].map((seconds) => seconds * 1000 + untilNextSecond(after(seconds)));
    expect(turns.map(Math.round)).toEqual([4000, 4000, 120_000, 121_000]);
    expect(untilNextSecond(after(4))).toBe(1000);
  });
});
