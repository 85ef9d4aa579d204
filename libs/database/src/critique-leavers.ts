import { type CritiqueSession, Submission, found } from '#libs/domain';
import { returnSpent } from './critique-credits.ts';
import { hearingsOf, replaceWork } from './critique-plan.ts';
import { drawStandby, hasBegun } from './critique-standby.ts';
import type { Reader, Tx } from './tx.ts';

// What becomes of a session when somebody in it lost their seat at the evening or was erased. It is read from what stands, so
// doing it again changes nothing. The caller holds the session.

/** Whether the seat of the attendee `a` is gone. */
const isGone = `(a.status <> 'confirmed' or exists (select from people p where p.id = a.person_id and p.erased_at is not null))`;

export interface Reseated {
  /** Whether any screen shows something else now. */
  isNews: boolean;
  /** Whose place or works are others than before. */
  people: Set<string>;
}

/**
 * Works of those who are not coming leave the order, and what was planned of them goes to the head of the waitlist; what they
 * were to hear goes to whoever takes their place, or to somebody without a work. A work that is on, or that critics at home
 * have begun to write about, stays. Their authors keep them as drafts.
 */
export async function reseat(tx: Tx, session: CritiqueSession): Promise<Reseated> {
  const before = await hearingsOf(tx, session);
  const works = await worksOfGone(tx, session);
  for (const work of works) await takeOut(tx, session, work);
  const freed = await freeHearings(tx, session);
  const called = await callIn(tx, session);
  const after = await hearingsOf(tx, session);
  const people = [...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id));
  return { isNews: works.length + freed + called > 0, people: new Set(people) };
}

/** Those of erased people were taken back when they left, and their time was passed over, with nobody to give it to then. */
async function worksOfGone(
  reader: Reader,
  { id, organizationId, format }: CritiqueSession,
): Promise<Submission[]> {
  const rows = await reader.query<{ id: string }>(
    `select w.id from submissions w join attendees a on a.id = w.attendee_id left join critique_slots t on t.submission_id = w.id
     where w.critique_session_id = $1 and w.organization_id = $2 and ${isGone}
       and case w.state when 'accepted' then t.state = 'planned' or ($3 and not exists (
             select from assignments g where g.submission_id = w.id and ${hasBegun}))
         when 'withdrawn' then ${passedOver} else w.state in ('submitted', 'waitlisted') end
     order by t.round, t.seat_table, w.id`,
    [id, organizationId, format === 'written'],
  );
  const works = [];
  for (const row of rows) works.push(found(await reader.one(Submission, { id: row.id, organizationId })));
  return works;
}

/** The clock of a slot that a facilitator, or the end of the session, passed over has an end. */
const passedOver = `coalesce(t.state = 'skipped' and t.ended_at is null, false)`;

async function takeOut(tx: Tx, session: CritiqueSession, work: Submission): Promise<void> {
  const { organizationId } = session;
  const ids = [work.id, organizationId];
  await tx.query(
    `update critique_slots t set state = 'planned' where submission_id = $1 and organization_id = $2 and ${passedOver}`,
    ids,
  );
  if (work.state === 'accepted' || work.state === 'withdrawn') await replaceWork(tx, session, work);
  // A work that was in a plan took the time of another, as one that is taken back then: it gives no credits back.
  const waits = work.state === 'submitted' || work.state === 'waitlisted';
  if (waits && work.submittedAt !== null) await returnSpent(tx, organizationId, [work.id]);
  await tx.query(
    `delete from assignments g where g.submission_id = $1 and g.organization_id = $2 and g.state = 'assigned' and not ${hasBegun}`,
    ids,
  );
  await tx.query(
    `update submissions set state = 'draft', place = null, submitted_at = null, version = version + 1
     where id = $1 and organization_id = $2 and state in ('submitted', 'accepted', 'waitlisted')`,
    ids,
  );
}

/** @returns how many were theirs still */
async function freeHearings(tx: Tx, { id, organizationId }: CritiqueSession): Promise<number> {
  const freed = await tx.query(
    `update assignments g set state = 'declined' from attendees a, submissions w left join critique_slots t on t.submission_id = w.id
     where g.critique_session_id = $1 and g.organization_id = $2 and g.state = 'assigned' and a.id = g.attendee_id and ${isGone}
       and w.id = g.submission_id and (t.state = 'planned' or (t.id is null and not ${hasBegun})) returning g.id`,
    [id, organizationId],
  );
  return freed.length;
}

/** Every work that nobody has begun with and that lacks critics gets as many as there are. @returns how many were called */
async function callIn(tx: Tx, session: CritiqueSession): Promise<number> {
  const { id, organizationId, criticsUsed, format, dueAt } = session;
  const isOpen = format === 'written' && dueAt !== null && tx.now < dueAt;
  const wanting = await tx.query<{ submissionId: string; table: number | null; lacks: number }>(
    `select w.id as "submissionId", t.seat_table as "table", $3::int - count(g.id)::int as lacks
     from submissions w left join critique_slots t on t.submission_id = w.id
       left join assignments g on g.submission_id = w.id and g.state in ('assigned', 'done')
     where w.critique_session_id = $1 and w.organization_id = $2 and w.state = 'accepted'
       and (t.state = 'planned' or (t.id is null and $4))
     group by w.id, t.id having count(g.id) < $3 order by w.place, w.id`,
    [id, organizationId, criticsUsed ?? 0, isOpen],
  );
  let called = 0;
  for (const { submissionId, table, lacks } of wanting) {
    for (let left = lacks; left > 0; left -= 1) {
      if ((await drawStandby(tx, session, { submissionId, table })) === null) break;
      called += 1;
    }
  }
  return called;
}
