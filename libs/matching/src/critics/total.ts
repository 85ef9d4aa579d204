import { Exchange } from './exchange.ts';
import type { Prices } from './plan.ts';
import { roundsFor, type Room } from './room.ts';
import { settle, worstOf } from './rungs.ts';
import { HEAVIEST, type Transport } from './transport.ts';

/** What a score counts at least in the prices of a total. */
export const UNIT = 1000;

export interface Total {
  /** 1 for a cell in use. */
  readonly taken: Uint8Array;
  readonly totalBound: number;
  readonly totalPrices: Prices;
}

/** Rounds between two assignments that are settled and improved, which costs as much as five rounds. */
const CANDIDATE_EVERY = 6;

/** After so many rounds without a lower bound the steps become shorter by this factor. */
const PATIENCE = 3;
const SHORTER = 0.6;

/**
 * Raises the total at the minimum reached. Works below it weigh more round by round, works above it less, down to the
 * unit (Lagrangian relaxation with Polyak's steps, Held and Karp 1971): each round's best weighted total bounds all
 * totals at this minimum, and some rounds' assignments, settled and improved by rings, are candidates. Where the best
 * total has this minimum, the first round ends it. `transport` comes with every work weighed by the unit.
 */
export function raiseTotal(room: Room, fair: Exchange, transport: Transport): Total {
  const { base, need } = room;
  const floor = worstOf(room, fair);
  const extra = new Float64Array(room.works);
  const rounds = roundsFor(room, 24, 60);
  let best = improved(fair, floor);
  let totalBound = Infinity;
  let totalPrices = transport.prices();
  let scale = 1;
  let stale = 0;
  for (let round = 1; round <= rounds; round++) {
    const bound = boundAt(room, transport, extra, floor);
    if (bound < totalBound) {
      totalBound = bound;
      totalPrices = transport.prices();
      stale = 0;
    } else if (++stale === PATIENCE) {
      scale *= SHORTER;
      stale = 0;
    }
    const moves = base.map((worth, work) => {
      const lack = need[work]! > 0 ? floor - worth - transport.served(work) : 0;
      return lack > 0 || extra[work]! > 0 ? lack : 0;
    });
    const length = moves.reduce((sum, move) => sum + move * move, 0);
    if (round % CANDIDATE_EVERY === 1 || round === rounds || length === 0) {
      const candidate = new Exchange(room, transport.taken);
      if (settle(room, candidate, floor) && improved(candidate, floor).total() > best.total())
        best = candidate;
    }
    if (best.total() === totalBound || length === 0) break;
    const step = (scale * UNIT * (bound - best.total())) / length;
    moves.forEach((move, work) => {
      extra[work] = Math.min(HEAVIEST - UNIT, Math.max(0, Math.round(extra[work]! + step * move)));
      transport.weigh(work, UNIT + extra[work]);
    });
  }
  return { taken: best.taken, totalBound, totalPrices };
}

/** The best weighted total, less what the works at the floor count on top; fixed hearings included. */
function boundAt(
  { works, need, base }: Room,
  transport: Transport,
  extra: Float64Array,
  floor: number,
): number {
  let fixed = 0;
  let weighted = 0;
  for (let work = 0; work < works; work++) {
    fixed += base[work]!;
    if (need[work] === 0) continue;
    weighted += (UNIT + extra[work]!) * transport.served(work) - extra[work]! * (floor - base[work]!);
  }
  return fixed + Math.floor(weighted / UNIT);
}

function improved(exchange: Exchange, floor: number): Exchange {
  while (exchange.improve(floor));
  return exchange;
}
