import {
  type CritiqueSession,
  Event,
  Introduction,
  IntroductionSide,
  type PairHindrances,
  type Proposal,
  actorOf,
  blockedBy,
  found,
  newId,
  nextRelease,
  reasonOfPick,
  seedOf,
  toProfile,
  vocabularyOf,
} from '#libs/domain';
import { keepTransition, logTransition, obstaclesAmong } from './introductions.ts';
import { wakeAt } from './jobs.ts';
import { synonymsOf } from './synonyms.ts';
import { toldOfEachOther } from './told-people.ts';
import type { Reader, Tx } from './tx.ts';

// Two who chose each other are to be introduced without a host (introductions.md, States: — → agreed). Until the release
// nobody may tell it from anything: it stands as a pair that no board shows, or unseen beneath one that a board shows
// already (docs/decisions/0021).

/** One of two, as they took part in an evening. */
export interface Picked {
  personId: string;
  attendeeId: string;
}

/**
 * What follows from somebody's choice at a session, as it stands now: with whom they chose, and with whom they had agreed
 * before. No request waits for it, because the time it takes would tell whether a choice is returned. Repeating it changes
 * nothing.
 */
export async function settleChoices(tx: Tx, session: CritiqueSession, personId: string): Promise<void> {
  const { id, organizationId } = session;
  const pairs = await tx.query<{ own: string; attendeeId: string; personId: string }>(
    `select attendee_id as own, picked_attendee_id as "attendeeId", picked_person_id as "personId" from connect_picks
       where critique_session_id = $1 and organization_id = $2 and person_id = $3
     union
     select case person_a when $3 then attendee_a else attendee_b end, case person_a when $3 then attendee_b else attendee_a end,
       case person_a when $3 then person_b else person_a end
       from introductions where organization_id = $2 and $3 in (person_a, person_b) and release_at is not null
         and introduced_at is null
     order by 3, 2`,
    [id, organizationId, personId],
  );
  for (const { own, attendeeId, personId: other } of pairs)
    await settlePair(tx, session, { attendeeId: own, personId }, { attendeeId, personId: other });
}

/**
 * Makes or takes back what follows from the choices of these two, which are kept already. The lock of the evening has two that
 * are settled at once come one after the other; of people nothing is locked, because whoever saves a choice waits for that.
 * What forbids it stops it without a word, and is looked at again at the release.
 */
async function settlePair(tx: Tx, session: CritiqueSession, one: Picked, other: Picked): Promise<void> {
  const { organizationId, eventId } = session;
  await tx.query('select from events where id = $1 and organization_id = $2 for no key update', [
    eventId,
    organizationId,
  ]);
  const isMutual = await choseEachOther(tx, organizationId, one.personId, other.personId);
  const standing = await lockStanding(tx, organizationId, one.personId, other.personId);
  if (!isMutual) await takeBack(tx, standing);
  else if (standing === null || (standing.isUnasked && !standing.isAgreed))
    await agree(tx, session, standing, [one, other]);
}

/** Whether each of the two chose the other at one critique session. */
export async function choseEachOther(
  reader: Reader,
  organizationId: string,
  one: string,
  other: string,
): Promise<boolean> {
  const rows = await reader.query(
    `select from connect_picks x join connect_picks y on y.critique_session_id = x.critique_session_id
       and y.person_id = x.picked_person_id and y.picked_person_id = x.person_id
     where x.organization_id = $1 and x.person_id = $2 and x.picked_person_id = $3`,
    [organizationId, one, other],
  );
  return rows.length > 0;
}

/**
 * A host makes a pair of two who are agreed unseen: it becomes theirs, and the agreement goes on beneath it.
 * @param own what the host made, or null to look only
 */
export async function takeOverUnseen(
  tx: Tx,
  { organizationId, personA, personB }: PairOfTwo,
): Promise<Date | null> {
  const standing = await lockStanding(tx, organizationId, personA, personB);
  if (standing?.isUnseen !== true) return null;
  const { releaseAt } = standing;
  standing.closeQuietly('taken-over', tx.now);
  await keepTransition(tx, standing, actorOf(tx.scope), 'taken over');
  return releaseAt;
}

/** What was agreed goes on beneath a pair that a host has just made or brought back. */
export async function agreeBeneath(
  tx: Tx,
  introduction: Introduction,
  releaseAt: Date | null,
): Promise<void> {
  if (releaseAt === null) return;
  introduction.agreeUnderneath(releaseAt);
  await keepTransition(tx, introduction, actorOf(tx.scope), 'agreed');
  await wakeForRelease(tx, introduction);
}

/** A pair has left the board without a "never": what the two had agreed beneath it goes on unseen. */
export async function agreeOnUnseen(tx: Tx, gone: Introduction, releaseAt: Date | null): Promise<void> {
  if (releaseAt === null) return;
  const { organizationId, eventId, personA, personB, attendeeA, attendeeB } = gone;
  const sides = [
    { personId: personA, attendeeId: attendeeA, reason: gone.reasonA },
    { personId: personB, attendeeId: attendeeB, reason: gone.reasonB },
  ] as const;
  const proposal = { organizationId, eventId, sides, seed: gone.seed, askFirst: gone.askFirst };
  await keepUnseen(tx, proposal, releaseAt);
}

