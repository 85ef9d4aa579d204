import { DomainError, type Introduction, system } from '#libs/domain';
import { emptyWordsAbout } from './erased-words.ts';
import { emptyMailsAbout } from './erased-mails.ts';
import { forgetTraces } from './erased-traces.ts';
import { cancelAttendee } from './event-desk.ts';
import { emptyOwnRows, leaveOrganizations } from './erased-rows.ts';
import { endFollowUps } from './follow-ups.ts';
import { hashesOfErased } from './former-selves.ts';
import { keepTransition } from './introductions.ts';
import { type Leaving, lockEvenings, lockPairs, whoLeaves, whoLeft } from './leaving.ts';
import type { Keys } from './tokens.ts';
import { leaveCircles } from './leaving-circles.ts';
import { leaveCritiques } from './leaving-critiques.ts';
import { leaveEvenings } from './leaving-evenings.ts';
import { recordApart } from './audit.ts';
import type { Tx } from './tx.ts';

/**
 * Empties everything that is stored about a person, over all organizations, and keeps ids and counts (product.md, People).
 * In the scope of the system, in one transaction: done whole or not at all, and doing it again is nothing.
 *
 * To everybody else it looks like silence: pairs end inside as by a block, and somebody's open question about them keeps the
 * sentence it came with until its own last day, unless that sentence names them. Where they had a seat ahead it is given
 * back at the desk.
 * @throws DomainError not-found, last-owner-leaving
 */
export async function erasePerson(tx: Tx, keys: Keys, personId: string): Promise<void> {
  const leaving = await whoLeaves(tx, personId);
  if (leaving === null) return;
  await refuseLastOwner(tx, personId);
  await tx.query(
    `insert into erased_people (person_id, email_hash, erased_at, look_again_at)
     values ($1, $2, $3, $3::timestamptz + make_interval(mins => $4))`,
    [personId, hashesOfErased(keys, leaving.email)[0] ?? '', tx.now, againAfterMinutes],
  );
  await recordApart(tx, { kind: 'person', id: personId }, 'person.erased', personId);
  await emptyEverything(tx, leaving);
}

/**
 * Goes through everything once more for who left a few minutes ago: a request that was under way may have written after
 * the erasure. Then once again when the last sentence that an open question kept may go. A few at a time.
 */
export async function forgetOnceMore(tx: Tx): Promise<void> {
  const due = await tx.query<{ personId: string }>(
    `select person_id as "personId" from erased_people where look_again_at <= app_now()
     order by person_id limit 20 for update skip locked`,
  );
  for (const { personId } of due) {
    const wordsUntil = await emptyEverything(tx, await whoLeft(tx, personId));
    await tx.query('update erased_people set look_again_at = $2 where person_id = $1', [
      personId,
      wordsUntil,
    ]);
  }
}

/** Far longer than any request or job may hold a transaction open. */
const againAfterMinutes = 10;

/** @returns when the last sentence about them may go that somebody's open question keeps; null when none is left */
async function emptyEverything(tx: Tx, leaving: Leaving): Promise<Date | null> {
  const { personId } = leaving;
  await lockEvenings(tx, leaving);
  await giveSeatsBack(tx, personId);
  const pairs = await lockPairs(tx, personId);
  for (const pair of pairs) await endPair(tx, pair);
  await leaveCircles(tx, personId);
  await leaveCritiques(tx, leaving);
  await leaveEvenings(tx, leaving);
  const wordsUntil = await emptyWordsAbout(tx, leaving, pairs);
  await emptyMailsAbout(tx, leaving, pairs);
  await forgetTraces(tx, leaving);
  await leaveOrganizations(tx, leaving);
  // Last: a new address takes the row's strongest lock, for which everything that refers to it is waited for.
  await emptyOwnRows(tx, leaving);
  return wordsUntil;
}

/** The last owner stays until somebody else is one; the owners are locked, so that two cannot leave at once. */
async function refuseLastOwner(tx: Tx, personId: string): Promise<void> {
  const owners = await tx.query<{ organizationId: string; personId: string }>(
    `select organization_id as "organizationId", person_id as "personId" from members where role = 'owner'
       and organization_id in (select organization_id from members where person_id = $1 and role = 'owner')
     order by organization_id, id for update`,
    [personId],
  );
  const others = Map.groupBy(owners, ({ organizationId }) => organizationId);
  for (const owning of others.values()) {
    if (!owning.some((owner) => owner.personId !== personId)) throw new DomainError('last-owner-leaving');
  }
}

/** As if they had cancelled: the seat goes to the head of the queue. Evenings that are over keep their count. */
async function giveSeatsBack(tx: Tx, personId: string): Promise<void> {
  const ahead = await tx.query<{ organizationId: string; eventId: string; attendeeId: string }>(
    `select a.organization_id as "organizationId", a.event_id as "eventId", a.id as "attendeeId"
     from attendees a join events e on e.id = a.event_id
     where a.person_id = $1 and a.status not in ('cancelled', 'declined') and e.state <> 'cancelled' and e.ends_at > $2
     order by a.event_id`,
    [personId, tx.now],
  );
  for (const attendee of ahead) await cancelAttendee(tx, attendee, 'by-person');
}

/** A suggestion goes from the board; an approval runs its course without a question; whatever was asked ends inside. */
async function endPair(tx: Tx, pair: Introduction): Promise<void> {
  if (pair.state === 'suggested') {
    pair.dismiss('replaced', tx.now);
    await keepTransition(tx, pair, system, 'replaced');
  } else if (pair.endForSafety('erased', tx.now)) {
    await endFollowUps(tx, pair.id);
    await keepTransition(tx, pair, system, 'erased');
  }
}
