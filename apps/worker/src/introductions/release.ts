import { type Database, type Tx, keepTransition, obstaclesAmong, record, sidesOf } from '#libs/database';
import {
  Event,
  Introduction,
  blockedBy,
  firstMover,
  found,
  inOrganization,
  inPostHours,
  releaseFrom,
  system,
} from '#libs/domain';
import { type Jobs, later } from '#libs/jobs';
import { post } from '#libs/mail';

/** The release time of two yeses: everything is looked at again, then both are written to at once. */
export async function release(
  { organizationId, introductionId }: Jobs['introductions.release'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const introduction = await tx.locked(Introduction, { id: introductionId, organizationId });
    if (
      introduction?.state !== 'agreed' ||
      introduction.releaseAt === null ||
      introduction.releaseAt > tx.now
    )
      return;
    const { timeZone } = found(await tx.one(Event, { id: introduction.eventId, organizationId }));
    if (!inPostHours(tx.now, timeZone)) {
      await postpone(tx, introduction, releaseFrom(tx.now, timeZone));
      return;
    }
    const hindrance = await whatForbids(tx, introduction);
    if (hindrance !== null) {
      introduction.closeQuietly(hindrance, tx.now);
      await keepTransition(tx, introduction, system, 'closed quietly');
      return;
    }
    await introduce(tx, introduction);
  });
}

async function whatForbids(
  tx: Tx,
  { id, organizationId, personA, personB }: Introduction,
): Promise<string | null> {
  const sides = await sidesOf(tx, [id]);
  if (sides.length !== 2 || sides.some(({ consent }) => consent !== 'yes')) return 'no-answer';
  const obstacles = await obstaclesAmong(tx, organizationId, [personA, personB]);
  // A question elsewhere that came to nothing meanwhile does not undo two yeses.
  return blockedBy({ ...obstacles.between(personA, personB), coolingDown: false });
}

async function introduce(tx: Tx, introduction: Introduction): Promise<void> {
  const { id, organizationId, personA, personB, seed, askFirst } = introduction;
  const times = await timesFirst(tx, organizationId, [personA, personB]);
  const moverOf = (personId: string) => ({ personId, timesFirst: times.get(personId) ?? 0 });
  introduction.introduce(firstMover(moverOf(personA), moverOf(personB), seed, askFirst), tx.now);
  await keepTransition(tx, introduction, system, 'introduced');
  // Contacts are frozen now: a later change of address is not theirs to learn.
  await tx.query(
    `update introduction_sides s set contact = p.email from people p
     where s.introduction_id = $1 and p.id = s.person_id and s.contact is null`,
    [id],
  );
  await tx.query(
    `insert into known_pairs (organization_id, person_a, person_b, source, created_at) values ($1, $2, $3, 'introduced', $4)
     on conflict do nothing`,
    [organizationId, personA, personB, tx.now],
  );
  await record(tx, system, 'introduction.introduced', id);
  await post(
    tx,
    [personA, personB].map((personId) => ({
      organizationId,
      kind: 'introduction' as const,
      subjectId: id,
      personId,
      speaksOf: [id, personId === personA ? personB : personA],
    })),
  );
}

async function timesFirst(
  tx: Tx,
  organizationId: string,
  people: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; times: number }>(
    `select first_mover as id, count(*)::int as times from introductions
     where organization_id = $1 and first_mover = any ($2::uuid[]) group by first_mover`,
    [organizationId, people],
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

async function postpone(tx: Tx, introduction: Introduction, releaseAt: Date): Promise<void> {
  const { id, organizationId } = introduction;
  introduction.postpone(releaseAt);
  await tx.save(introduction);
  await later(
    tx,
    'introductions.release',
    { organizationId, introductionId: id },
    { key: `release:${id}`, runAt: releaseAt },
  );
}
