import { foldTerm } from '#libs/domain';
import type { Affinity } from '#libs/matching';

/** The topics of a work that a critic knows, as the author wrote them; words for one thing count as one. */
export function topicsShared(topics: readonly string[], knows: readonly string[]): string[] {
  const known = new Set(knows.map(foldTerm));
  return topics.filter((topic) => known.has(foldTerm(topic)));
}

/** One topic that a critic knows counts 1,000. */
export function affinitiesOf(
  works: number,
  people: number,
  topics: (work: number, critic: number) => readonly string[],
): Affinity[] {
  const affinities: Affinity[] = [];
  for (let work = 0; work < works; work += 1) {
    for (let critic = 0; critic < people; critic += 1) {
      const shared = topics(work, critic).length;
      if (shared > 0 && work !== critic) affinities.push({ work, critic, score: 1000 * shared });
    }
  }
  return affinities;
}
