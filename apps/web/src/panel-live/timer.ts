import type { Timer } from './live.ts';

/** Where the speaker's time is at one moment. */
export interface TimerMoment {
  state: 'calm' | 'soon' | 'over' | 'paused';
  /** Negative: over time by as much. */
  remainingMs: number;
}

/** The last fifth is "soon", of a long time at most its last minute. */
const soonPart = 0.2;
const soonMostMs = 60_000;

/**
 * The time since the start, less what stands still: the server moves the start when it goes on after a pause.
 * @param now in milliseconds, of the server's clock
 */
export function timerAt({ seconds, startedAt, pausedAt }: Timer, now: number): TimerMoment {
  const until = pausedAt === null ? now : Date.parse(pausedAt);
  // A clock that is not set right yet shows no more than the whole time.
  const elapsedMs = Math.max(0, until - Date.parse(startedAt));
  const remainingMs = seconds * 1000 - elapsedMs;
  if (pausedAt !== null) return { state: 'paused', remainingMs };
  if (remainingMs <= 0) return { state: 'over', remainingMs };
  const soonMs = Math.min(seconds * 1000 * soonPart, soonMostMs);
  return { state: remainingMs <= soonMs ? 'soon' : 'calm', remainingMs };
}

/** What the figures count: the second that has begun, of what is left or of what is past. */
export const shownSeconds = ({ remainingMs }: TimerMoment): number =>
  remainingMs > 0 ? Math.ceil(remainingMs / 1000) : Math.floor(Math.abs(remainingMs) / 1000);

/** How long until the figures change next; a second that is left ends, one that is past begins. */
export const untilNextSecond = ({ remainingMs }: TimerMoment): number => {
  const rest = remainingMs - Math.floor(remainingMs / 1000) * 1000;
  return rest === 0 ? 1000 : rest;
};
