import type { RoomOptions } from '../../domain/src/introductions/room/room.ts';
import type { PairHistory } from '../../domain/src/introductions/history.ts';
import type { SuggestionProblem } from './suggestion-problem.ts';

type Told = Pick<SuggestionProblem, 'answers' | 'knownInCommon' | 'wishes' | 'tables' | 'thanks'>;

/** A history that is being written down. */
type Shared = { -readonly [Fact in keyof PairHistory]: PairHistory[Fact] };

/**
 * What people did before, as a room takes it: how they answered, how many both know, whom they wished to meet, at whose table
 * they sat and whose critique helped them.
 */
export function historyOf({
  answers,
  knownInCommon,
  wishes,
  tables = [],
  thanks = [],
}: Told): Required<Pick<RoomOptions, 'answers' | 'histories'>> {
  const byPlace: RoomOptions['answers'] & object[] = [];
  for (const { place, answered, yes } of answers) byPlace[place] = { answered, yes };
  const pairs = new Map<string, Shared>();
  const between = (a: number, b: number) => {
    const name = `${Math.min(a, b)} ${Math.max(a, b)}`;
    const pair = pairs.get(name) ?? {};
    pairs.set(name, pair);
    return pair;
  };
  for (const knownBy of knownInCommon) {
    for (const [at, a] of knownBy.entries()) {
      for (const b of knownBy.slice(at + 1)) {
        const pair = between(a, b);
        pair.mutualContacts = (pair.mutualContacts ?? 0) + 1;
      }
    }
  }
  for (const [from, to] of wishes) {
    const pair = between(from, to);
    const wish = from < to ? 'mine' : 'theirs';
    pair.wish = pair.wish === undefined || pair.wish === wish ? wish : 'both';
  }
  for (const [a, b] of tables) between(a, b).sameTable = true;
  for (const [author, critic] of thanks) {
    const pair = between(author, critic);
    const whose = author < critic ? 'theirs' : 'mine';
    pair.usefulCritique = (pair.usefulCritique ?? whose) === whose ? whose : 'both';
  }
  const histories = [...pairs].map(([pair, history]) => {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    return { a, b, history };
  });
  return { answers: byPlace, histories };
}
