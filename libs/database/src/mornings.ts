import { Event, eveningTakesMore } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

/** Somebody who came, may be written to and was not written to about the morning after yet. */
export interface Unwritten {
  attendeeId: string;
  personId: string;
}

/** Whoever was written to once is not again, whatever lists say later. */
export function unwrittenAt(reader: Reader, organizationId: string, eventId: string): Promise<Unwritten[]> {
  return reader.query<Unwritten>(
    `select a.id as "attendeeId", a.person_id as "personId" from attendees a join people p on p.id = a.person_id
     where a.organization_id = $1 and a.event_id = $2 and a.checked_in_at is not null and a.may_write
       and a.status not in ('held', 'declined', 'cancelled') and p.erased_at is null
       and not exists (select from bars b where b.organization_id = a.organization_id and b.person_id = p.id)
       and not exists (select from mails m where m.kind = 'morning-after' and m.subject_id = a.id)
     order by a.id`,
    [organizationId, eventId],
  );
}

/**
 * To be called where somebody is found to have come after the evening: by a list that was imported, or at the desk. Does
 * nothing before the evening is over, once it takes no more introductions, or when everybody was written to.
 */
export async function renewMornings(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  const event = await tx.locked(Event, { id: eventId, organizationId });
  if (event?.state !== 'published' || tx.now < event.endsAt || !eveningTakesMore(event.endsAt, tx.now))
    return;
  const unwritten = await unwrittenAt(tx, organizationId, eventId);
  const [made] = await tx.query<{ came: boolean; suggested: boolean }>(
    `select exists (select from attendees where event_id = $1 and checked_in_at is not null) as came,
       exists (select from introductions where event_id = $1 and source <> 'critique') as suggested`,
    [eventId],
  );
  if (made?.came !== true) return;
  event.planLateMornings({ unwritten: unwritten.length > 0, suggested: made.suggested }, tx.now);
  await tx.save(event);
}
