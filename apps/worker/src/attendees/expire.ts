import { type Database, expireOverdue } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import type { Jobs } from '#libs/jobs';

/** The time of holds or offers is over: what they kept is free again, and the queue moves up. */
export async function expire(
  { organizationId, eventId }: Jobs['attendees.expire'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), (tx) => expireOverdue(tx, organizationId, eventId));
}
