import { Exchange } from './exchange.ts';
import type { Prices, WorstPrices } from './plan.ts';
import type { Room } from './room.ts';
import { raiseTotal, UNIT } from './total.ts';
import { Transport } from './transport.ts';
import { raiseWorst } from './worst.ts';

export interface FairAssignment {
  /** 1 for a cell in use. */
  readonly taken: Uint8Array;
  readonly worstBound: number;
  readonly worstPrices: WorstPrices;
  readonly totalBound: number;
  readonly totalPrices: Prices;
}

/**
 * Serves the worst-served work as well as it can, then raises the total without letting it fall. Only works with open
 * places count. Starts from the best total, which is exact.
 */
export function serveFairly(room: Room): FairAssignment {
  const transport = new Transport(room, room.score);
  for (let work = 0; work < room.works; work++) transport.weigh(work, UNIT);
  const worst = raiseWorst(room, new Exchange(room, transport.taken));
  const total = raiseTotal(room, worst.best, transport);
  return { worstBound: worst.bound, worstPrices: worst.prices, ...total };
}
