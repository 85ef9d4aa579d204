import {
  type AssignmentState,
  type CritiqueFormat,
  type CritiqueSessionState,
  type CritiqueSlot,
  type Medium,
  type SlotState,
  type Speaker,
  type SubmissionState,
  fewestWords,
  takesCritiques,
} from '#libs/domain';
import type { HearingRow, SessionNow, WorkRow } from './evening-now.queries.ts';

export class NowPhaseView {
  key!: string;
  label!: string;
  seconds!: number;
  speaks!: Speaker;
}

/** One work's time at one table, with the three facts of its clock. */
export class SlotNowView {
  id!: string;
  table!: number;
  round!: number;
  state!: SlotState;
  phase!: number;
  phaseStartedAt!: Date | null;
  pausedAt!: Date | null;
  pausedMs!: number;
  /** The phase that has the extra minute. */
  extraPhase!: number | null;
  /** The author is waited for. */
  waitsForAuthor!: boolean;
  title!: string;
  question!: string;
  /** null while names are kept back, and of somebody who has left. */
  author!: string | null;
  role!: 'author' | 'critic' | 'other';
}

/** A work that I hear, or was to hear. */
export class HearingView {
  assignmentId!: string;
  /** Mine at this evening: what I write is kept on a phone under it, and not for whoever hears the work after me. */
  attendeeId!: string;
  submissionId!: string;
  state!: AssignmentState;
  /** Called in for somebody who is missing. */
  standby!: boolean;
  /** null: heard at home. */
  slotId!: string | null;
  title!: string;
  author!: string | null;
  question!: string;
  wants!: string;
  avoid!: string;
  notes!: string;
  topics!: string[];
  medium!: Medium | null;
  link!: string | null;
  lengthMs!: number | null;
  /** Whether the author asks what I think of it. */
  opinions!: boolean;
  /** When I heard the version before this one; null while names are kept back, because it would tell whose it is. */
  heardBefore!: Date | null;
  /** Of what I wrote for it, when I last looked: my typing is not told to any screen, not even to mine. */
  words!: number;
}

/** My own work. */
export class NowWorkView {
  submissionId!: string;
  title!: string;
  question!: string;
  state!: SubmissionState;
  /** In the order of the plan, from 1. */
  place!: number | null;
  slotId!: string | null;
}

/**
 * A session as one person sees it at one moment. Others' works stand here while they are played, those I hear from the
 * plan on; who else hears a work, and what anybody writes, never.
 */
export class NowView {
  serverNow!: Date;
  version!: number;
  id!: string;
  title!: string;
  format!: CritiqueFormat;
  tables!: number;
  state!: CritiqueSessionState;
  phases!: NowPhaseView[];
  rules!: string;
  /** The evening's own times. */
  startsAt!: Date;
  timeZone!: string;
  /** Until when works come in. */
  deadlineAt!: Date;
  dueAt!: Date | null;
  releasedAt!: Date | null;
  /** The session was never held. */
  calledOff!: boolean;
  /** From how many words on a critique counts. */
  fewestWords!: number;
  /** Whether critics can write. */
  open!: boolean;
  /** Names are kept back until the session is over. */
  blind!: boolean;
  /** Who reads what critics write: its author, or its author and whoever runs the session. */
  feedbackTo!: 'author' | 'facilitator';
  work!: NowWorkView | null;
  hearings!: HearingView[];
  slots!: SlotNowView[];