/** The two sides of a pair that agreed of itself have said yes, as if they had been asked. */
export async function sayYesForBoth(tx: Tx, { id }: Introduction): Promise<void> {
  await tx.query(
    `update introduction_sides set consent = 'yes', answered_at = $2, version = version + 1
     where introduction_id = $1 and consent = 'not_asked'`,
    [id, tx.now],
  );
}

type PairOfTwo = Pick<Introduction, 'organizationId' | 'personA' | 'personB'>;

/** The pair of these two that stands in truth, locked; or one that a host still reads as asked. */
async function lockStanding(
  tx: Tx,
  organizationId: string,
  one: string,
  other: string,
): Promise<Introduction | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from introductions where organization_id = $1 and person_a = least($2::uuid, $3::uuid)
       and person_b = greatest($2::uuid, $3::uuid)
       and (state not in ('dismissed', 'withdrawn', 'closed quietly') or appears_until > $4)
     order by id desc limit 1 for no key update`,
    [organizationId, one, other, tx.now],
  );
  return row === undefined ? null : found(await tx.one(Introduction, { id: row.id, organizationId }));
}

async function takeBack(tx: Tx, standing: Introduction | null): Promise<void> {
  if (standing?.isAgreed !== true || !(standing.isUnseen || standing.isUnasked)) return;
  if (standing.isUnasked) standing.forgetAgreement();
  else standing.closeQuietly('taken-back', tx.now);
  await keepTransition(tx, standing, actorOf(tx.scope), 'taken back');
}

async function agree(
  tx: Tx,
  session: CritiqueSession,
  standing: Introduction | null,
  pair: readonly [Picked, Picked],
): Promise<void> {
  const { organizationId, eventId } = session;
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  if (event.state !== 'published') return;
  const [{ personId: one }, { personId: other }] = pair;
  if (blockedBy(await betweenTwoOfTheirOwn(tx, organizationId, one, other)) !== null) return;
  const releaseAt = nextRelease(tx.now, event.timeZone);
  if (standing === null) await keepUnseen(tx, await proposalOf(tx, session, pair), releaseAt);
  else await agreeBeneath(tx, standing, releaseAt);
}

/**
 * What stands between two who chose each other; looked at when they agree, at the release and by the mail. That one was asked
 * elsewhere and it came to nothing does not undo two yeses, and neither does having talked. Whether they know each other as
 * told elsewhere cannot be seen where it was told here too, so it counts only where it was not.
 */
export async function betweenTwoOfTheirOwn(
  reader: Reader,
  organizationId: string,
  one: string,
  other: string,
): Promise<PairHindrances> {
  const obstacles = await obstaclesAmong(reader, organizationId, [one, other]);
  const told = await toldOfEachOther(reader, organizationId, one, other);
  return {
    ...obstacles.between(one, other),
    ...(told === 'known' && { knownHere: true }),
    ...(told === 'talked' && { knownHere: false, known: false }),
    coolingDown: false,
  };
}

type OfTwo = Omit<Proposal, 'id' | 'source' | 'band'>;

async function proposalOf(
  tx: Tx,
  { organizationId, eventId, format }: CritiqueSession,
  [one, other]: readonly [Picked, Picked],
): Promise<OfTwo> {
  const rows = await tx.query<{ id: string; profile: object }>(
    'select id, profile from attendees where organization_id = $1 and id = any ($2::uuid[])',
    [organizationId, [one.attendeeId, other.attendeeId]],
  );
  const profileOf = ({ attendeeId }: Picked) =>
    toProfile(found(rows.find(({ id }) => id === attendeeId)).profile);
  const options = {
    vocabulary: vocabularyOf(await synonymsOf(tx, organizationId)),
    history: format === 'written' ? {} : { sameTable: true },
  };
  const reason = (reader: Picked, about: Picked) => ({
    ...reader,
    reason: reasonOfPick(profileOf(reader), profileOf(about), options),
  });
  const people = [one.personId, other.personId].sort().join(' ');
  const sides = [reason(one, other), reason(other, one)] as const;
  return { organizationId, eventId, sides, seed: seedOf(`${eventId} ${people}`), askFirst: null };
}

/** Another evening of the organization may have made the same pair at this moment: then theirs stands. */
async function keepUnseen(tx: Tx, proposal: OfTwo, releaseAt: Date): Promise<void> {
  const { organizationId } = proposal;
  const whole: Proposal = { ...proposal, id: newId(), source: 'critique', band: 'fair' };
  const introduction = Introduction.agreedBetween(whole, releaseAt, tx.now);
  const kept = await tx.query(
    `insert into introductions select * from jsonb_populate_record(null::introductions, $1::jsonb)
     on conflict do nothing returning id`,
    [rowOf(introduction)],
  );
  if (kept.length === 0) return;
  for (const { personId, attendeeId } of proposal.sides)
    await tx.insert(IntroductionSide, IntroductionSide.of(newId(), introduction, { personId, attendeeId }));
  await sayYesForBoth(tx, introduction);
  await logTransition(tx, { id: introduction.id, organizationId }, actorOf(tx.scope), 'agreed');
  await wakeForRelease(tx, introduction);
}

async function wakeForRelease(tx: Tx, { id, organizationId, releaseAt }: Introduction): Promise<void> {
  const when = { key: `release:${id}`, runAt: found(releaseAt) };
  await wakeAt(tx, 'introductions.release', { organizationId, introductionId: id }, when);
}

/** An entity as its table names the columns; jsonb columns keep the names inside. */
function rowOf(row: object): string {
  const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
}
