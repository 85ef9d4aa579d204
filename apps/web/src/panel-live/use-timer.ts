import { useEffect, useState } from 'react';
import type { ServerClock } from '../phone/server-clock.ts';
import type { Timer } from './live.ts';
import { type TimerMoment, timerAt, untilNextSecond } from './timer.ts';

/** What a browser's own timers are early by. */
const marginMs = 2;
/** The clock may have been set right meanwhile. */
const mostMs = 250;

/** The speaker's time, drawn anew as its second turns, so that all screens of a room turn together. */
export function useTimer(timer: Timer | null, clock: ServerClock): TimerMoment | null {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (timer === null) return;
    let next: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(next);
      const at = clock.now();
      setNow(at);
      if (timer.pausedAt !== null) return;
      next = setTimeout(look, Math.min(untilNextSecond(timerAt(timer, at)) + marginMs, mostMs));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(next);
      document.removeEventListener('visibilitychange', look);
    };
  }, [timer, clock]);
  return timer === null ? null : timerAt(timer, now);
}
