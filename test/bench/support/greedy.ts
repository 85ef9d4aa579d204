import type { SuggestedPair } from '#libs/matching';
import { openRows } from './peer.ts';
import type { Room } from './rooms.ts';

export interface GreedyPlan {
  readonly pairs: SuggestedPair[];
  readonly total: number;
  readonly leftOut: number[];
}

/** What everybody writes first: sort by score, take whatever still fits. */
export function greedy(room: Room): GreedyPlan {
  const rows = openRows(room);
  const order = Uint32Array.from({ length: rows.length / 3 }, (_, at) => 3 * at);
  order.sort((x, y) => rows[y + 2]! - rows[x + 2]! || x - y);
  const left = Int32Array.from(room.caps);
  const pairs: SuggestedPair[] = [];
  for (const at of order) {
    const [a, b, score] = [rows[at]!, rows[at + 1]!, rows[at + 2]!];
    if (Math.min(left[a]!, left[b]!) === 0) continue;
    left[a]!--;
    left[b]!--;
    pairs.push({ a, b, score, pinned: false });
  }
  pairs.sort((x, y) => x.a - y.a || x.b - y.b);
  const alone = Array.from(left.keys()).filter((person) => left[person] === room.caps[person]);
  return { pairs, total: pairs.reduce((sum, { score }) => sum + score, 0), leftOut: alone };
}
