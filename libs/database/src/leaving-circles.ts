import { nextRelease } from '#libs/domain';
import { lockCircle } from './circles.ts';
import type { Tx } from './tx.ts';

/** Leaves every circle as one leaves by oneself; who would be too few ends at the circle's next step. */
export async function leaveCircles(tx: Tx, personId: string): Promise<void> {
  const rows = await tx.query<{ organizationId: string; circleId: string }>(
    `select organization_id as "organizationId", circle_id as "circleId" from circle_members
     where person_id = $1 order by circle_id`,
    [personId],
  );
  for (const { organizationId, circleId } of rows) {
    const { circle, members } = await lockCircle(tx, organizationId, circleId);
    const member = members.find((one) => one.personId === personId);
    if (member === undefined) continue;
    member.leave(tx.now);
    member.contact = null;
    await tx.save(member);
    circle.answered(members, tx.now);
    if (circle.isTooSmall(members)) circle.wakeBy(nextRelease(tx.now, circle.timeZone));
    await tx.save(circle);
  }
}
