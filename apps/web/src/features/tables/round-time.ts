import type { Mixer } from './table-calls.ts';

export interface RoundTime {
  leftMs: number;
  /** Whole minutes since time was up. */
  overMinutes: number;
}

/** @param now the server's clock, in milliseconds */
export function timeOf(
  { minutes, roundStartedAt }: Pick<Mixer, 'minutes' | 'roundStartedAt'>,
  now: number,
): RoundTime {
  const endsAt = (roundStartedAt === null ? now : Date.parse(roundStartedAt)) + minutes * 60_000;
  return {
    leftMs: Math.max(0, endsAt - now),
    overMinutes: Math.max(0, Math.floor((now - endsAt) / 60_000)),
  };
}
