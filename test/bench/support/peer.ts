import type { Room } from './rooms.ts';

export type First = 'everyone' | 'total';

/** What somebody else's solver makes of a room. */
export interface PeerResult {
  readonly total: number;
  readonly leftOut: number;
  /** Processor time of the solve alone. */
  readonly milliseconds: number;
}

/** Answers with nothing on a machine that does not have it, and when it gives up. */
export type Peer = (room: Room, first: First) => Promise<PeerResult | undefined>;

/** The candidates nobody forbids, row by row: peers know neither pins nor bans. */
export function openRows({ caps, candidates: { a, b, score }, forbidden }: Room): Int32Array {
  const people = caps.length;
  const banned = new Set(forbidden.map(([x, y]) => Math.min(x, y) * people + Math.max(x, y)));
  const rows = new Int32Array(3 * a.length);
  let end = 0;
  for (let pair = 0; pair < a.length; pair++) {
    const [low, high] = [Math.min(a[pair]!, b[pair]!), Math.max(a[pair]!, b[pair]!)];
    if (banned.has(low * people + high)) continue;
    rows.set([low, high, score[pair]!], end);
    end += 3;
  }
  return rows.subarray(0, end);
}

/** Worth more than what any one exchange can cost: what the first pair of a person earns when everyone comes first. */
export const bonusOf = (room: Room, first: First): number =>
  first === 'everyone' ? room.caps.length * 1000 : 0;
