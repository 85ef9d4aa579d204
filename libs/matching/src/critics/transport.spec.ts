import { seededRandom } from '../random.ts';
import type { CriticProblem } from './input.ts';
import { roomOf, type Room } from './room.ts';
import { Transport } from './transport.ts';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Four works with one or two critics of four, each with one to three works; always solvable. */
function smallRoom(random: () => number, seed: number): Room {
  const cells = times(16, (cell) => ({ work: Math.floor(cell / 4), critic: cell % 4 }));
  const problem: CriticProblem = {
    works: times(4, () => 1 + Math.floor(2 * random())),
    critics: times(4, () => ({ least: Math.floor(2 * random()), most: 2 + Math.floor(2 * random()) })),
    affinities: cells.map((one) => ({ ...one, score: Math.floor(random() * 10) })),
    forbidden: [{ work: Math.floor(random() * 4), critic: Math.floor(random() * 4) }],
    seed,
  };
  return roomOf(problem);
}

/** The best weighted total by trying every set of critics for each work. */
function tryEverything({ need, least, most, allowed, score }: Room, weights: readonly number[]): number {
  const load = [0, 0, 0, 0];
  const visit = (work: number): number => {
    if (work === 4) return load.some((count, critic) => count < least[critic]!) ? -Infinity : 0;
    let best = -Infinity;
    for (let mask = 0; mask < 16; mask++) {
      const chosen = [0, 1, 2, 3].filter((critic) => mask & (1 << critic));
      if (chosen.length !== need[work]) continue;
      if (chosen.some((critic) => allowed[work * 4 + critic] === 0 || load[critic] === most[critic]))
        continue;
      for (const critic of chosen) load[critic]! += 1;
      const worth = chosen.reduce((sum, critic) => sum + weights[work]! * score[work * 4 + critic]!, 0);
      best = Math.max(best, worth + visit(work + 1));
      for (const critic of chosen) load[critic]! -= 1;
    }
    return best;
  };
  return visit(0);
}

/** What the prices prove, as the certificate defines it. */
function provedBy({ need, least, most, allowed, score }: Room, transport: Transport): number {
  const { weights, works, critics } = transport.prices();
  let bound = 0;
  critics.forEach((price, critic) => (bound += Math.max(least[critic]! * price, most[critic]! * price)));
  works.forEach((rent, work) => {
    bound += need[work]! * rent;
    critics.forEach((price, critic) => {
      const cell = work * 4 + critic;
      if (allowed[cell]) bound += Math.max(0, weights[work]! * score[cell]! - rent - price);
    });
  });
  return bound;
}

describe('the best weighted total', () => {
  it('is found and proved to the unit, and again whenever works are weighed anew', () => {
    const random = seededRandom('transport');
    for (let seed = 0; seed < 150; seed++) {
      const room = smallRoom(random, seed);
      const weights = [1, 1, 1, 1];
      const transport = new Transport(room, room.score);
      weights.forEach((weight, work) => {
        transport.weigh(work, weight);
      });
      for (let round = 0; round < 4; round++) {
        const reached = weights.reduce((sum, weight, work) => sum + weight * transport.served(work), 0);
        const best = tryEverything(room, weights);
        expect([reached, provedBy(room, transport)]).toEqual([best, best]);
        const work = Math.floor(random() * 4);
        weights[work] = Math.floor(random() * 6);
        transport.weigh(work, weights[work]);
      }
    }
  });
});
