import type { AttendeeStatus } from '#libs/domain';
import { OneOf, Optional, OptionalLine } from '../problems/shapes.ts';
import {
  type AttendeeCountsRow,
  type AttendeeRow,
  type GuestListView,
  guestListViews,
} from './attendees.queries.ts';

export class AttendeesQuery {
  /** `pending` is everybody whose RSVP is not settled; `notGoing` is declined and cancelled. */
  @Optional() @OneOf(guestListViews) status?: GuestListView;
  /** A part of a name or an address, or "@domain". */
  @OptionalLine(254) search?: string;
  /** `next` of the page before. */
  @OptionalLine(800) after?: string;
}

export class AttendeeView {
  id!: string;
  name!: string;
  email!: string;
  status!: AttendeeStatus;
  /** The number of arrival: the order of the waitlist. */
  arrival!: number | null;
  checkedInAt!: string | null;
  source!: 'page' | 'host' | 'import';
  /** Whether they want introductions, as the board shows it; null does not say whether somebody said no or was not asked. */
  introductions!: 'given' | null;

  static of(row: AttendeeRow): AttendeeView {
    const { id, name, email, status, arrival, checkedInAt, source, introductions } = row;
    return {
      id,
      name,
      email,
      status,
      arrival,
      checkedInAt: checkedInAt?.toISOString() ?? null,
      source,
      introductions,
    };
  }
}

/** People by the state of their RSVP, whatever the list is filtered by. */
export class AttendeeCounts {
  confirmed!: number;
  waitlisted!: number;
  held!: number;
  pending!: number;
  declined!: number;
  cancelled!: number;
  checkedIn!: number;

  static of({
    confirmed,
    waitlisted,
    held,
    pending,
    declined,
    cancelled,
    checkedIn,
  }: AttendeeCountsRow): AttendeeCounts {
    return { confirmed, waitlisted, held, pending, declined, cancelled, checkedIn };
  }
}

export class AttendeesView {
  attendees!: AttendeeView[];
  counts!: AttendeeCounts;
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of(list: { rows: AttendeeRow[]; next: string | null; counts: AttendeeCountsRow }): AttendeesView {
    return {
      attendees: list.rows.map((row) => AttendeeView.of(row)),
      counts: AttendeeCounts.of(list.counts),
      next: list.next,
    };
  }
}
