import { type Profile, stages, toProfile } from '../../../libs/domain/src/introductions/profile.ts';
import { seededRandom } from '../../../libs/matching/src/random.ts';

const topics = 200;
const cities = ['Oslo', 'Rome', 'Berlin', 'Los Angeles', 'Paris'];
/** Words of works: most are rare. */
const rareWords = 3000;

/** Profiles with everything in them, their topics Zipf-distributed over 200. */
export function drawProfiles(people: number, seed: number): Profile[] {
  const random = seededRandom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const until: number[] = [];
  for (let rank = 0; rank < topics; rank += 1) until.push((until[rank - 1] ?? 0) + 1 / (rank + 1));
  const topic = (): string => {
    const at = random() * (until[topics - 1] ?? 0);
    return `topic${until.findIndex((sum) => sum > at)}`;
  };
  const tags = (): string[] => Array.from({ length: 1 + upTo(3) }, topic);
  return Array.from({ length: people }, () =>
    toProfile({
      crafts: tags(),
      lookingFor: tags(),
      canHelpWith: tags(),
      workingOn:
        random() < 0.6 ? `an album with ${topic()}, about ${topic()} and word${upTo(rareWords)}` : '',
      stage: random() < 0.7 ? stages[upTo(stages.length)] : null,
      city: random() < 0.8 ? cities[upTo(cities.length)] : null,
    }),
  );
}
