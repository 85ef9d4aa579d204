import {
  Event,
  Introduction,
  type IntroductionSide,
  type Made,
  type Outcome,
  actorOf,
  found,
  releaseFrom,
} from '#libs/domain';
import { endFollowUps, wakeForFollowUp } from './follow-ups.ts';
import { keepTransition, logTransition, sidesOf } from './introductions.ts';
import { queueMails } from './mails.ts';
import type { Tx } from './tx.ts';

// What a person says after an introduction, in the scope of its organization. Each act is the person's own: it is kept on
// their side, has a line in the log that nobody outside reads, and shows neither to the other, to a host nor in the audit
// (never 1 and 13). So the introduction's version stays. Saying the same again is harmless, and a pair that ended inside
// takes everything as if it had not.

export interface WhoseIntroduction {
  organizationId: string;
  introductionId: string;
  personId: string;
}

interface Opened extends Made {
  introduction: Introduction;
  own: IntroductionSide;
  sides: IntroductionSide[];
}

/**
 * Marks how far the two have come, for this side; null takes the mark back. Once both say that they work together, both
 * are congratulated at the next release time.
 * @throws DomainError not-found when it is not theirs or was never made
 */
export async function markOutcome(
  tx: Tx,
  whose: WhoseIntroduction,
  outcome: Outcome | null,
): Promise<IntroductionSide> {
  const opened = await open(tx, whose);
  const { introduction, own, sides } = opened;
  const before = introduction.state;
  const changed = own.mark(outcome, opened, tx.now);
  await keepOwn(tx, own);
  const areWorking = introduction.progress(sides, tx.now);
  introduction.tellTogether(releaseFrom(tx.now, opened.zone), tx.now);
  if (changed || introduction.state !== before) {
    await keepTransition(tx, introduction, actorOf(tx.scope), `marked ${outcome ?? 'nothing'}`);
  }
  if (areWorking) await tellBoth(tx, opened, 'introduction-together');
  return own;
}

/** "Glad we met": told to both once both said so, at the next release time. @throws DomainError not-found */
export async function sayGlad(tx: Tx, whose: WhoseIntroduction, glad = true): Promise<IntroductionSide> {
  const opened = await open(tx, whose);
  const { introduction, own, sides } = opened;
  const changed = own.beGlad(glad, tx.now);
  await tx.save(own);
  if (!changed) return own;
  const areGlad = sides.every(({ gladAt, withdrawnAt }) => gladAt !== null && withdrawnAt === null);
  introduction.tellGlad(areGlad, releaseFrom(tx.now, opened.zone), tx.now);
  await keepTransition(tx, introduction, actorOf(tx.scope), glad ? 'glad' : 'not glad');
  if (areGlad && introduction.state !== 'ended for safety') await tellBoth(tx, opened, 'introduction-glad');
  return own;
}

/** "Later": the next stage that is 14 days away; takes "stop asking" back. @throws DomainError not-found */
export async function askLater(tx: Tx, whose: WhoseIntroduction): Promise<IntroductionSide> {
  const opened = await open(tx, whose);
  opened.own.later(opened, tx.now);
  await keepOwn(tx, opened.own);
  await logTransition(tx, opened.introduction, actorOf(tx.scope), 'later');
  return opened.own;
}

/** Ends this side's follow-ups about this pair. When nothing is to be heard from either, the pair lapses. */
export async function stopAsking(tx: Tx, whose: WhoseIntroduction): Promise<IntroductionSide> {
  const { introduction, own, sides } = await open(tx, whose);
  if (!own.stopAsking(tx.now)) return own;
  await tx.save(own);
  await logTransition(tx, introduction, actorOf(tx.scope), 'stopped asking');
  await lapseWhenSilent(tx, introduction, sides);
  return own;
}

/** Takes back what this side shared: the other no longer sees their contact, and no mail to the other names them. */
export async function withdrawSharing(tx: Tx, whose: WhoseIntroduction): Promise<IntroductionSide> {
  const { introduction, own, sides } = await open(tx, whose);
  if (!own.withdrawSharing(tx.now)) return own;
  await tx.save(own);
  introduction.tellNoMore(tx.now);
  await keepTransition(tx, introduction, actorOf(tx.scope), 'withdrew sharing');
  await lapseWhenSilent(tx, introduction, sides);
  return own;
}

/** Wishes, in private, that the two be part of a circle; or not any more. @throws DomainError not-found */
export async function wishCircle(tx: Tx, whose: WhoseIntroduction, wished = true): Promise<IntroductionSide> {
  const { introduction, own } = await open(tx, whose);
  if (!own.wishCircle(wished, tx.now)) return own;
  await tx.save(own);
  await logTransition(tx, introduction, actorOf(tx.scope), wished ? 'wished circle' : 'took wish back');
  return own;
}

