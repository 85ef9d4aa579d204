import { type CriticProblem, seededRandom } from '#libs/matching';

/**
 * A large critique evening with topics: every work has 2 critics and every critic 3 works. A work speaks of one to three
 * of 12 topics, a critic knows two to four, some topics far more common than others; both have a taste of their own.
 */
export function critiqueEvening(works = 177, critics = 118, seed = 1): CriticProblem {
  const random = seededRandom(seed);
  const topics = (least: number, spread: number) => {
    const drawn = new Set<number>();
    const count = least + Math.floor(random() * spread);
    while (drawn.size < count) drawn.add(Math.floor(12 * random() ** 1.7));
    return drawn;
  };
  const spoken = Array.from({ length: works }, () => topics(1, 3));
  const known = Array.from({ length: critics }, () => topics(2, 3));
  const affinities = spoken.flatMap((ofWork, work) =>
    known.map((ofCritic, critic) => {
      const shared = [...ofWork].filter((topic) => ofCritic.has(topic)).length / ofWork.size;
      return { work, critic, score: Math.round(1000 * (0.75 * shared + 0.25 * random())) };
    }),
  );
  // Own works, co-authors, employers: a few per cent of all hearings.
  const forbidden = affinities.filter(() => random() < 0.03).map(({ work, critic }) => ({ work, critic }));
  return {
    works: spoken.map(() => 2),
    critics: known.map(() => ({ least: 3, most: 3 })),
    affinities,
    forbidden,
    seed,
  };
}
