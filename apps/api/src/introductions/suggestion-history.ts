import type { RoomOptions } from '../../../../libs/domain/src/introductions/room/room.ts';
import type { SuggestionProblem } from './suggestion-problem.ts';

/** What people did before, as a room takes it: how they answered, and how many both know. */
export function historyOf({
  answers,
  knownInCommon,
}: Pick<SuggestionProblem, 'answers' | 'knownInCommon'>): Required<
  Pick<RoomOptions, 'answers' | 'histories'>
> {
  const byPlace: RoomOptions['answers'] & object[] = [];
  for (const { place, answered, yes } of answers) byPlace[place] = { answered, yes };
  const counts = new Map<string, number>();
  for (const knownBy of knownInCommon) {
    for (const [at, a] of knownBy.entries()) {
      for (const b of knownBy.slice(at + 1)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  const histories = [...counts].map(([pair, mutualContacts]) => {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    return { a, b, history: { mutualContacts } };
  });
  return { answers: byPlace, histories };
}
