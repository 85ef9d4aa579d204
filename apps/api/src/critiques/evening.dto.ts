import type { CritiqueFormat, CritiqueSessionState, SubmissionState } from '#libs/domain';
import type { EveningOfCritique, OwnSession } from './evening.queries.ts';

/** The evening itself. */
export class CritiqueEventView {
  title!: string;
  slug!: string;
  place!: string;
  city!: string;
  timeZone!: string;
  startsAt!: Date;
  endsAt!: Date;
  cancelled!: boolean;
}

/** Parts of the page, one of which opens by itself. */
export type Section = 'work' | 'now' | 'letter' | 'people';

/** A session, and what I am in it. */
export class MySessionView {
  id!: string;
  title!: string;
  format!: CritiqueFormat;
  template!: 'songwriting' | 'mix' | 'film' | 'written';
  state!: CritiqueSessionState;
  /** Until when works are submitted and replaced. */
  deadlineAt!: Date;
  dueAt!: Date | null;
  startedAt!: Date | null;
  endedAt!: Date | null;
  releasedAt!: Date | null;
  rules!: string;
  /** My own work; null: none, or taken back. */
  work!: SubmissionState | null;
  /** How many works I hear. */
  hears!: number;
  /** What matters now. */
  opens!: Section;

  static of(session: OwnSession, startsAt: Date, now: Date): MySessionView {
    const { id, title, format, template, state, dueAt, startedAt, endedAt, releasedAt, rules, work, hears } =
      session;
    const until = session.deadlineAt ?? startsAt;
    return {
      id,
      title,
      format,
      template,
      state,
      deadlineAt: until,
      dueAt,
      startedAt,
      endedAt,
      releasedAt,
      rules,
      work,
      hears,
      opens: opensAt(session, now < until),
    };
  }
}

/** Before the plan my work, then what I do; once the feedback is out my letter, or the people I met. */
function opensAt({ state, releasedAt, work, hears }: OwnSession, takesWorks: boolean): Section {
  if (releasedAt !== null && work !== null && work !== 'draft') return 'letter';
  if (releasedAt !== null && hears > 0) return 'people';
  if (state === 'open') return 'work';
  if (state === 'planned' && hears === 0 && takesWorks) return 'work';
  return 'now';
}

/** Who I am, where I am, and what there is. */
export class CritiqueEveningView {
  /** As I am called at this evening. */
  name!: string;
  serverNow!: Date;
  event!: CritiqueEventView;
  sessions!: MySessionView[];

  static of({ name, event, sessions, now }: EveningOfCritique): CritiqueEveningView {
    const { title, slug, place, city, timeZone, startsAt, endsAt, state } = event;
    return {
      name,
      serverNow: now,
      event: { title, slug, place, city, timeZone, startsAt, endsAt, cancelled: state === 'cancelled' },
      sessions: sessions.map((session) => MySessionView.of(session, startsAt, now)),
    };
  }
}
