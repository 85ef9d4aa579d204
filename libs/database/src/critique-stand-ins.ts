import {
  Assignment,
  type CritiqueSession,
  CritiqueSlot,
  DomainError,
  Submission,
  actorOf,
  found,
} from '#libs/domain';
import { record } from './audit.ts';
import { keepSlot } from './critique-slots.ts';
import {
  type Wanting,
  addHearing,
  drawStandby,
  hasBegun,
  hearersOf,
  keptApartFrom,
} from './critique-standby.ts';
import type { Reader, Tx } from './tx.ts';

// Somebody did not come (critique.md, rule 5): a work takes the slot of another, a guest hears in the place of a critic.
// The caller holds the session.

interface Work {
  id: string;
  place: number | null;
}

const wantingAt = ({ submissionId, seatTable: table }: CritiqueSlot): Wanting => ({ submissionId, table });

/**
 * The slot of an author who did not come, or who took their work back, goes to the head of the waitlist, with its critics, and
 * the lost work waits from now on, at the end. Where nobody waits it is passed over, and is its author's again when they come.
 * @returns the work that has the slot now; null: nobody waited
 */
export async function giveSlotAway(
  tx: Tx,
  session: CritiqueSession,
  slot: CritiqueSlot,
): Promise<string | null> {
  const lost = slot.submissionId;
  const [next] = await waitingWorks(tx, session);
  if (slot.authorMissingAt !== null) await loseTurn(tx, slot);
  if (next === undefined) {
    slot.drop(tx.now);
    await keepSlot(tx, slot);
    await record(tx, actorOf(tx.scope), 'critique-slot.dropped', slot.id);
    return null;
  }
  await tx.query(
    `update submissions w set state = 'waitlisted', version = w.version + 1,
       place = (select max(place) + 1 from submissions where critique_session_id = w.critique_session_id)
     where w.id = $1 and w.organization_id = $2 and w.state = 'accepted'`,
    [lost, session.organizationId],
  );
  await tx.query(
    `update submissions set state = 'accepted', submitted_at = coalesce(submitted_at, $3), version = version + 1
     where id = $1 and organization_id = $2`,
    [next.id, session.organizationId, tx.now],
  );
  slot.giveTo(next.id);
  await keepSlot(tx, slot);
  await handOverCritics(tx, session, slot, lost);
  await record(tx, actorOf(tx.scope), 'critique-slot.given-away', slot.id);
  return next.id;
}

/**
 * The author of a slot was not there when its time came. A work without a time of submission waits for nothing: it is not
 * first next time (`queueOf`), and gives no credits back (`returnCredits`).
 */
export async function loseTurn(tx: Tx, { submissionId, organizationId }: CritiqueSlot): Promise<void> {
  await tx.query('update submissions set submitted_at = null where id = $1 and organization_id = $2', [
    submissionId,
    organizationId,
  ]);
}

/** They came after all, to a time that was passed over. @throws DomainError critique-author-not-missing */
export async function regainTurn(tx: Tx, { submissionId, organizationId }: CritiqueSlot): Promise<void> {
  const regained = await tx.query(
    `update submissions set submitted_at = $3 where id = $1 and organization_id = $2 and state = 'accepted' returning id`,
    [submissionId, organizationId, tx.now],
  );
  if (regained.length === 0) throw new DomainError('critique-author-not-missing');
}

/** Those whose authors have a seat at the evening, in the order of the plan. Whose own time was passed over had it. */
function waitingWorks(reader: Reader, { id, organizationId }: CritiqueSession): Promise<Work[]> {
  return reader.query<Work>(
    `select w.id, w.place from submissions w join attendees a on a.id = w.attendee_id
     where w.critique_session_id = $1 and w.organization_id = $2 and w.state = 'waitlisted' and a.status = 'confirmed'
       and not exists (select from critique_slots t where t.submission_id = w.id)
     order by w.place nulls last, w.submitted_at, w.id`,
    [id, organizationId],
  );
}

