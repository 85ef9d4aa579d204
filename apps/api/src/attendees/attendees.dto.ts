import { spokenCodeOf } from '#libs/database';
import {
  type AttendeeStatus,
  type CancelCause,
  type ErrorCode,
  type MoveReason,
  moveReasons,
} from '#libs/domain';
import type { MailKind } from '#libs/mail';
import { words } from '#libs/words';
import { ApiProperty } from '@nestjs/swagger';
import {
  type LastMail,
  type MailFate,
  type ReturnReason,
  loggedKinds,
  mailFates,
  returnReasons,
} from '../mail-fates.ts';
import { Email, Ids, Line, Lines, OneOf, Optional, OptionalLine, Text, YesNo } from '../problems/shapes.ts';
import type { HistoryRow } from './attendee-history.queries.ts';
import {
  type AttendeeCountsRow,
  type AttendeeRow,
  type GuestSort,
  type GuestTab,
  guestSorts,
  guestTabs,
} from './attendees.queries.ts';

export class AttendeesQuery {
  /**
   * `pending` holds those who wait for approval and those whose address is not confirmed, `waitlist` also those with an
   * offer, `notGoing` the declined and the cancelled. Who is only invited stands under `invitations`.
   */
  @Optional() @OneOf(guestTabs) tab?: GuestTab;
  /** A part of a name, of an address or of a guest's name, or "@domain". */
  @OptionalLine(254) search?: string;
  /** By name unless it says otherwise; the waitlist in the order of its queue. */
  @Optional() @OneOf(guestSorts) sort?: GuestSort;
  /** `next` of the page before. */
  @OptionalLine(800) after?: string;
}

export class AttendeeInput {
  @Line(200) name!: string;
  @Email() email!: string;
  /** The names of those who come along, also more than guests may bring by themselves. */
  @Optional() @Lines(10, 200) guests?: string[];
  /** Gives the seat by name although the room is full; without it a full room means the waitlist. */
  @Optional() @YesNo() beyondCapacity?: boolean;
}

export class DecisionInput {
  /** In the mail to this person. */
  @Optional() @Text(500) note?: string;
}

export class DecisionsInput extends DecisionInput {
  @Ids(200) ids!: string[];
}

export class MoveInput {
  @OneOf(moveReasons) reason!: MoveReason;
}

export class AnswerView {
  question!: string;
  /** One text, or each that was chosen. */
  answers!: string[];
}

/** As the mail log has it: `sent` is also what its reader asked not to get. */
export class LastMailView {
  @ApiProperty({ enum: loggedKinds }) kind!: MailKind;
  at!: string;
  @ApiProperty({ enum: mailFates }) fate!: MailFate;
  @ApiProperty({ enum: returnReasons, nullable: true }) reason!: ReturnReason | null;

  static of({ kind, at, fate, reason }: LastMail): LastMailView {
    return { kind, at, fate, reason };
  }
}

export class AttendeeView {
  id!: string;
  name!: string;
  email!: string;
  status!: AttendeeStatus;
  /** How a cancelled RSVP came to be that. */
  cancelCause!: CancelCause | null;
  /** The person and those they bring. */
  partySize!: number;
  guests!: string[];
  /** Null for a role that does not read them. */
  answers!: AnswerView[] | null;
  /** The number of arrival: the order of the waitlist, but for those a host moved up. */
  arrival!: number | null;
  /** The place in the queue, from 1. */
  place!: number | null;
  movedUp!: boolean;
  offerExpiresAt!: string | null;
  /** What a host wrote to this person when they decided; null for a role that does not read it. */
  note!: string | null;
  /** What the door is shown beside the name: "Ask about access". */
  doorNote!: string | null;
  /** Eight letters that find them at the door, "K7QM-2XHD", as on their ticket and their badge. */
  code!: string;
  checkedInAt!: string | null;
  source!: 'page' | 'host' | 'import' | 'door' | 'panel';
  /** Whether they want introductions, as the board shows it; null does not say whether somebody said no or was not asked. */
  introductions!: 'given' | null;
  /** Whether the organization takes no RSVP of this person any more. */
  barred!: boolean;
  /** Mail of this organization to this address came back, so none is sent there any more. */
  mailReturns!: boolean;
  /** The last mail about this event; null: none, or a role that does not read it. */
  lastMail!: LastMailView | null;
  createdAt!: string;

