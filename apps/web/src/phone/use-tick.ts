import { useEffect, useState } from 'react';
import type { ServerClock } from './server-clock.ts';

/** Often enough that no second is late by more than a fifth. */
const everyMs = 200;

/** The server's clock, again and again while the page is looked at. */
export function useServerNow(clock: ServerClock, isRunning: boolean): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const look = (): void => {
      setNow(clock.now());
    };
    look();
    if (!isRunning) return;
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock, isRunning]);
  return now;
}
