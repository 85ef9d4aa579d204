import { CandidateIndex } from '../../libs/domain/src/introductions/room/candidates.ts';
import { Room } from '../../libs/domain/src/introductions/room/room.ts';
import { scoreAllPairs, type ScoredPairs } from '../../libs/domain/src/introductions/room/scored-pairs.ts';
import { suggestPairs } from '../../libs/matching/src/index.ts';
import { drawProfiles } from '../bench/support/room-profiles.ts';

const people = 150;
const caps = Array.from({ length: people }, (_, person) => 1 + (person % 3));
const solve = (candidates: ScoredPairs) => suggestPairs({ caps, candidates }, { first: 'total' });

function together(one: ScoredPairs, other: ScoredPairs): ScoredPairs {
  const join = (column: keyof ScoredPairs) => Int32Array.from([...one[column], ...other[column]]);
  return { a: join('a'), b: join('b'), score: join('score') };
}

/** Solves over the candidates, adds what the prices show to be missing, and solves again until nothing is. */
function solveByCandidates(room: Room, partners: number) {
  const index = new CandidateIndex(room, { partners });
  let candidates = index.first();
  for (;;) {
    const plan = solve(candidates);
    const more = index.above(plan.certificate.prices);
    if (more.a.length === 0) return { ...plan, candidates: candidates.a.length };
    candidates = together(candidates, more);
  }
}

describe('the best plan of a room', () => {
  it.each([1, 2, 3])('is found among few candidates as among all pairs, in room %d', (seed) => {
    const room = new Room(drawProfiles(people, seed));
    const every = solve(scoreAllPairs(room));
    for (const partners of [3, 10]) {
      const few = solveByCandidates(room, partners);
      expect(few.candidates).toBeLessThan((people * (people - 1)) / 4);
      // Its bound holds for all pairs: no plan over them, such as this one, is better.
      expect(few.certificate.upperBound).toBeGreaterThanOrEqual(every.total);
      expect(few.total).toBeGreaterThanOrEqual(0.999 * every.certificate.upperBound);
    }
  });

  it('is missed where nothing is added to too few candidates', () => {
    const room = new Room(drawProfiles(people, 1));
    const first = solve(new CandidateIndex(room, { partners: 3 }).first());
    expect(first.certificate.upperBound).toBeLessThan(solve(scoreAllPairs(room)).total);
  });
});
