import type { Mixer, Panel } from '#libs/domain';
import type { EveningNow } from './evening.queries.ts';

/** How long contacts can be swapped after the evening. */
const swapDays = 7;
const day = 24 * 60 * 60_000;

export class EveningEventView {
  title!: string;
  slug!: string;
  startsAt!: Date;
  endsAt!: Date;
  timeZone!: string;
}

export class EveningMeView {
  attendeeId!: string;
  /** As I am called at this evening. */
  name!: string;
  part!: 'guest' | 'panelist' | 'moderator';
}

export class EveningPanelView {
  id!: string;
  topic!: string;
  /** Empty where there is one room. */
  room!: string;
  /** null: no time yet. */
  startsAt!: Date | null;
  endsAt!: Date | null;
  state!: Panel['state'];
  questionsOpen!: boolean;
  /** Whether I moderate it. */
  moderates!: boolean;
}

export class EveningMixerView {
  id!: string;
  rounds!: number;
  state!: Mixer['state'];
}

/** An evening as one person at it finds it on their phone. */
export class EveningView {
  event!: EveningEventView;
  me!: EveningMeView;
  panels!: EveningPanelView[];
  /** Its small tables; null: it has none. */
  mixer!: EveningMixerView | null;
  /** Whether contacts can be swapped: from its beginning on, for 7 days after it. */
  swaps!: boolean;

  static of({ now, event, name, attendeeId, panels, mixer }: EveningNow): EveningView {
    const { title, slug, startsAt, endsAt, timeZone } = event;
    const part = panels.some(({ mine }) => mine === 'moderator')
      ? 'moderator'
      : panels.some(({ mine }) => mine === 'panelist')
        ? 'panelist'
        : 'guest';
    return {
      event: { title, slug, startsAt, endsAt, timeZone },
      me: { attendeeId, name, part },
      panels: panels.map(({ panel, mine }) => panelView(event, panel, mine === 'moderator', now)),
      mixer: mixer === null ? null : { id: mixer.id, rounds: mixer.rounds, state: mixer.state },
      swaps:
        event.state === 'published' && now >= startsAt && now.getTime() < endsAt.getTime() + swapDays * day,
    };
  }
}

function panelView(
  event: EveningNow['event'],
  panel: Panel,
  moderates: boolean,
  now: Date,
): EveningPanelView {
  const { id, topic, room, state, startsAfter, minutes } = panel;
  const startsAt = startsAfter === null ? null : new Date(event.startsAt.getTime() + startsAfter * 60_000);
  const endsAt = startsAt === null ? null : new Date(startsAt.getTime() + minutes * 60_000);
  const questionsOpen = panel.takesQuestions(event, now);
  return { id, topic, room, startsAt, endsAt, state, questionsOpen, moderates };
}