/**
 * Never these two again: silent, symmetric, over all organizations. Works from a pair that was asked or made, and ends
 * every open pair of the two in this organization inside; what the other and the host see runs on, the other's follow-ups
 * included: only who blocks is asked no more. Pairs elsewhere are ended by whoever touches them next: every ask, release, reminder of theirs and mail looks at blocks again.
 * @throws DomainError not-found when it is not theirs, or they were never asked about it
 */
export async function blockPerson(tx: Tx, whose: WhoseIntroduction): Promise<void> {
  const { organizationId, introductionId, personId } = whose;
  const { personA, personB } = found(await tx.one(Introduction, { id: introductionId, organizationId }));
  const side = (await sidesOf(tx, [introductionId])).find((one) => one.personId === personId);
  found(side?.askedAt);
  // The pair's row first, then the block: a release that waits for the row sees the block when it goes on.
  for (const introduction of await lockPairsOf(tx, organizationId, personA, personB)) {
    await endFollowUps(tx, introduction.id, personId);
    if (!introduction.endForSafety('blocked', tx.now)) continue;
    await keepTransition(tx, introduction, actorOf(tx.scope), 'blocked');
  }
  await tx.query(
    `insert into blocks (person_id, blocked_id, created_at) values ($1, $2, $3) on conflict do nothing`,
    [personId, personId === personA ? personB : personA, tx.now],
  );
}

/** Takes a block of one's own back. What it ended stays ended. */
export async function unblockPerson(tx: Tx, personId: string, blockedId: string): Promise<void> {
  await tx.query('delete from blocks where person_id = $1 and blocked_id = $2', [personId, blockedId]);
}

/** Nothing is to be heard from either side any more: no mail, and any later mark revives the pair. */
export async function lapseWhenSilent(
  tx: Tx,
  introduction: Introduction,
  sides: readonly IntroductionSide[],
): Promise<void> {
  if (sides.length !== 2 || !sides.every(({ isSilent }) => isSilent)) return;
  if (introduction.lapse(tx.now)) await keepTransition(tx, introduction, actorOf(tx.scope), 'lapsed');
}

async function keepOwn(tx: Tx, own: IntroductionSide): Promise<void> {
  await tx.save(own);
  await wakeForFollowUp(tx, own);
}

/** Locks the pair first, so that two people who tap at once come one after the other (never 12). */
async function open(
  tx: Tx,
  { organizationId, introductionId, personId }: WhoseIntroduction,
): Promise<Opened> {
  const introduction = found(await tx.locked(Introduction, { id: introductionId, organizationId }));
  const introducedAt = found(introduction.introducedAt);
  const sides = await sidesOf(tx, [introductionId]);
  const own = found(sides.find((side) => side.personId === personId));
  const { timeZone: zone } = found(await tx.one(Event, { id: introduction.eventId, organizationId }));
  return { introduction, own, sides, introducedAt, zone };
}

async function lockPairsOf(
  tx: Tx,
  organizationId: string,
  personA: string,
  personB: string,
): Promise<Introduction[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from introductions where organization_id = $1 and person_a = $2 and person_b = $3
     order by id for no key update`,
    [organizationId, personA, personB],
  );
  const pairs = [];
  for (const { id } of rows) pairs.push(found(await tx.one(Introduction, { id, organizationId })));
  return pairs;
}

type ToBoth = 'introduction-glad' | 'introduction-together';

/**
 * One mail to each of the two, once ever; it looks again at both marks when it leaves. One that was held back then,
 * because somebody had taken a mark back, was never handed to anybody: it waits again.
 */
async function tellBoth(tx: Tx, { introduction, zone }: Opened, kind: ToBoth): Promise<void> {
  const { id, organizationId, personA, personB } = introduction;
  const dueAt = releaseFrom(tx.now, zone);
  const mailTo = (personId: string, other: string) => ({
    organizationId,
    kind,
    subjectId: id,
    personId,
    dueAt,
    speaksOf: [id, other],
  });
  await tx.query(
    `update mails set state = 'queued', due_at = $4, final_at = null, outcome = null, attempts = 0
     where organization_id = $1 and kind = $2 and subject_id = $3 and state = 'suppressed' and outcome = 'no-longer-true'`,
    [organizationId, kind, id, dueAt],
  );
  await queueMails(tx, [mailTo(personA, personB), mailTo(personB, personA)]);
}
