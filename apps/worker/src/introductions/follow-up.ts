import {
  type Database,
  type Tx,
  blocksOf,
  endFollowUps,
  hasStoppedFollowUps,
  introducedTo,
  keepTransition,
  lapseWhenSilent,
  lastFollowUpOf,
  lockPeople,
  logTransition,
  obstaclesAmong,
  sidesOf,
  wakeForFollowUp,
} from '#libs/database';
import {
  Introduction,
  type IntroductionSide,
  type Made,
  followUpAllowedFrom,
  followUpGatherDays,
  found,
  inOrganization,
  inPostHours,
  nextPostHour,
  system,
} from '#libs/domain';
import type { Jobs } from '#libs/jobs';
import { post } from '#libs/mail';

interface Pair extends Made {
  introduction: Introduction;
  own: IntroductionSide;
  sides: IntroductionSide[];
  otherId: string;
}

const day = 86_400_000;

/**
 * Asks one person how it goes with everybody of this organization about whom it is due, in one mail. Whether and when a
 * side is asked depends on what that side did alone: anything else would tell it what the other one said (never 13).
 */
export async function followUp(
  { organizationId, personId }: Jobs['introductions.follow-up'],
  { db }: { db: Database },
): Promise<void> {
  await db.write(inOrganization(organizationId, system), async (tx) => {
    const near = await pairsNear(tx, organizationId, personId);
    if (!near.some((pair) => isDue(pair, tx.now))) return;
    // One organization at a time decides about a person's follow-ups, so that the second sees the mail of the first.
    await lockPeople(tx, [personId]);
    const standing = await passUnheardOf(tx, await endThoseApart(tx, near, personId), personId);
    const asked = await leaveQuietOnes(tx, standing);
    const due = asked.filter((pair) => isDue(pair, tx.now));
    const [first] = due;
    if (first === undefined) return;
    if (await isClosed(tx, organizationId, personId)) {
      await pass(tx, due);
      return;
    }
    const from = await earliest(tx, personId, first.zone);
    if (from > tx.now) {
      for (const { own } of due) own.postponeFollowUp(from);
      await keepSides(tx, due);
      return;
    }
    await askAbout(tx, organizationId, personId, asked);
  });
}

const isDue = ({ own }: Pair, now: Date): boolean => own.followUpAt !== null && own.followUpAt <= now;

/** Due now, or so soon that one mail does for all. In the order of ids, so that two of these never wait in a circle. */
async function pairsNear(tx: Tx, organizationId: string, personId: string): Promise<Pair[]> {
  const near = new Date(tx.now.getTime() + followUpGatherDays * day);
  const rows = await tx.query<{ id: string; zone: string }>(
    `select i.id, e.time_zone as zone from introductions i join introduction_sides s on s.introduction_id = i.id
     join events e on e.id = i.event_id
     where s.organization_id = $1 and s.person_id = $2 and s.follow_up_at <= $3 and i.introduced_at is not null
     order by i.id for no key update of i`,
    [organizationId, personId, near],
  );
  const all = await sidesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const pairs: Pair[] = [];
  for (const { id, zone } of rows) {
    const introduction = found(await tx.one(Introduction, { id, organizationId }));
    const sides = all.filter((side) => side.introductionId === id);
    const own = found(sides.find((side) => side.personId === personId));
    // Whoever tapped while this waited for the row may have moved it.
    if (own.followUpAt === null || own.followUpAt > near) continue;
    const otherId = introduction.personA === personId ? introduction.personB : introduction.personA;
    pairs.push({ introduction, own, sides, otherId, zone, introducedAt: found(introduction.introducedAt) });
  }
  return pairs;
}

/**
 * A block of their own, a deletion or a withdrawal: the pair is not spoken of to them any more. A block by the other one,
 * made at another organization, ends the pair inside and moves nothing that they get.
 */
async function endThoseApart(tx: Tx, pairs: readonly Pair[], personId: string): Promise<Pair[]> {
  const others = pairs.map(({ otherId }) => otherId);
  const blocks = await blocksOf(tx, personId, others);
  const erased = await erasedAmong(tx, [personId, ...others]);
  const standing: Pair[] = [];
  for (const pair of pairs) {
    const { introduction, own, otherId } = pair;
    const isErased = erased.has(personId) || erased.has(otherId);
    const isBlocked = blocks.made.has(otherId) || blocks.suffered.has(otherId);
    if (isErased || isBlocked) await endInside(tx, pair, isErased ? 'erased' : 'blocked');
    const endedByThem = introduction.state === 'ended for safety' && introduction.closeCause !== 'blocked';
    if (!isErased && !endedByThem && !blocks.made.has(otherId) && !hasWithdrawn(pair)) {
      standing.push(pair);
      continue;
    }
    own.leaveInPeace();
    await tx.save(own);
  }
  return standing;
}

