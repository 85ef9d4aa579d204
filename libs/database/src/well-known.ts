import { type Introduction, askedFirst, mostInAQuarter } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

// Whom an organization's hosts marked as well-known; panelists are at their own event, without a mark.

/** Which of these attendees are well-known. */
export async function wellKnownAmong(
  reader: Reader,
  organizationId: string,
  attendeeIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>(
    `select a.id from attendees a where a.organization_id = $1 and a.id = any ($2::uuid[])
       and (a.part = 'panelist' or exists (select from well_known w
         where w.organization_id = a.organization_id and w.person_id = a.person_id))`,
    [organizationId, attendeeIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who of the two is to be asked first and alone, as things are now. */
export function askFirstOf(
  { personA, personB, attendeeA, attendeeB }: Introduction,
  wellKnown: ReadonlySet<string>,
): string | null {
  return askedFirst({
    a: { personId: personA, isWellKnown: wellKnown.has(attendeeA) },
    b: { personId: personB, isWellKnown: wellKnown.has(attendeeB) },
  });
}

/**
 * Whether one of these well-known people has all the introductions of a quarter that this organization may approve. By what
 * shows: whatever became of an approved one, it counts. Approvals are counted one after the other, whichever event they
 * are of: the lock is one of the organization, taken after the introduction's.
 */
export async function isOverQuarterCap(
  tx: Tx,
  organizationId: string,
  people: readonly string[],
): Promise<boolean> {
  if (people.length === 0) return false;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('introductions.quarter:' || $1, 0))`, [
    organizationId,
  ]);
  // A statement of its own, so that it sees what the one before us approved.
  const rows = await tx.query(
    `select person.id from unnest($2::uuid[]) as person(id) join introductions i
       on i.organization_id = $1 and person.id in (i.person_a, i.person_b)
     where i.approved_at > $3::timestamptz - interval '3 months' and i.state not in ('suggested', 'dismissed', 'withdrawn')
     group by person.id having count(*) >= $4`,
    [organizationId, people, tx.now, mostInAQuarter],
  );
  return rows.length > 0;
}
