import type { AttendeeStatus, NextStep, StatusReason } from '#libs/domain';
import type { MyStatusAt } from './my-status.service.ts';

/** Where the signed-in person stands at an event, why, and what they can do next. */
export class MyStatusView {
  /** Null: there is no RSVP. */
  status!: AttendeeStatus | null;
  /** A code: why it is so, or the first gate that an RSVP of this minute would meet; null when nothing stands in the way. */
  reason!: StatusReason | null;
  /** A code: what to do next; null when there is nothing left to do. */
  next!: NextStep | null;
  /** For the path /me/rsvps/{attendeeId}; null without an RSVP. */
  attendeeId!: string | null;
  /** 1 for the head of the queue; null for anybody who is not waitlisted. */
  placeInQueue!: number | null;
  /** Until when the offered seat is kept. */
  offerExpiresAt!: string | null;
  /** The person and everybody they bring; null without an RSVP. */
  party!: number | null;
  /** Whether answers can still be changed. */
  answersOpen!: boolean;
  opensAt!: string | null;
  closesAt!: string | null;

  static of(standing: MyStatusAt): MyStatusView {
    const { status, reason, next, attendeeId, placeInQueue, party, answersOpen } = standing;
    return {
      status,
      reason,
      next,
      attendeeId,
      placeInQueue,
      offerExpiresAt: standing.offerExpiresAt?.toISOString() ?? null,
      party,
      answersOpen,
      opensAt: standing.opensAt?.toISOString() ?? null,
      closesAt: standing.closesAt?.toISOString() ?? null,
    };
  }
}
