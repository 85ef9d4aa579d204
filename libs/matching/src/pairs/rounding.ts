import type { DoubleCover } from './double-cover.ts';
import { type Trail, trailsOf } from './trails.ts';

/**
 * Turns the optimum of the double cover into a plan (Anstee 1987, A polynomial algorithm for b-matchings). Edges taken in
 * both directions stand; those taken in one are halves, each worth exactly its price, and along a trail of halves every
 * other one may stand for all. Nothing is lost but at closed trails of odd length: one person there keeps a place open,
 * whoever's costs least.
 *
 * @returns the edges chosen
 */
export function roundOff(cover: DoubleCover): number[] {
  const chosen: number[] = [];
  const halves: number[] = [];
  for (let edge = 0; edge < cover.room.edges; edge++) {
    if (cover.flow[edge] === 3) chosen.push(edge);
    else if (cover.flow[edge] === 1 || cover.flow[edge] === 2) halves.push(edge);
  }
  for (const trail of trailsOf(cover.room, Int32Array.from(halves))) {
    const isOddCircle = trail.closed && trail.edges.length % 2 === 1;
    const taken = isOddCircle ? aroundTheCheapest(trail, cover) : betterHalf(trail, cover);
    chosen.push(...taken);
  }
  return chosen;
}

/** Of a trail with two ends, or an even circle: the first edge and every other one from there, or the rest. */
function betterHalf({ start, edges, closed }: Trail, cover: DoubleCover): number[] {
  const halves = [edges.filter((_, at) => at % 2 === 0), edges.filter((_, at) => at % 2 === 1)] as const;
  if (closed) return halves[0];
  const values = halves.map((half) => sum(half, cover));
  // Whoever's edge at the end is not taken may be left without any.
  values[1]! -= lossBy(start, cover);
  values[edges.length % 2]! -= lossBy(ends(start, edges, cover).at(-1)!, cover);
  return values[0]! >= values[1]! ? halves[0] : halves[1];
}

/** Of an odd circle: every other edge, starting and ending beside the person whose open place costs least. */
function aroundTheCheapest({ start, edges }: Trail, cover: DoubleCover): number[] {
  const people = ends(start, edges, cover);
  const all = sum(edges, cover);
  // Taken are edges 1, 3, … if person 0 is left; both neighbouring choices together hold all edges but one.
  let value = sum(
    edges.filter((_, at) => at % 2 === 1),
    cover,
  );
  let [best, cheapest] = [-Infinity, 0];
  edges.forEach((edge, at) => {
    const worth = value - lossBy(people[at]!, cover);
    if (worth > best) [best, cheapest] = [worth, at];
    value = all - cover.room.score[edge]! - value;
  });
  return [...edges.slice(cheapest), ...edges.slice(0, cheapest)].filter((_, at) => at % 2 === 1);
}

/** The people along a trail: the start, then the far side of each edge. */
function ends(start: number, edges: readonly number[], { room }: DoubleCover): number[] {
  let person = start;
  return [start, ...edges.map((edge) => (person = room.a[edge]! + room.b[edge]! - person))];
}

function sum(edges: readonly number[], { room }: DoubleCover): number {
  return edges.reduce((total, edge) => total + room.score[edge]!, 0);
}

/** The bonus, for a person who holds less than two arcs on both sides together or two halves: one edge at most. */
function lossBy(person: number, { room, hands, bonus }: DoubleCover): number {
  const arcs = hands.count[person]! + hands.count[room.people + person]!;
  return arcs <= 2 && room.wanting[person] === 1 ? bonus : 0;
}