  /** @param readsAnswers what a person told the hosts is theirs to read, not the door's */
  static of(row: AttendeeRow, readsAnswers: boolean): AttendeeView {
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      status: row.status,
      cancelCause: row.cancelCause,
      partySize: row.partySize,
      guests: row.guests,
      answers: readsAnswers ? row.answers.map(answerView) : null,
      arrival: row.arrival,
      place: row.place,
      movedUp: row.movedUp,
      offerExpiresAt: row.offerExpiresAt?.toISOString() ?? null,
      note: readsAnswers ? row.note : null,
      doorNote: row.doorNote,
      code: spokenCodeOf(row.id),
      checkedInAt: row.checkedInAt?.toISOString() ?? null,
      source: row.source,
      introductions: row.introductions,
      barred: row.barred,
      mailReturns: row.mailReturns,
      lastMail: readsAnswers && row.lastMail !== null ? LastMailView.of(row.lastMail) : null,
      createdAt: row.createdAt.toISOString(),
    };
  }
}

const answerView = ({ question, answer }: AttendeeRow['answers'][number]): AnswerView => ({
  question,
  answers: typeof answer === 'string' ? [answer] : answer,
});

/** RSVPs by tab, whatever the list is filtered by. */
export class AttendeeCounts {
  all!: number;
  going!: number;
  /** Those who are going with everybody they bring. */
  goingPeople!: number;
  pending!: number;
  /** Of the pending ones those whose address is not confirmed. */
  held!: number;
  waitlist!: number;
  /** Invited and not answered. */
  invited!: number;
  notGoing!: number;
  checkedIn!: number;
  /** Going and not checked in, once the event is over. */
  noShow!: number;

  static of(row: AttendeeCountsRow): AttendeeCounts {
    const { all, going, goingPeople, pending, held, waitlist, invited, notGoing, checkedIn, noShow } = row;
    return { all, going, goingPeople, pending, held, waitlist, invited, notGoing, checkedIn, noShow };
  }
}

export class AttendeesView {
  attendees!: AttendeeView[];
  counts!: AttendeeCounts;
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of(
    list: { rows: AttendeeRow[]; next: string | null; counts: AttendeeCountsRow },
    readsAnswers: boolean,
  ): AttendeesView {
    return {
      attendees: list.rows.map((row) => AttendeeView.of(row, readsAnswers)),
      counts: AttendeeCounts.of(list.counts),
      next: list.next,
    };
  }
}

export interface AddedRow {
  attendee: AttendeeRow;
  already: boolean;
}

export class AddedView {
  attendee!: AttendeeView;
  /** They had a live RSVP before, which stays as it is. */
  already!: boolean;

  static of({ attendee, already }: AddedRow, readsAnswers: boolean): AddedView {
    return { attendee: AttendeeView.of(attendee, readsAnswers), already };
  }
}

export interface OutcomeRow {
  id: string;
  status: AttendeeStatus | null;
  code: ErrorCode | null;
}

/** What a decision came to for one of them: how they stand now, or why not. */
export class OutcomeView {
  id!: string;
  status!: AttendeeStatus | null;
  code!: string | null;
  detail!: string | null;

  static of({ id, status, code }: OutcomeRow): OutcomeView {
    return { id, status, code, detail: code === null ? null : words.problems[code] };
  }
}

export class OutcomesView {
  outcomes!: OutcomeView[];

  static of(rows: readonly OutcomeRow[]): OutcomesView {
    return { outcomes: rows.map((row) => OutcomeView.of(row)) };
  }
}

export class HistoryLine {
  at!: string;
  /** Who did it: the guest, a member, a program, a door, or Acquaint by itself. */
  by!: 'guest' | 'person' | 'key' | 'link' | 'system';
  /** Of a member or a door. */
  name!: string | null;
  /** What was done, as a stable code such as "attendee.approved". */
  action!: string;
  /** A code, where the act has one. */
  reason!: string | null;

  static of({ at, actorKind, actorName, isGuest, action, reason }: HistoryRow): HistoryLine {
    const by = isGuest ? 'guest' : actorKind;
    return {
      at: at.toISOString(),
      by,
      name: by === 'person' || by === 'link' ? actorName : null,
      action,
      reason,
    };
  }
}

export class HistoryView {
  lines!: HistoryLine[];

  static of(rows: readonly HistoryRow[]): HistoryView {
    return { lines: rows.map((row) => HistoryLine.of(row)) };
  }
}
