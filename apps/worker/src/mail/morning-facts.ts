import { handleFor } from '#libs/database';
import { eveningTakesMoreUntil } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';

interface MorningRow {
  organizationId: string;
  name: string;
  eventTitle: string;
  timeZone: string;
  endsAt: Date;
}

/**
 * Subject: the attendee. Only to somebody who came, as it stands now: a check-in can be undone, an evening
 * cancelled, somebody barred.
 */
export const morningAfterLoader: Loader<FactsOf<'morning-after'>> = async (tx, mail, { keys, publicUrl }) => {
  const { subjectId, personId } = mail;
  const [row] = await tx.query<MorningRow>(
    `select a.organization_id as "organizationId", a.name, e.title as "eventTitle", e.time_zone as "timeZone",
       e.ends_at as "endsAt"
     from attendees a join events e on e.id = a.event_id
     where a.id = $1 and a.person_id = $2 and a.checked_in_at is not null and a.may_write
       and a.status not in ('held', 'declined', 'cancelled') and e.state = 'published'
       and not exists (select from bars b where b.organization_id = a.organization_id and b.person_id = a.person_id)`,
    [subjectId, personId],
  );
  if (row === undefined) return null;
  const { organizationId, name, eventTitle, timeZone, endsAt } = row;
  const expiresAt = eveningTakesMoreUntil(endsAt);
  if (tx.now >= expiresAt) return null;
  const handle = { purpose: 'morning', organizationId, personId, subjectId, expiresAt } as const;
  const morningUrl = `${publicUrl}/morning/${await handleFor(tx, keys, handle)}`;
  return { facts: { name, eventTitle, morningUrl }, timeZone };
};
