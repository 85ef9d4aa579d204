import { CandidateIndex } from '../../libs/domain/src/introductions/room/candidates.ts';
import { Room } from '../../libs/domain/src/introductions/room/room.ts';
import { scoreAllPairs, type ScoredPairs } from '../../libs/domain/src/introductions/room/scored-pairs.ts';
import { drawProfiles } from './support/room-profiles.ts';

// What scoring costs: every pair of a room that prices them all, and the candidates of larger rooms. CPU time, not time
// on the wall. Run by `node --conditions=source test/bench/scores.ts [people …]`.

const everyPairUpTo = 2000;
const sizes = process.argv.slice(2).map(Number);

for (const people of sizes.length > 0 ? sizes : [300, 2000, 10_000]) {
  const profiles = drawProfiles(people, 1);
  const room = timed(`${people} people read`, () => new Room(profiles));
  if (people <= everyPairUpTo) {
    const pairs = timed(`${people} people, every pair`, () => scoreAllPairs(room));
    console.log(`  ${pairs.a.length} pairs`);
  }
  const index = new CandidateIndex(room);
  const first = timed(`${people} people, the best 40 of each`, () => index.first());
  console.log(`  ${first.a.length} pairs`);
  // Near those of a solution, where two people's prices come to what their best pairs score; a little under adds a few.
  for (const share of [0.5, 0.48, 0.45]) {
    const prices = bestOfEach(first, people).map((best) => best * share);
    const more = timed(`  above ${share} of their best score`, () => index.above(prices));
    console.log(`  ${more.a.length} pairs more`);
  }
}

function bestOfEach({ a, b, score }: ScoredPairs, people: number): Float64Array {
  const best = new Float64Array(people);
  for (const column of [a, b]) {
    column.forEach((person, at) => {
      best[person] = Math.max(best[person] ?? 0, score[at] ?? 0);
    });
  }
  return best;
}

function timed<Result>(what: string, work: () => Result): Result {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${Math.round((user + system) / 1000)} ms`);
  return result;
}
