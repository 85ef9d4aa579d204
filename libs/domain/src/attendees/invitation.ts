import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { Event } from '../events/event.ts';

/** Reminders of one invitation: not more often than every three days, and at most two. */
export const invitationReminders = { most: 2, everyDays: 3 } as const;

/** A host's word that somebody may come: it passes the gates of invitation and approval, and holds no seat. */
@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 10 }) state!: 'live' | 'accepted' | 'declined' | 'revoked';
  /** A no is remembered also when it was taken back, or the invitation was: nobody is asked twice. */
  @Column('boolean') saidNo!: boolean;
  @Column('uuid', { nullable: true }) invitedBy!: string | null;
  @Column('int') reminders!: number;
  /** When the last mail about it was queued. */
  @Column('timestamptz') mailedAt!: Date;
  @Column('timestamptz') createdAt!: Date;

  /** Their no; also of somebody who had accepted and cancelled. @throws DomainError invitation-over */
  decline(): void {
    this.refuseWhenRevoked();
    this.state = 'declined';
    this.saidNo = true;
  }

  /** They come after all: a no can be taken back while the event is open. @throws DomainError invitation-over */
  reopen(): void {
    this.refuseWhenRevoked();
    if (this.state === 'declined') this.state = 'live';
  }

  /**
   * The host takes it back; that they said no stays known. Somebody who accepted has an RSVP, which is
   * cancelled as such.
   * @throws DomainError changed-meanwhile
   */
  revoke(): void {
    if (this.state === 'accepted') throw new DomainError('changed-meanwhile');
    this.state = 'revoked';
  }

  /** @throws DomainError invitation-over */
  refuseWhenRevoked(): void {
    if (this.state === 'revoked') throw new DomainError('invitation-over');
  }
}

/**
 * Whether people can still be invited: also before registration opens, because then the mail says from when they can answer.
 * @throws DomainError event-cancelled, event-not-published, registration-closed
 */
export function refuseUnlessInvitable(event: Event, now: Date): void {
  const opens = event.opensAt?.getTime() ?? 0;
  event.refuseRsvpUnlessOpen(new Date(Math.max(now.getTime(), opens)));
}
