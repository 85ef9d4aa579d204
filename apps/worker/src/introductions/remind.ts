import { type Database, type Tx, obstaclesAmong } from '#libs/database';
import { IntroductionSide, found, inOrganization, inPostHours, nextPostHour, system } from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';
import { post } from '#libs/mail';

/** The one reminder of a person's open questions, on day 3: about their own silence, so it is the same for a dead pair. */
export async function remind(
  { organizationId, personId }: Jobs['introductions.remind'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const due = await dueReminders(tx, organizationId, personId);
    const [first] = due;
    if (first === undefined) return;
    if (!inPostHours(tx.now, first.zone)) {
      await postpone(tx, organizationId, personId, due, nextPostHour(tx.now, first.zone));
      return;
    }
    for (const { id } of due) {
      const side = found(await tx.one(IntroductionSide, { id, organizationId }));
      side.remind(tx.now);
      await tx.save(side);
    }
    const { optedOut, paused } = (await obstaclesAmong(tx, organizationId, [personId])).between(
      personId,
      personId,
    );
    if (optedOut === true || paused === true) return;
    const speaksOf = due.map(({ introductionId }) => introductionId);
    await post(tx, [
      { organizationId, kind: 'introduction-reminder', subjectId: first.id, personId, speaksOf },
    ]);
  });
}

interface DueReminder {
  id: string;
  introductionId: string;
  zone: string;
}

function dueReminders(tx: Tx, organizationId: string, personId: string): Promise<DueReminder[]> {
  return tx.query<DueReminder>(
    `select s.id, s.introduction_id as "introductionId", e.time_zone as zone
     from introduction_sides s join introductions i on i.id = s.introduction_id join events e on e.id = i.event_id
     where s.organization_id = $1 and s.person_id = $2 and s.consent = 'asked' and s.reminded_at is null
       and s.remind_at <= $3 and s.ask_ends_at > $3
     order by s.id for no key update of s`,
    [organizationId, personId, tx.now],
  );
}

async function postpone(
  tx: Tx,
  organizationId: string,
  personId: string,
  due: readonly DueReminder[],
  remindAt: Date,
): Promise<void> {
  await tx.query('update introduction_sides set remind_at = $2 where id = any ($1::uuid[])', [
    due.map(({ id }) => id),
    remindAt,
  ]);
  const key = `remind:${organizationId}:${personId}:${remindAt.toISOString()}`;
  await later(tx, 'introductions.remind', { organizationId, personId }, { key, runAt: remindAt });
}
