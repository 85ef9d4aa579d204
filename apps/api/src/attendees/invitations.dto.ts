import { OneOf, Optional, Pasted, OptionalLine } from '../problems/shapes.ts';
import type { InvitationCountsRow, InvitationRow } from './invitations.queries.ts';
import { type InvitedAddress, type InvitedOutcome, invitedOutcomes } from './invitations.service.ts';

/** 500 addresses of the longest kind. */
const longestPaste = 200_000;

export class InvitationsInput {
  /** Addresses as they were pasted, in lines or separated by commas or semicolons, or a list; at most 500. */
  @Pasted(longestPaste) emails!: string | string[];
}

export class InvitationsQuery {
  /** `next` of the page before. */
  @Optional() @OptionalLine(800) after?: string;
}

export const invitationStates = ['invited', 'reminded', 'declined'] as const;

export class InvitationView {
  id!: string;
  email!: string;
  /** `declined`: they said no, thank you. */
  @OneOf(invitationStates) state!: (typeof invitationStates)[number];
  invitedAt!: string;
  /** When the last mail about it was queued. */
  mailedAt!: string;

  static of({ id, email, state, reminders, mailedAt, createdAt }: InvitationRow): InvitationView {
    const open = reminders > 0 ? 'reminded' : 'invited';
    return {
      id,
      email,
      state: state === 'declined' ? 'declined' : open,
      invitedAt: createdAt.toISOString(),
      mailedAt: mailedAt.toISOString(),
    };
  }
}

export class InvitationCounts {
  /** Did not answer yet. */
  open!: number;
  accepted!: number;
  declined!: number;
  /** How many a reminder would go to now. */
  remindable!: number;

  static of({ open, accepted, declined, remindable }: InvitationCountsRow): InvitationCounts {
    return { open, accepted, declined, remindable };
  }
}

export class InvitationsView {
  /** Those who have not come yet, newest first. */
  invitations!: InvitationView[];
  counts!: InvitationCounts;
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of(list: {
    rows: InvitationRow[];
    next: string | null;
    counts: InvitationCountsRow;
  }): InvitationsView {
    return {
      invitations: list.rows.map((row) => InvitationView.of(row)),
      counts: InvitationCounts.of(list.counts),
      next: list.next,
    };
  }
}

export class InvitedAddressView {
  /** As the product keeps it; as it was pasted when it is no address. */
  address!: string;
  @OneOf(invitedOutcomes) outcome!: InvitedOutcome;
}

export class InvitedView {
  /** What became of each, in the order they stood in. */
  addresses!: InvitedAddressView[];

  static of(addresses: readonly InvitedAddress[]): InvitedView {
    return { addresses: addresses.map(({ address, outcome }) => ({ address, outcome })) };
  }
}

export class RemindedView {
  reminded!: number;
  /** How many have to wait for the next hour. */
  later!: number;
}
