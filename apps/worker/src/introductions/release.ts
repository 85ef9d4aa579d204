import {
  type Database,
  type Tx,
  askFirstOf,
  betweenTwoOfTheirOwn,
  choseEachOther,
  keepTransition,
  lockPeople,
  obstaclesAmong,
  record,
  sayYesForBoth,
  sidesOf,
  timesFirst,
  wakeForFollowUp,
  wellKnownAmong,
} from '#libs/database';
import {
  Event,
  Introduction,
  type Made,
  blockedBy,
  firstMover,
  found,
  inOrganization,
  inPostHours,
  lapseOf,
  nudgeOf,
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
    await lockBoth(tx, introductionId);
    const introduction = await tx.locked(Introduction, { id: introductionId, organizationId });
    if (introduction?.isAgreed !== true || found(introduction.releaseAt) > tx.now) return;
    const { timeZone } = found(await tx.one(Event, { id: introduction.eventId, organizationId }));
    if (!inPostHours(tx.now, timeZone)) {
      await postpone(tx, introduction, releaseFrom(tx.now, timeZone));
      return;
    }
    const hindrance = await whatForbids(tx, introduction);
    if (hindrance !== null) return close(tx, introduction, hindrance);
    if (isOfTheirOwn(introduction)) await surface(tx, introduction);
    await introduce(tx, introduction, timeZone);
  });
}

/**
 * Never 7: two organizations that introduce the same two at once come one after the other, so that the second sees what the
 * first has done. People before their pairs, in the order of an erasure.
 */
async function lockBoth(tx: Tx, introductionId: string): Promise<void> {
  const sides = await sidesOf(tx, [introductionId]);
  await lockPeople(
    tx,
    sides.map(({ personId }) => personId),
  );
}

/** Two who chose each other, and whom nobody asked. */
const isOfTheirOwn = ({ isUnseen, isUnasked }: Introduction): boolean => isUnseen || isUnasked;

/** A pair that a host has on the board meanwhile stays there, and everything about it goes its usual way. */
async function close(tx: Tx, introduction: Introduction, hindrance: string): Promise<void> {
  if (introduction.isUnasked) introduction.forgetAgreement();
  else introduction.closeQuietly(hindrance, tx.now);
  await keepTransition(tx, introduction, system, 'closed quietly');
}

async function surface(tx: Tx, introduction: Introduction): Promise<void> {
  const wellKnown = await wellKnownAmong(tx, introduction.organizationId, [
    introduction.attendeeA,
    introduction.attendeeB,
  ]);
  introduction.orderAsks(askFirstOf(introduction, wellKnown));
  introduction.surface();
  await sayYesForBoth(tx, introduction);
}

async function haveBothSaidYes(tx: Tx, introduction: Introduction): Promise<boolean> {
  const { id, organizationId, personA, personB } = introduction;
  if (isOfTheirOwn(introduction)) return choseEachOther(tx, organizationId, personA, personB);
  const sides = await sidesOf(tx, [id]);
  return sides.length === 2 && sides.every(({ consent }) => consent === 'yes');
}

async function whatForbids(tx: Tx, introduction: Introduction): Promise<string | null> {
  const { organizationId, personA, personB } = introduction;
  if (!(await haveBothSaidYes(tx, introduction))) return 'no-answer';
  if (isOfTheirOwn(introduction))
    return blockedBy(await betweenTwoOfTheirOwn(tx, organizationId, personA, personB));
  const obstacles = await obstaclesAmong(tx, organizationId, [personA, personB]);
  // A question elsewhere that came to nothing meanwhile does not undo two yeses.
  return blockedBy({ ...obstacles.between(personA, personB), coolingDown: false });
}

async function introduce(tx: Tx, introduction: Introduction, zone: string): Promise<void> {
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
  await beginMonthsAfter(tx, introduction, { introducedAt: tx.now, zone });
}

/** The nudge, which its own facts decide about when it is due; each side's first follow-up; and the end of the year. */
async function beginMonthsAfter(tx: Tx, introduction: Introduction, made: Made): Promise<void> {
  const { id, organizationId, personA, personB } = introduction;
  const mover = found(introduction.firstMover);
  const speaksOf = [id, mover === personA ? personB : personA];
  await post(tx, [
    {
      organizationId,
      kind: 'introduction-nudge',
      subjectId: id,
      personId: mover,
      dueAt: nudgeOf(made),
      speaksOf,
    },
  ]);
  for (const side of await sidesOf(tx, [id])) {
    side.beginFollowUps(made);
    await tx.save(side);
    await wakeForFollowUp(tx, side);
  }
  const end = { key: `lapse:${id}`, runAt: lapseOf(made.introducedAt) };
  await later(tx, 'introductions.lapse', { organizationId, introductionId: id }, end);
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
