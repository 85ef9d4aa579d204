import type { ModeratedQuestion, Moderation } from '../live.ts';
import { byVotes } from '../order.ts';

/** The questions of a panel as whoever moderates needs them. */
export interface Queue {
  onScreen: ModeratedQuestion | null;
  /** Starred first, then by votes; with those that were hidden a moment ago, where they were. */
  waiting: ModeratedQuestion[];
  answered: ModeratedQuestion[];
  hidden: ModeratedQuestion[];
}

/** @param justHidden whose hiding can still be undone where it was pressed */
export function queueOf({ questions, current }: Moderation, justHidden: ReadonlySet<string>): Queue {
  const isOnScreen = ({ id }: ModeratedQuestion): boolean => id === current?.id;
  const of = (state: ModeratedQuestion['state']): ModeratedQuestion[] =>
    questions.filter((question) => question.state === state && !isOnScreen(question));
  const hidden = of('hidden');
  return {
    onScreen: questions.find(isOnScreen) ?? null,
    waiting: [...of('open'), ...hidden.filter(({ id }) => justHidden.has(id))].sort(
      (one, other) => Number(other.starred) - Number(one.starred) || byVotes(one, other),
    ),
    answered: of('answered').sort(byVotes),
    hidden: hidden.filter(({ id }) => !justHidden.has(id)).sort(byVotes),
  };
}

/** Those that a question stands for, and those beneath them. */
export function joinedTo(questions: readonly ModeratedQuestion[], id: string): ModeratedQuestion[] {
  const beneath = questions.filter(({ state, mergedInto }) => state === 'merged' && mergedInto === id);
  return beneath.flatMap((question) => [question, ...joinedTo(questions, question.id)]);
}

/** What a question can be joined with: any other that is open. */
export const joinable = (questions: readonly ModeratedQuestion[], id: string): ModeratedQuestion[] =>
  questions.filter((question) => question.state === 'open' && question.id !== id).sort(byVotes);