/** Who was to hear the lost work hears the new one, unless something keeps them apart: then somebody stands in. */
async function handOverCritics(
  tx: Tx,
  session: CritiqueSession,
  slot: CritiqueSlot,
  lost: string,
): Promise<void> {
  const { organizationId } = session;
  const critics = await tx.query<{ id: string; personId: string; attendeeId: string; wrote: boolean }>(
    `select g.id, g.person_id as "personId", g.attendee_id as "attendeeId", ${hasBegun} as wrote
     from assignments g
     where g.submission_id = $1 and g.organization_id = $2 and g.state = 'assigned' order by g.created_at, g.id`,
    [lost, organizationId],
  );
  const people = critics.map(({ personId }) => personId);
  const apart = await keptApartFrom(tx, session, slot.submissionId, people);
  const hears = await hearersOf(tx, session, slot.submissionId);
  let short = 0;
  for (const { id, personId, attendeeId, wrote } of critics) {
    const fits = !apart.has(personId);
    if (fits && !hears.has(personId))
      await addHearing(tx, session, slot.submissionId, { personId, attendeeId }, 'plan');
    if (!fits) short += 1;
    // What was written or marked stays with the work it is about.
    if (!wrote)
      await tx.query('delete from assignments where id = $1 and organization_id = $2', [id, organizationId]);
  }
  for (; short > 0; short -= 1) await drawStandby(tx, session, wantingAt(slot));
}

/**
 * A critic did not come: somebody of the evening without a work hears in their place.
 * @returns the person who stands in; null: nobody could
 * @throws DomainError critique-critic-not-expected, critique-slot-over
 */
export async function missCritic(
  tx: Tx,
  session: CritiqueSession,
  slot: CritiqueSlot,
  assignment: Assignment,
): Promise<string | null> {
  if (assignment.state !== 'assigned') throw new DomainError('critique-critic-not-expected');
  if (slot.state === 'done' || slot.state === 'skipped') throw new DomainError('critique-slot-over');
  assignment.state = 'missed';
  await tx.save(assignment);
  return drawStandby(tx, session, wantingAt(slot));
}

/**
 * A critic said in time that they cannot: somebody of the evening without a work hears in their place.
 * @returns the person who stands in; null: nobody could, or nobody hears the work any more
 * @throws DomainError assignment-begun, assignment-over
 */
export async function declineHearing(
  tx: Tx,
  session: CritiqueSession,
  assignment: Assignment,
): Promise<string | null> {
  const { submissionId, organizationId } = assignment;
  const slot = await tx.one(CritiqueSlot, { submissionId, organizationId });
  assignment.decline(slot?.state ?? null);
  await tx.save(assignment);
  const work = found(await tx.one(Submission, { id: submissionId, organizationId }));
  if (work.state !== 'accepted') return null;
  return drawStandby(tx, session, { submissionId, table: slot?.seatTable ?? null });
}

/**
 * A critic is here after all, and whoever was called in last for this work goes, unless they have begun to write.
 * @throws DomainError critique-critic-not-missing, critique-standby-began, critique-slot-over
 */
export async function findCritic(
  tx: Tx,
  { organizationId }: CritiqueSession,
  slot: CritiqueSlot,
  assignment: Assignment,
): Promise<void> {
  if (assignment.state !== 'missed') throw new DomainError('critique-critic-not-missing');
  if (slot.state === 'done' || slot.state === 'skipped') throw new DomainError('critique-slot-over');
  const called = await tx.query<{ id: string; wrote: boolean }>(
    `select g.id, ${hasBegun} as wrote from assignments g
     where g.submission_id = $1 and g.organization_id = $2 and g.source = 'standby' and g.state = 'assigned' and g.id <> $3
     order by wrote, g.created_at desc, g.id desc`,
    [assignment.submissionId, organizationId, assignment.id],
  );
  const [last] = called;
  if (last?.wrote === true) throw new DomainError('critique-standby-began');
  if (last !== undefined)
    await tx.query('delete from assignments where id = $1 and organization_id = $2', [
      last.id,
      organizationId,
    ]);
  assignment.state = 'assigned';
  await tx.save(assignment);
}

/** @throws DomainError not-found */
export async function assignmentOf(
  reader: Reader,
  { id: critiqueSessionId, organizationId }: CritiqueSession,
  id: string,
): Promise<Assignment> {
  return found(await reader.one(Assignment, { id, critiqueSessionId, organizationId }));
}
