import { type Database, expireHold as expire } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** The address was not confirmed in time: what it held is free again, and the queue moves up. */
export async function expireHold(
  { organizationId, attendeeId }: Jobs['attendees.expire-hold'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), (tx) => expire(tx, organizationId, attendeeId));
}
