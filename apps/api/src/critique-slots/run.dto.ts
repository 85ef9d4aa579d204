import { mayBeDrawn } from '#libs/database';
import {
  type AssignmentState,
  type CritiqueFormat,
  type CritiqueSessionState,
  type CritiqueSlot,
  type Medium,
  type SlotState,
  type Speaker,
  authorAwaitedMs,
} from '#libs/domain';
import type { SessionNow } from '../critiques/critique-screens.service.ts';
import { OneOf, Optional, WholeNumber, YesNo } from '../problems/shapes.ts';

/** `room`: for a wall that everybody reads; without critics, and without authors while names are kept back. */
export type ScreenKind = 'facilitator' | 'room';

export class ScreenQuery {
  @Optional() @OneOf(['facilitator', 'room']) screen?: ScreenKind;
}

export class SlotAct {
  /** Of the slot, as the screen showed it. */
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class NextAct extends SlotAct {
  /** Starts the next work of the table at once. */
  @Optional() @YesNo() start?: boolean;
}

export class RunPhaseView {
  key!: string;
  label!: string;
  seconds!: number;
  speaks!: Speaker;
}

export class RunCriticView {
  assignmentId!: string;
  attendeeId!: string;
  /** null of somebody who has left. */
  name!: string | null;
  /** Not whether they write: that shows a host only by what can be changed no more. */
  state!: AssignmentState;
  /** Called in for somebody who is missing. */
  standby!: boolean;
}

/** One work's time at one table: the facts of its clock, from which every screen works out the same moment. */
export class RunSlotView {
  id!: string;
  version!: number;
  table!: number;
  round!: number;
  state!: SlotState;
  phase!: number;
  phaseStartedAt!: Date | null;
  pausedAt!: Date | null;
  pausedMs!: number;
  /** The phase that has the extra minute. */
  extraPhase!: number | null;
  /** Since when the author is waited for. */
  authorMissingAt!: Date | null;
  /** When the time goes to the head of the waitlist. */
  forfeitsAt!: Date | null;
  submissionId!: string;
  title!: string;
  question!: string;
  /** null of somebody who has left, and in the room while names are kept back. */
  author!: string | null;
  /** What it is: a file of this kind, or a link. null in the room, which hears it played. */
  medium!: Medium | null;
  /** Where it is, if it is not a file. null in the room. */
  link!: string | null;
  critics!: RunCriticView[];
  /** How many critics it has too few. */
  lacks!: number;
  /** Guests who could be called in for this work, unless something keeps them from it. */
  standbyLeft!: number;
}

/** A session at one moment. */
export class RunView {
  serverNow!: Date;
  version!: number;
  id!: string;
  title!: string;
  format!: CritiqueFormat;
  tables!: number;
  state!: CritiqueSessionState;
  /** Names are kept back from the room until the session is over. */
  blind!: boolean;
  phases!: RunPhaseView[];
  slots!: RunSlotView[];
  /** Works on the waitlist. */
  waiting!: number;
  /** Guests without a work who could still be called in for somebody. */
  standbyLeft!: number;

  static of(all: SessionNow, screen: ScreenKind): RunView {
    const { session, works, slots, now } = all;
    return {
      serverNow: now,
      version: session.version,
      id: session.id,
      title: session.title,
      format: session.format,
      tables: session.tables,
      state: session.state,
      blind: session.blind === 'round' && session.state !== 'ended',
      phases: session.phases.map(({ key, label, seconds, speaks }) => ({ key, label, seconds, speaks })),
      slots: slots.map((slot) => slotView(all, slot, screen)),
      waiting: works.filter(({ state }) => state === 'waitlisted').length,
      standbyLeft: all.standby.filter(({ saidNo }) => !saidNo).length,
    };
  }
}

function slotView(all: SessionNow, slot: CritiqueSlot, screen: ScreenKind): RunSlotView {
  const work = all.works.find(({ id }) => id === slot.submissionId);
  const namesShown =
    screen === 'facilitator' || all.session.blind === 'none' || all.session.state === 'ended';
  const { id, version, state, phase, phaseStartedAt, pausedAt, pausedMs, extraPhase, authorMissingAt } = slot;
  return {
    id,
    version,
    table: slot.seatTable,
    round: slot.round,
    state,
    phase,
    phaseStartedAt,
    pausedAt,
    pausedMs,
    extraPhase,
    authorMissingAt,
    forfeitsAt: authorMissingAt === null ? null : new Date(authorMissingAt.getTime() + authorAwaitedMs),
    submissionId: slot.submissionId,
    title: work?.title ?? '',
    question: work?.question ?? '',
    author: namesShown ? (work?.author ?? null) : null,
    medium: screen === 'room' ? null : (work?.medium ?? null),
    link: screen === 'room' ? null : (work?.link ?? null),
    critics: screen === 'room' ? [] : criticsOf(all, slot),
    lacks: lackedBy(all, slot),
    standbyLeft: standbyFor(all, slot),
  };
}

/** Of a work that is over nobody is missing any more. */
function lackedBy({ session, hearings }: SessionNow, { submissionId, state }: CritiqueSlot): number {
  if (state === 'done' || state === 'skipped') return 0;
  const critics = hearings.filter(
    (one) => one.submissionId === submissionId && (one.state === 'assigned' || one.state === 'done'),
  );
  return Math.max(0, (session.criticsUsed ?? 0) - critics.length);
}

function standbyFor({ standby, hearings }: SessionNow, { submissionId, seatTable }: CritiqueSlot): number {
  const hear = hearings.filter((one) => one.submissionId === submissionId).map(({ personId }) => personId);
  return standby.filter((one) => mayBeDrawn(one, seatTable) && !hear.includes(one.personId)).length;
}

/** What anybody writes, and whether they do, is not here: a facilitator sees who is at the table. */
function criticsOf({ hearings }: SessionNow, { submissionId }: CritiqueSlot): RunCriticView[] {
  return hearings
    .filter((hearing) => hearing.submissionId === submissionId)
    .map(({ id, attendeeId, name, state, source }) => ({
      assignmentId: id,
      attendeeId,
      name,
      state,
      standby: source === 'standby',
    }));
}