async function endInside(tx: Tx, { introduction }: Pair, cause: 'erased' | 'blocked'): Promise<void> {
  if (!introduction.endForSafety(cause, tx.now)) return;
  if (cause === 'erased') await endFollowUps(tx, introduction.id);
  await keepTransition(tx, introduction, system, 'ended for safety');
}

const hasWithdrawn = ({ sides }: Pair): boolean => sides.some(({ withdrawnAt }) => withdrawnAt !== null);

async function erasedAmong(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    'select id from people where id = any ($1::uuid[]) and erased_at is not null',
    [people],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whom the introduction itself never reached: the stage passes, and it counts as no silence. @returns the others */
async function passUnheardOf(tx: Tx, pairs: readonly Pair[], personId: string): Promise<Pair[]> {
  const [first] = pairs;
  if (first === undefined) return [];
  const ids = pairs.map(({ introduction }) => introduction.id);
  const reached = await introducedTo(tx, first.introduction.organizationId, personId, ids);
  const unheardOf = pairs.filter((pair) => !reached.has(pair.introduction.id));
  await pass(
    tx,
    unheardOf.filter((pair) => isDue(pair, tx.now)),
  );
  return pairs.filter((pair) => !unheardOf.includes(pair));
}

async function pass(tx: Tx, due: readonly Pair[]): Promise<void> {
  for (const { own, ...made } of due) own.skipFollowUp(made, tx.now);
  await keepSides(tx, due);
}

/** Whoever let two follow-ups pass is left in peace; a pair of which both are silent lapses. @returns the others */
async function leaveQuietOnes(tx: Tx, pairs: readonly Pair[]): Promise<Pair[]> {
  const quiet = pairs.filter(({ own }) => own.hasGoneQuiet(tx.now));
  for (const { own, introduction, sides } of quiet) {
    own.leaveInPeace();
    await tx.save(own);
    await logTransition(tx, introduction, system, 'left in peace');
    await lapseWhenSilent(tx, introduction, sides);
  }
  return pairs.filter((pair) => !quiet.includes(pair));
}

/** Opted out, pausing, or without follow-ups: the stage passes, and it counts as no silence. */
async function isClosed(tx: Tx, organizationId: string, personId: string): Promise<boolean> {
  const obstacles = await obstaclesAmong(tx, organizationId, [personId]);
  return obstacles.isClosed(personId) || (await hasStoppedFollowUps(tx, organizationId, personId));
}

/** In post hours, and 14 days after the person's last follow-up mail of any organization. */
async function earliest(tx: Tx, personId: string, zone: string): Promise<Date> {
  const { last } = await lastFollowUpOf(tx, personId);
  const allowed = last === null ? tx.now : followUpAllowedFrom(last, zone);
  if (allowed > tx.now) return allowed;
  return inPostHours(tx.now, zone) ? tx.now : nextPostHour(tx.now, zone);
}

async function askAbout(
  tx: Tx,
  organizationId: string,
  personId: string,
  pairs: readonly Pair[],
): Promise<void> {
  // Somebody who let two pass is judged when the next is due, not a few days before.
  const gathered = pairs.filter((pair) => isDue(pair, tx.now) || !pair.own.isNearlyQuiet);
  for (const { own, introduction, ...made } of gathered) {
    own.followUp(made, tx.now);
    await logTransition(tx, introduction, system, 'followed up');
  }
  await keepSides(tx, gathered);
  await post(tx, [
    {
      organizationId,
      kind: 'introduction-follow-up',
      subjectId: organizationId,
      personId,
      step: tx.now.toISOString(),
      speaksOf: gathered.flatMap(({ introduction, otherId }) => [introduction.id, otherId]),
    },
  ]);
}

async function keepSides(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  for (const { own } of pairs) {
    await tx.save(own);
    await wakeForFollowUp(tx, own);
  }
}
