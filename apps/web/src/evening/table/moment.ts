import type { MyTable, MyTables } from './calls.ts';

/** What a phone shows of the tables: one place now, what comes after it, and how long the round lasts. */
export type Moment =
  | { kind: 'not drawn' }
  | { kind: 'no seat' }
  | { kind: 'over' }
  | { kind: 'before'; place: MyTable; later: MyTable[] }
  | { kind: 'round'; place: MyTable | null; later: MyTable[]; leftMs: number };

/** @param now the server's clock, in milliseconds */
export function momentOf({ state, round, minutes, roundStartedAt, mine }: MyTables, now: number): Moment {
  if (state === 'open') return { kind: 'not drawn' };
  if (state === 'ended') return { kind: 'over' };
  const places = [...mine].sort((a, b) => a.round - b.round);
  const later = places.filter((place) => place.round > Math.max(round, 1));
  if (state === 'seated') {
    const [first] = places;
    return first === undefined
      ? { kind: 'no seat' }
      : { kind: 'before', place: first, later: places.slice(1) };
  }
  const place = places.find((one) => one.round === round) ?? null;
  if (place === null && later.length === 0) return { kind: 'no seat' };
  const startedAt = roundStartedAt === null ? now : Date.parse(roundStartedAt);
  return { kind: 'round', place, later, leftMs: Math.max(0, startedAt + minutes * 60_000 - now) };
}
