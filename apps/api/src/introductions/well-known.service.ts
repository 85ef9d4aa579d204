import { Database, record, tellBoard } from '#libs/database';
import { Attendee, type Member, found } from '#libs/domain';
import { lockEvening } from '#libs/suggestions';
import { Injectable } from '@nestjs/common';

/**
 * A private mark of the hosts, on a person and not on an attendee: it stands at every event of the organization. Its line in
 * the audit is about the event, because the history of an attendee is that of an RSVP.
 */
@Injectable()
export class WellKnownService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found */
  async mark(member: Member, eventId: string, attendeeId: string): Promise<void> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      await lockEvening(tx, organizationId, eventId);
      const { personId } = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
      const made = await tx.query(
        `insert into well_known (organization_id, person_id, marked_by, created_at) values ($1, $2, $3, $4)
         on conflict do nothing returning person_id`,
        [organizationId, personId, member.personId, tx.now],
      );
      if (made.length === 0) return;
      await record(tx, member.actor, 'well-known.marked', eventId, { attendeeId });
      await tellBoard(tx, eventId);
    });
  }

  /** @throws DomainError not-found */
  async unmark(member: Member, eventId: string, attendeeId: string): Promise<void> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      await lockEvening(tx, organizationId, eventId);
      const { personId } = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
      const gone = await tx.query(
        'delete from well_known where organization_id = $1 and person_id = $2 returning person_id',
        [organizationId, personId],
      );
      if (gone.length === 0) return;
      await record(tx, member.actor, 'well-known.unmarked', eventId, { attendeeId });
      await tellBoard(tx, eventId);
    });
  }
}
