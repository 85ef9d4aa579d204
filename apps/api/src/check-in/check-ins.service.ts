import { Database, type ScanResult, keepScans, record } from '#libs/database';
import { Attendee, Event, type Member, found, scanTime } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { CheckInInput } from './check-ins.dto.ts';

/** Check-in by members, from the guest list. */
@Injectable()
export class CheckInsService {
  constructor(private readonly db: Database) {}

  /** Now, by the product's clock. Who is not going is not let in by this. @throws DomainError not-found */
  checkIn(member: Member, eventId: string, { attendeeId, kind, nonce }: CheckInInput): Promise<ScanResult> {
    const { organizationId, actor, personId } = member;
    return this.db.write(member.scope, async (tx) => {
      const { startsAt } = found(await tx.one(Event, { id: eventId, organizationId }));
      found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
      const [person] = await tx.query<{ name: string | null }>('select name from people where id = $1', [
        personId,
      ]);
      const scan = { organizationId, eventId, attendeeId, nonce, kind, actor, forced: false } as const;
      const scannedAt = scanTime(tx.now, startsAt, tx.now);
      const by = person?.name ?? null;
      return found((await keepScans(tx, [{ ...scan, otherwise: 'wrong-event', scannedAt, by }]))[0]);
    });
  }

  /** What the door should know of somebody. @throws DomainError not-found */
  async note(member: Member, eventId: string, attendeeId: string, note: string): Promise<void> {
    const { organizationId } = member;
    await this.db.write(member.scope, async (tx) => {
      const changed = await tx.query(
        `update attendees set door_note = nullif($4, '') where id = $1 and event_id = $2 and organization_id = $3
           returning id`,
        [attendeeId, eventId, organizationId, note],
      );
      found(changed[0]);
      await record(tx, member.actor, 'attendee.door-note-changed', attendeeId);
    });
  }
}
