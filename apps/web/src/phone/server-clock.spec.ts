import { ServerClock } from './server-clock.ts';

const instant = (ms: number): string => new Date(ms).toISOString();

describe('the server’s clock as a phone knows it', () => {
  it('goes by the message that was on its way the shortest', () => {
    const clock = new ServerClock();
    // The phone is 3 s behind; messages take 900, 40 and 400 ms.
    for (const [sent, delay] of [
      [100_000, 900],
      [110_000, 40],
      [120_000, 400],
    ] as const) {
      clock.hear(instant(sent), sent - 3000 + delay);
    }
    expect(clock.now(200_000)).toBe(202_960);
  });

  it('follows at once when the clock was set anew', () => {
    const clock = new ServerClock();
    clock.hear(instant(100_000), 100_000);
    clock.hear(instant(90_000_000), 101_000);
    expect(clock.now(101_000)).toBe(90_000_000);
  });

  it('is the phone’s own until something was heard', () => {
    expect(new ServerClock().now(5)).toBe(5);
  });
});
