import type { Exchange } from './exchange.ts';
import type { Room } from './room.ts';

/** Raises the worst-served work by a ring, again and again, until none is found for it. */
export function climb(room: Room, exchange: Exchange): void {
  for (let work = worstWork(room, exchange); work >= 0; work = worstWork(room, exchange)) {
    const goal = exchange.served[work]! + 1;
    if (!exchange.raise(work, goal, goal)) return;
  }
}

/** Raises every work with open places to the floor by rings; whether all of them got there. */
export function settle({ works, need }: Room, exchange: Exchange, floor: number): boolean {
  for (let work = 0; work < works; work++) {
    while (need[work]! > 0 && exchange.served[work]! < floor) {
      const next = exchange.served[work]! + 1;
      if (!exchange.raise(work, floor, floor) && !exchange.raise(work, next, floor)) return false;
    }
  }
  return true;
}

/** What the worst-served work with open places has; nothing if there is none. */
export function worstOf(room: Room, exchange: Exchange): number {
  const work = worstWork(room, exchange);
  return work < 0 ? 0 : exchange.served[work]!;
}

function worstWork({ works, need }: Room, { served }: Exchange): number {
  let worst = -1;
  for (let work = 0; work < works; work++) {
    if (need[work]! > 0 && (worst < 0 || served[work]! < served[worst]!)) worst = work;
  }
  return worst;
}
