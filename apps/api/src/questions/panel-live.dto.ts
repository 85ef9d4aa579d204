import { type Panel, questionsShown } from '#libs/domain';
import type { PanelNow, PersonOnPanel, QuestionRow } from './panel-now.queries.ts';

/** Of one message: 150 questions of 300 characters have 75 kB, and 500 phones are sent each. */
const mostForPhones = 150;
const mostForModerators = 300;

export class LivePersonView {
  id!: string;
  name!: string;
  part!: 'moderator' | 'panelist';
}

/** The question on the screen of the room. */
export class CurrentQuestionView {
  id!: string;
  text!: string;
  /** null of an anonymous one. */
  name!: string | null;
  forName!: string | null;
}

/** Runs from `startedAt` and stands still since `pausedAt`; with `now` every screen works out the same second. */
export class SpeakerTimerView {
  seconds!: number;
  startedAt!: Date;
  pausedAt!: Date | null;
}

export class LiveQuestionView {
  id!: string;
  text!: string;
  /** Who asks; null of an anonymous one. */
  name!: string | null;
  /** Whom of `people` it is for; null: anybody. */
  forId!: string | null;
  votes!: number;
  state!: 'open' | 'answered';
  starred!: boolean;
  createdAt!: Date;
}

export class ModeratedQuestionView {
  id!: string;
  text!: string;
  /** Who asks; null of an anonymous one, also here. */
  name!: string | null;
  forId!: string | null;
  votes!: number;
  state!: 'open' | 'answered' | 'hidden' | 'merged';
  /** The question that stands for it. */
  mergedInto!: string | null;
  starred!: boolean;
  createdAt!: Date;
}

class PanelAtOneMoment {
  id!: string;
  topic!: string;
  state!: Panel['state'];
  questionsOpen!: boolean;
  /** Counts whatever a screen of it shows. */
  version!: number;
  /** Product time. */
  now!: Date;
  current!: CurrentQuestionView | null;
  timer!: SpeakerTimerView | null;
  people!: LivePersonView[];
}

/** A panel as everybody in the room sees it, the same for all. */
export class PanelLiveView extends PanelAtOneMoment {
  /** Without hidden ones and those that another stands for; newest last. */
  questions!: LiveQuestionView[];
  /** How many more there are than a screen has room for. */
  more!: number;

  static of(all: PanelNow): PanelLiveView {
    const seen = all.questions.filter(({ state }) => state === 'open' || state === 'answered');
    const shown = questionsShown(seen, mostForPhones, all.panel.currentQuestionId);
    const questions = shown.map(({ id, text, name, forId, votes, state, starred, createdAt }) => {
      const known = state === 'answered' ? 'answered' : 'open';
      return { id, text, name, forId, votes, state: known, starred, createdAt } as const;
    });
    return { ...momentOf(all), questions, more: seen.length - shown.length };
  }
}

/** A panel as its moderator sees it. */
export class ModerationView extends PanelAtOneMoment {
  /** All of them; newest last. */
  questions!: ModeratedQuestionView[];
  /** How many more there are than a screen has room for. */
  more!: number;

  static of(all: PanelNow): ModerationView {
    const shown = questionsShown(all.questions, mostForModerators, all.panel.currentQuestionId);
    const questions = shown.map(
      ({ id, text, name, forId, votes, state, mergedInto, starred, createdAt }) =>
        ({ id, text, name, forId, votes, state, mergedInto, starred, createdAt }) as const,
    );
    return { ...momentOf(all), questions, more: all.questions.length - shown.length };
  }
}

type Moment = Pick<PanelLiveView, keyof PanelAtOneMoment>;

function momentOf({ panel, people, questions, now }: PanelNow): Moment {
  const { id, topic, state, questionsOpen, version } = panel;
  const current = questions.find((question) => question.id === panel.currentQuestionId);
  return {
    id,
    topic,
    state,
    questionsOpen: questionsOpen && state !== 'over',
    version,
    now,
    current: current === undefined ? null : currentView(current, people),
    timer: timerOf(panel),
    people: people.map(({ id: personId, name, part }) => ({ id: personId, name, part })),
  };
}

function currentView(
  { id, text, name, forId }: QuestionRow,
  people: readonly PersonOnPanel[],
): CurrentQuestionView {
  return { id, text, name, forName: people.find((person) => person.id === forId)?.name ?? null };
}

function timerOf({ timerSeconds, timerStartedAt, timerPausedAt }: Panel): SpeakerTimerView | null {
  if (timerSeconds === null || timerStartedAt === null) return null;
  return { seconds: timerSeconds, startedAt: timerStartedAt, pausedAt: timerPausedAt };
}
