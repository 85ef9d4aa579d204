import { type Tx, admissionOf, handleFor } from '#libs/database';
import { handleEnd } from '#libs/domain';
import { type EventFacts, type FactsOf } from '#libs/mail';
import type { ClaimedMail } from './mail-row.ts';
import type { Loader, Tools } from './loader.ts';
import { eventOf } from './rsvp-row.ts';

interface InvitationRow extends EventFacts {
  eventId: string;
  organizationId: string;
  organization: string;
  inviter: string | null;
  opensAt: Date | null;
}

/** Subject: the invitation. It leaves only while its answer would still let somebody in. */
async function openInvitation(
  tx: Tx,
  { subjectId, personId }: ClaimedMail,
): Promise<InvitationRow | undefined> {
  const [row] = await tx.query<InvitationRow>(
    `select i.event_id as "eventId", i.organization_id as "organizationId", o.name as organization,
       (select p.name from members m join people p on p.id = m.person_id
         where m.organization_id = i.organization_id and m.person_id = i.invited_by) as inviter,
       e.opens_at as "opensAt", e.title, e.starts_at as "startsAt", e.ends_at as "endsAt",
       e.time_zone as "timeZone", e.place, e.city, e.private_place as "privatePlace"
     from invitations i join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
     where i.id = $1 and i.person_id = $2 and i.state = 'live' and e.state = 'published' and e.ends_at > $3
       and (e.closes_at is null or e.closes_at > $3)
       and not exists (select from attendees a where a.event_id = i.event_id and a.person_id = i.person_id
         and a.status not in ('cancelled', 'held'))`,
    [subjectId, personId, tx.now],
  );
  if (row === undefined) return undefined;
  const { barred } = await admissionOf(tx, row.organizationId, row.eventId, personId);
  return barred ? undefined : row;
}

async function factsOf(
  tx: Tx,
  row: InvitationRow,
  { subjectId, personId }: ClaimedMail,
  { keys, publicUrl }: Tools,
): Promise<FactsOf<'invitation-reminder'>> {
  const token = await handleFor(tx, keys, {
    purpose: 'invitation',
    organizationId: row.organizationId,
    personId,
    subjectId,
    expiresAt: handleEnd(row.endsAt),
  });
  return {
    event: eventOf(row, false),
    organization: row.organization,
    invitationUrl: `${publicUrl}/invited/${token}`,
    answerFrom: row.opensAt !== null && row.opensAt > tx.now ? row.opensAt : null,
  };
}

export const invitationLoader: Loader<FactsOf<'invitation'>> = async (tx, mail, tools) => {
  const row = await openInvitation(tx, mail);
  if (row === undefined) return null;
  return { facts: { ...(await factsOf(tx, row, mail, tools)), inviter: row.inviter }, timeZone: null };
};

export const invitationReminderLoader: Loader<FactsOf<'invitation-reminder'>> = async (tx, mail, tools) => {
  const row = await openInvitation(tx, mail);
  return row === undefined ? null : { facts: await factsOf(tx, row, mail, tools), timeZone: null };
};

/**
 * Subject: the invitation. Only to somebody who knows of the event, by a mail that left, and has not answered: with an RSVP
 * they hear of it by that, and after a no it is nothing to them.
 */
export const invitedEventCancelledLoader: Loader<FactsOf<'invited-event-cancelled'>> = async (
  tx,
  { subjectId, personId },
) => {
  const [row] = await tx.query<EventFacts & { organization: string; cancelReason: string | null }>(
    `select o.name as organization, e.cancel_reason as "cancelReason", e.title, e.starts_at as "startsAt",
       e.ends_at as "endsAt", e.time_zone as "timeZone", e.place, e.city, e.private_place as "privatePlace"
     from invitations i join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
     where i.id = $1 and i.person_id = $2 and i.state = 'live' and e.state = 'cancelled' and e.ends_at > $3
       and exists (select from mails m where m.kind in ('invitation', 'invitation-reminder') and m.subject_id = i.id
         and m.person_id = i.person_id and m.state in ('handed', 'sent', 'unsure'))
       and not exists (select from attendees a where a.event_id = i.event_id and a.person_id = i.person_id
         and a.status not in ('cancelled', 'held'))`,
    [subjectId, personId, tx.now],
  );
  if (row === undefined) return null;
  const { organization, cancelReason } = row;
  return { facts: { event: eventOf(row, false), organization, reason: cancelReason ?? '' }, timeZone: null };
};
