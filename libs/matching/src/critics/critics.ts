import { checkCritics } from './checker.ts';
import { serveFairly } from './fairness.ts';
import { refuseBadInput, type CriticProblem } from './input.ts';
import { dealAround } from './lots.ts';
import type { CriticPlan, Heard, Prices, Shortage } from './plan.ts';
import { roomOf, type Room } from './room.ts';
import { completeBySwaps, type Lack } from './swaps.ts';
import { UNIT } from './total.ts';

/**
 * Assigns critics to works: each work has exactly as many as it asks for, each critic hears between their least and
 * most, no forbidden hearing happens and every fixed one stands. Works and critics are indexes; scores are whole
 * numbers (affinity × 1000). Authors who hear each other are a work and a critic of the same index, `least` and `most`
 * both k, own work forbidden.
 *
 * Whether it can be is exact: the answer is an assignment, or a set of works or critics that shows why there is none and
 * how many places are short at least. Without affinities lots are drawn: a circle in seeded order, forbidden hearings
 * repaired by swaps, the shortest chain first (critique.md, Fairness). With affinities first the worst-served work is
 * raised, then the total at that minimum. Both are NP-hard (Bezáková and Dani 2005), so neither is promised to be the
 * best; each comes with a bound that holds. Measured in rooms with topics of 60 to 500 works: the bound on the minimum is
 * reached, the total within 2.5 % of its bound. Where only few critics are any good to anybody the bounds are looser. Where
 * the best total serves the worst as well as can be, it is exact (transport by shortest augmenting paths). Every answer
 * has passed the checker, which shares no code with the solver. The same problem in any order gives the same answer.
 *
 * Lots: O(works × critics) and as much for each swap. Affinities: O(places × (works + critics)²) for a round of prices,
 * 24 to 60 rounds by size: 177 × 118 takes under a second, 300 × 300 several.
 *
 * @throws MatchingInputError if the problem contradicts itself; too few critics are an answer, not an error
 */
export function assignCritics(problem: CriticProblem): CriticPlan {
  refuseBadInput(problem);
  const room = roomOf(problem);
  const taken = dealAround(room);
  const lack = completeBySwaps(room, taken);
  const plan = lack
    ? { kind: 'impossible' as const, reason: shortageOf(room, lack) }
    : planOf(problem, room, taken);
  const { faults } = checkCritics(problem, plan);
  if (faults.length > 0) throw new Error(`The solver broke its own rules: ${faults.join('; ')}`);
  return plan;
}

function planOf(problem: CriticProblem, room: Room, lots: Uint8Array): CriticPlan {
  const scored = room.score.some(
    (score, cell) => score > 0 && room.need[Math.floor(cell / room.critics)]! > 0,
  );
  const fair = scored ? serveFairly(room) : undefined;
  const hearings = hearingsOf(problem, room, fair?.taken ?? lots);
  const served = room.base.slice();
  (fair?.taken ?? lots).forEach(
    (used, cell) => (served[Math.floor(cell / room.critics)]! += used * room.score[cell]!),
  );
  const total = served.reduce((sum, worth) => sum + worth, 0);
  const open = served.filter((_, work) => room.need[work]! > 0);
  const worst = open.length > 0 ? Math.min(...open) : 0;
  const nothing = {
    weights: problem.works.map(() => UNIT),
    works: problem.works.map(() => 0),
    critics: problem.critics.map(() => 0),
  };
  return {
    kind: 'assigned',
    hearings,
    total,
    worst,
    certificate: {
      worstBound: fair?.worstBound ?? worst,
      worstPrices: fair
        ? { ...named(room, fair.worstPrices), levels: inOrderOf(room.workName, fair.worstPrices.levels) }
        : { ...nothing, levels: nothing.works },
      totalBound: fair?.totalBound ?? total,
      totalPrices: fair ? named(room, fair.totalPrices) : nothing,
      unit: UNIT,
    },
  };
}

function hearingsOf({ affinities = [], fixed = [] }: CriticProblem, room: Room, taken: Uint8Array): Heard[] {
  const { critics, workName, criticName, score } = room;
  const hearings: Heard[] = [];
  taken.forEach((used, cell) => {
    if (used === 0) return;
    const work = workName[Math.floor(cell / critics)]!;
    hearings.push({ work, critic: criticName[cell % critics]!, score: score[cell]!, fixed: false });
  });
  for (const { work, critic } of fixed) {
    const known = affinities.find((one) => one.work === work && one.critic === critic);
    hearings.push({ work, critic, score: known?.score ?? 0, fixed: true });
  }
  return hearings.sort((x, y) => x.work - y.work || x.critic - y.critic);
}

function named({ workName, criticName }: Room, { weights, works, critics }: Prices): Prices {
  return {
    weights: inOrderOf(workName, weights),
    works: inOrderOf(workName, works),
    critics: inOrderOf(criticName, critics),
  };
}

function inOrderOf(names: readonly number[], values: readonly number[]): number[] {
  const ordered = new Array<number>(names.length);
  names.forEach((name, at) => (ordered[name] = values[at]!));
  return ordered;
}

/** What the members of a lack need together, and what all their allowed partners have for them together. */
function shortageOf(
  { works, critics, workName, criticName, allowed, need, least, most }: Room,
  lack: Lack,
): Shortage {
  const byWorks = lack.side === 'works';
  const wanted = byWorks ? need : least;
  const limit = byWorks ? most : need;
  const partners: number[] = [];
  let available = 0;
  for (let partner = 0; partner < (byWorks ? critics : works); partner++) {
    const ways = lack.members.filter(
      (member) => allowed[byWorks ? member * critics + partner : partner * critics + member],
    );
    if (ways.length === 0) continue;
    partners.push(partner);
    available += Math.min(limit[partner]!, ways.length);
  }
  const needed = lack.members.reduce((sum, member) => sum + wanted[member]!, 0);
  const names = (of: readonly number[], at: readonly number[]) =>
    at.map((one) => of[one]!).sort((x, y) => x - y);
  return {
    side: lack.side,
    works: names(workName, byWorks ? lack.members : partners),
    critics: names(criticName, byWorks ? partners : lack.members),
    needed,
    available,
    short: needed - available,
  };
}
