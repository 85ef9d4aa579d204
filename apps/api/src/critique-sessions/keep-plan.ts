import { type QueuedRow, type Tx, clearPlan } from '#libs/database';
import { Assignment, type CritiqueSession, CritiqueSlot, newId } from '#libs/domain';
import type { DraftPlan } from './draft-plan.ts';

/** Puts a plan in the place of what stood. The caller holds the session. */
export async function keepPlan(tx: Tx, session: CritiqueSession, draft: DraftPlan): Promise<void> {
  const { accepted, waiting, plan, people, topics, kept, parted } = draft;
  await clearPlan(tx, session, idsOf(kept));
  await tx.query(
    `update assignments set state = 'declined' where organization_id = $1 and id = any ($2::uuid[])`,
    [session.organizationId, idsOf(parted)],
  );
  await placeWorks(tx, session, accepted, waiting);
  const ids = {
    organizationId: session.organizationId,
    eventId: session.eventId,
    critiqueSessionId: session.id,
  };
  if (session.format !== 'written') {
    const slots = accepted.map(({ id: submissionId }, at) =>
      Object.assign(new CritiqueSlot(), ids, {
        id: newId(),
        submissionId,
        seatTable: plan.seats[at]?.table,
        round: plan.seats[at]?.round,
        state: 'planned',
      }),
    );
    await tx.insert(CritiqueSlot, slots);
  }
  const drawn = plan.hearings.flatMap(({ work, critic, fixed }) => {
    const shared = topics(work, critic);
    if (fixed) return [];
    return [
      Object.assign(new Assignment(), ids, people[critic], {
        id: newId(),
        submissionId: accepted[work]?.id,
        state: 'assigned',
        source: 'plan',
        fixed: false,
        why: shared.length > 0 ? [{ code: 'topics', topics: shared }] : [{ code: 'drawn' }],
        createdAt: tx.now,
      }),
    ];
  });
  await tx.insert(Assignment, drawn);
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Who is not coming any more waits behind all others. */
async function placeWorks(
  tx: Tx,
  { id, organizationId }: CritiqueSession,
  accepted: readonly QueuedRow[],
  waiting: readonly QueuedRow[],
): Promise<void> {
  await tx.query(
    `update submissions w set version = w.version + 1, place = q.place,
       state = case when q.place <= $4 then 'accepted' else 'waitlisted' end
     from (select w.id, coalesce(array_position($3::uuid[], w.id), cardinality($3::uuid[]) + 1) as place from submissions w
       where w.critique_session_id = $1 and w.organization_id = $2 and w.state in ('submitted', 'accepted', 'waitlisted')) q
     where w.id = q.id and w.organization_id = $2`,
    [id, organizationId, [...accepted, ...waiting].map((work) => work.id), accepted.length],
  );
}
