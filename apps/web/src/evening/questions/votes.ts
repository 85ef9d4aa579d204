import { panelQuestions } from '#libs/words';
import type { LiveQuestion, MyQuestions, PanelLive } from '../../panel-live/live.ts';
import { byVotes } from '../../panel-live/order.ts';

/** A press that the screen shows before the server has answered. */
export interface Press {
  isFor: boolean;
  /** The version of the panel that was on the screen; a later one counts it by itself. */
  atVersion: number;
}

export type Presses = Readonly<Record<string, Press>>;

/** A question as one phone shows it. */
export interface ShownQuestion extends LiveQuestion {
  isMine: boolean;
  isVoted: boolean;
  /** Whom it is for; null: anybody. */
  forName: string | null;
}

/** The questions of the room as this phone shows them: most voted first, with what was pressed a moment ago. */
export function shownQuestions(
  { questions, people, version }: PanelLive,
  mine: MyQuestions | undefined,
  presses: Presses,
): ShownQuestion[] {
  const asked = new Set(mine?.asked.map(({ id }) => id));
  const voted = new Set(mine?.voted);
  return questions
    .map((question) => {
      const press = presses[question.id];
      return {
        ...question,
        votes: question.votes + (press?.atVersion === version ? (press.isFor ? 1 : -1) : 0),
        isMine: asked.has(question.id),
        isVoted: press?.isFor ?? voted.has(question.id),
        forName: people.find(({ id }) => id === question.forId)?.name ?? null,
      };
    })
    .sort(byVotes);
}

/** What stands where no question is open: that a room has answered them all is not that nobody asked. */
export function emptyListText(all: readonly Pick<LiveQuestion, 'state'>[], questionsOpen: boolean): string {
  const words = panelQuestions;
  if (all.length === 0) return questionsOpen ? words.listEmpty : words.listEmptyClosed;
  return questionsOpen ? words.listAnswered : words.listAnsweredClosed;
}

/** What I asked may have been hidden, joined or answered: then my own part is asked for again, and only then. */
export function isMineOld(
  mine: MyQuestions,
  { questions, more }: Pick<PanelLive, 'questions' | 'more'>,
): boolean {
  const states = new Map(questions.map(({ id, state }) => [id, state]));
  return mine.asked.some(({ id, state }) => {
    const there = states.get(id);
    if (there !== undefined) return there !== state;
    // Where not all are sent, one that is missing has too few votes.
    return more === 0 && (state === 'open' || state === 'answered');
  });
}

export const withVote = (mine: MyQuestions, id: string, isFor: boolean): MyQuestions => ({
  ...mine,
  voted: [...mine.voted.filter((one) => one !== id), ...(isFor ? [id] : [])],
});
