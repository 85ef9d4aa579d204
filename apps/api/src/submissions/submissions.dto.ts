import {
  type CritiqueFormat,
  type Medium,
  type SubmissionState,
  type WorksClosed,
  workBounds,
} from '#libs/domain';
import {
  FilledLines,
  Id,
  Lines,
  OptionalLine,
  OrNull,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';
import type { EarlierWorkRow, FileOfWork, OwnWork, Standing } from './submissions.queries.ts';

/** All of it as it stands in the form; a draft may be empty. */
export class WorkInput {
  /** The version this was typed over; 0 for a work that is not there yet. Another one in the meantime is a conflict. */
  @WholeNumber(0, 2_147_483_647) version!: number;
  @OptionalLine(workBounds.title) title?: string;
  /** http or https; null when it comes as a file. */
  @OrNull() @OptionalLine(workBounds.link) link?: string | null;
  /** A file that has arrived; null when it comes as a link, or not yet. */
  @OrNull() @Id() fileId!: string | null;
  /** The one thing the author wants to know. */
  @Text(workBounds.question) question!: string;
  @Text(workBounds.wants) wants!: string;
  @Text(workBounds.avoid) avoid!: string;
  @Text(workBounds.notes) notes!: string;
  @FilledLines(workBounds.topics, workBounds.topic) topics!: string[];
  /** Whether critics may say what they think of it. */
  @YesNo() opinions!: boolean;
  /** Addresses of those who made it too: they are not drawn as its critics, and get no mail. */
  @Lines(workBounds.coAuthors, 254) coAuthors!: string[];
  /** The earlier work of mine that this is a new version of. */
  @OrNull() @Id() previousId!: string | null;
}

export class WorkFileView {
  id!: string;
  /** As its owner calls it. */
  name!: string;
  type!: string | null;
  lengthMs!: number | null;
  /** Loudness from 0 to 100 in equal steps over the length. */
  peaks!: number[] | null;

  static of({ id, name, type, lengthMs, peaks }: FileOfWork): WorkFileView {
    return { id, name, type, lengthMs, peaks };
  }
}

export class WorkView {
  state!: SubmissionState;
  title!: string;
  medium!: Medium | null;
  link!: string | null;
  file!: WorkFileView | null;
  question!: string;
  wants!: string;
  avoid!: string;
  notes!: string;
  topics!: string[];
  opinions!: boolean;
  coAuthors!: string[];
  previousId!: string | null;
  version!: number;
}

/** Where a planned work is heard. */
export class HeardAtView {
  /** null where there is only one. */
  table!: number | null;
  /** As which at its table, from 1. */
  round!: number;
}

/** Where a work stands in the order. */
export class StandingView {
  /** From 1: as it stands before the plan, then in the plan; null for a session without slots. */
  place!: number | null;
  /** Whether there is no slot for it as it stands. */
  waits!: boolean;
  /** How many wait before it; 0 when it does not wait. */
  ahead!: number;
  /** How many works there is time for; null for a session without slots. */
  slots!: number | null;
  /** Null for a work that has no time. */
  at!: HeardAtView | null;
  /** I was not there when its time came. */
  missed!: boolean;

  static of({ place, waits, ahead, slots, at, missed }: Standing): StandingView {
    return { place, waits, ahead, slots, at: at === null ? null : { ...at }, missed };
  }
}

export class CreditsView {
  balance!: number;
  /** What bringing a work takes. */
  cost!: number;
  /** What this work has taken. */
  spent!: number;
}

/** My work at one session, and what I need to know to bring it. */
export class OwnWorkView {
  /** Mine at this evening. */
  attendeeId!: string;
  sessionTitle!: string;
  format!: CritiqueFormat;
  rules!: string;
  timeZone!: string;
  /** Until when works are brought, changed and taken back freely. */
  until!: string;
  /** A code: why nothing can be brought or changed any more; null while it can. */
  closed!: WorksClosed | null;
  /** Whether who hears whom is drawn already. */
  planned!: boolean;
  /** Names are kept back from critics until the session is over. */
  blind!: boolean;
  /** How much of a slot is for playing or showing it; null for a session without slots. */
  listenSeconds!: number | null;
  /** Null: nothing was typed yet. */
  work!: WorkView | null;
  /** Null for a work that is not brought. */
  standing!: StandingView | null;
  /** Null where works cost no credits. */
  credits!: CreditsView | null;

  static of(own: OwnWork): OwnWorkView {
    const { session, work, file, standing, credits } = own;
    const { title, format, rules } = session;
    return {
      attendeeId: own.attendeeId,
      sessionTitle: title,
      format,
      rules,
      timeZone: own.timeZone,
      until: own.until.toISOString(),
      closed: own.closed,
      planned: session.state !== 'open',
      blind: session.blind === 'round' && session.state !== 'ended',
      listenSeconds: own.listenSeconds,
      work: work === null ? null : workView(work, file),
      standing: standing === null ? null : StandingView.of(standing),
      credits: credits === null ? null : { ...credits },
    };
  }
}

function workView(work: NonNullable<OwnWork['work']>, file: FileOfWork | null): WorkView {
  const { state, title, medium, link, question, wants, avoid, notes, topics, opinions } = work;
  const { coAuthors, previousId, version } = work;
  return {
    state,
    title,
    medium,
    link,
    file: file === null ? null : WorkFileView.of(file),
    question,
    wants,
    avoid,
    notes,
    topics,
    opinions,
    coAuthors,
    previousId,
    version,
  };
}

export class EarlierWorkView {
  id!: string;
  title!: string;
  /** The evening it was brought to. */
  eventTitle!: string;
  /** The start of that evening. */
  at!: string;
  timeZone!: string;
  heard!: boolean;

  static of({ id, title, eventTitle, at, timeZone, heard }: EarlierWorkRow): EarlierWorkView {
    return { id, title, eventTitle, at: at.toISOString(), timeZone, heard };
  }
}

export class EarlierWorksView {
  works!: EarlierWorkView[];

  static of(rows: readonly EarlierWorkRow[]): EarlierWorksView {
    return { works: rows.map((row) => EarlierWorkView.of(row)) };
  }
}