  static of(all: SessionNow, personId: string): NowView {
    const { session, event, works, hearings, slots } = all;
    const mine = hearings.filter((hearing) => hearing.personId === personId);
    const reader: Reading = { ...all, personId, mine };
    const byId = new Map(works.map((work) => [work.id, work]));
    const slotOf = new Map(slots.map((slot) => [slot.submissionId, slot.id]));
    return {
      serverNow: all.now,
      version: session.version,
      id: session.id,
      title: session.title,
      format: session.format,
      tables: session.tables,
      state: session.state,
      phases: session.phases.map(({ key, label, seconds, speaks }) => ({ key, label, seconds, speaks })),
      rules: session.rules,
      startsAt: event.startsAt,
      timeZone: event.timeZone,
      deadlineAt: session.deadlineAt ?? event.startsAt,
      dueAt: session.dueAt,
      releasedAt: session.releasedAt,
      calledOff: session.calledOffAt !== null,
      fewestWords: fewestWords(session.format),
      open: takesCritiques(session, all.now),
      blind: namesAreKeptBack(session),
      feedbackTo: session.feedbackTo,
      work: ownWork(works, personId, slotOf),
      hearings: mine.flatMap((hearing) => {
        const work = byId.get(hearing.submissionId);
        return work === undefined
          ? []
          : [hearingView(reader, hearing, work, slotOf.get(hearing.submissionId) ?? null)];
      }),
      slots: slots.flatMap((slot) => {
        const work = byId.get(slot.submissionId);
        return work === undefined || !mayKnow(reader, work, slot) ? [] : [slotView(reader, slot, work)];
      }),
    };
  }
}

interface Reading extends SessionNow {
  personId: string;
  mine: readonly HearingRow[];
}

const namesAreKeptBack = ({ blind, state }: SessionNow['session']): boolean =>
  blind === 'round' && state !== 'ended';

const hears = ({ mine }: Reading, work: WorkRow): boolean =>
  mine.some(
    ({ submissionId, state }) => submissionId === work.id && (state === 'assigned' || state === 'done'),
  );

/** The room sees a work while it is played; before and after that it is its author's and its critics'. */
function mayKnow(reading: Reading, work: WorkRow, slot: CritiqueSlot): boolean {
  if (work.personId === reading.personId || hears(reading, work)) return true;
  const isOn = slot.state === 'running' || slot.state === 'paused' || slot.authorMissingAt !== null;
  return isOn && reading.session.state === 'running' && isInTheRoom(reading);
}

/** Who is checked in, and who has a part in it. */
const isInTheRoom = ({ came, personId, mine, works }: Reading): boolean =>
  came.has(personId) ||
  mine.some(({ state }) => state === 'assigned') ||
  works.some((work) => work.personId === personId && work.place !== null);

function authorOf(reading: Reading, work: WorkRow): string | null {
  return work.personId === reading.personId || !namesAreKeptBack(reading.session) ? work.author : null;
}

function ownWork(
  works: readonly WorkRow[],
  personId: string,
  slotOf: ReadonlyMap<string, string>,
): NowWorkView | null {
  const work = works.find((one) => one.personId === personId);
  if (work === undefined) return null;
  const { id, title, question, state, place } = work;
  return { submissionId: id, title, question, state, place, slotId: slotOf.get(id) ?? null };
}

/** Whoever hears it no more keeps its title alone, so that they know which one it was. */
function hearingView(
  reading: Reading,
  { id, attendeeId, state, source, heardBefore, words }: HearingRow,
  work: WorkRow,
  slotId: string | null,
): HearingView {
  const stands = state === 'assigned' || state === 'done';
  return {
    assignmentId: id,
    attendeeId,
    submissionId: work.id,
    state,
    standby: source === 'standby',
    slotId,
    title: work.title,
    author: stands ? authorOf(reading, work) : null,
    question: stands ? work.question : '',
    wants: stands ? work.wants : '',
    avoid: stands ? work.avoid : '',
    notes: stands ? work.notes : '',
    topics: stands ? work.topics : [],
    medium: stands ? work.medium : null,
    link: stands ? work.link : null,
    lengthMs: stands ? work.lengthMs : null,
    opinions: stands && work.opinions,
    heardBefore: stands && !namesAreKeptBack(reading.session) ? heardBefore : null,
    words,
  };
}

function slotView(reading: Reading, slot: CritiqueSlot, work: WorkRow): SlotNowView {
  const { id, seatTable, round, state, phase, phaseStartedAt, pausedAt, pausedMs, extraPhase } = slot;
  const role = work.personId === reading.personId ? 'author' : hears(reading, work) ? 'critic' : 'other';
  return {
    id,
    table: seatTable,
    round,
    state,
    phase,
    phaseStartedAt,
    pausedAt,
    pausedMs,
    extraPhase,
    waitsForAuthor: slot.authorMissingAt !== null,
    title: work.title,
    question: work.question,
    author: authorOf(reading, work),
    role,
  };
}
