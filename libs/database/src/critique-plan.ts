import { type CritiqueSession, CritiqueSlot, type QueuedWork, type Submission, orderOf } from '#libs/domain';
import { forbiddenPairs } from './critique-pairs.ts';
import { giveSlotAway } from './critique-stand-ins.ts';
import { type Taker, hasBegun, hearersOf, mayBeDrawn, standbyOf } from './critique-standby.ts';
import type { Reader, Tx } from './tx.ts';

// Before the plan works stand in the order in which it would take them; after it, those it took keep their places.

export interface QueuedRow extends QueuedWork {
  attendeeId: string;
  personId: string;
  title: string;
  topics: string[];
  state: Submission['state'];
  place: number | null;
}

/**
 * The works that are in, of authors who are coming, in their order: those of a plan that stands first and as they stand, the
 * others by rule 3 of critique.md.
 */
export async function queueOf(
  reader: Reader,
  { id, organizationId }: Pick<CritiqueSession, 'id' | 'organizationId'>,
  seed: number,
): Promise<QueuedRow[]> {
  const rows = await reader.query<QueuedRow>(
    `select w.id, w.attendee_id as "attendeeId", w.person_id as "personId", w.title, w.topics, w.state, w.place,
       past.heard is not null as "wasHeard",
       (select min(o.submitted_at) from submissions o where o.organization_id = w.organization_id and o.person_id = w.person_id
         and o.state = 'waitlisted' and o.critique_session_id <> w.critique_session_id
         and (past.heard is null or o.submitted_at > past.heard)) as "waitingSince"
     from submissions w join attendees a on a.id = w.attendee_id and a.status = 'confirmed'
     cross join lateral (select max(h.heard_at) as heard from submissions h
       where h.organization_id = w.organization_id and h.person_id = w.person_id and h.state = 'heard'
         and h.critique_session_id <> w.critique_session_id) past
     where w.critique_session_id = $1 and w.organization_id = $2 and w.state in ('submitted', 'accepted', 'waitlisted')`,
    [id, organizationId],
  );
  const placed = rows.filter(({ place }) => place !== null);
  placed.sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.id < b.id ? -1 : 1));
  return [
    ...placed,
    ...orderOf(
      rows.filter(({ place }) => place === null),
      seed,
    ),
  ];
}

/** Works in the order in which a plan would take them now. @returns work id → place from 1 */
export async function placesAsTheyStand(
  reader: Reader,
  session: Pick<CritiqueSession, 'id' | 'organizationId' | 'seed'>,
): Promise<Map<string, number>> {
  const queue = await queueOf(reader, session, session.seed);
  return new Map(queue.map(({ id }, at) => [id, at + 1]));
}

/**
 * After the plan an author took their work back: its time goes to the head of the waitlist, with its critics and its place,
 * and what its author was to hear goes to the new one, or to somebody without a work. Where nobody waits the time is free
 * and its critics hear one work less; where nobody may take over, the author who left the plan still hears what they were
 * to hear. The caller holds the session and has written the new state of the work.
 * @returns the people whose place or works changed, the author who took it back left out; none if nothing was planned
 */
export async function replaceWork(tx: Tx, session: CritiqueSession, work: Submission): Promise<Set<string>> {
  const { organizationId } = session;
  const slot = await tx.one(CritiqueSlot, { submissionId: work.id, organizationId });
  if (slot?.state !== 'planned') return new Set();
  const before = await hearingsOf(tx, session);
  const next = await giveSlotAway(tx, session, slot);
  const author = next === null ? null : await takePlace(tx, session, next);
  if (next === null) await freeSlot(tx, session, slot);
  await handOverHearings(tx, session, slot, work, author);
  const after = await hearingsOf(tx, session);
  const people = new Set(
    [...before.keys(), ...after.keys()].filter((id) => before.get(id) !== after.get(id)),
  );
  if (author !== null) people.add(author.personId);
  people.delete(work.personId);
  return people;
}

/** The place that came free: the first that no work of the plan has. */
async function takePlace(
  tx: Tx,
  { id: critiqueSessionId, organizationId }: CritiqueSession,
  id: string,
): Promise<Taker | null> {
  const [row] = await tx.query<Taker>(
    `update submissions set place = (select min(n) from generate_series(1, 1000) n where n not in (select place from submissions
       where critique_session_id = $3 and state in ('accepted', 'heard') and place is not null and id <> $1))
     where id = $1 and organization_id = $2 returning attendee_id as "attendeeId", person_id as "personId"`,
    [id, organizationId, critiqueSessionId],
  );
  return row ?? null;
}

/** Nobody waits: the row goes, so that the work can have a slot again if it comes back. */
async function freeSlot(tx: Tx, { organizationId }: CritiqueSession, slot: CritiqueSlot): Promise<void> {
  await tx.query(
    `delete from assignments g where g.submission_id = $1 and g.organization_id = $2 and g.state = 'assigned' and not ${hasBegun}`,
    [slot.submissionId, organizationId],
  );
  await tx.query('delete from critique_slots where id = $1 and organization_id = $2', [
    slot.id,
    organizationId,
  ]);
}

async function handOverHearings(
  tx: Tx,
  session: CritiqueSession,
  slot: CritiqueSlot,
  { personId }: Submission,
  author: Taker | null,
): Promise<void> {
  const { id, organizationId } = session;
  const hearings = await tx.query<{ id: string; submissionId: string; authorId: string }>(
    `select g.id, g.submission_id as "submissionId", w.person_id as "authorId" from assignments g
       join submissions w on w.id = g.submission_id join critique_slots t on t.submission_id = w.id and t.state = 'planned'
     where g.critique_session_id = $1 and g.organization_id = $2 and g.person_id = $3 and not ${hasBegun}
       -- Those of somebody who was erased were declined for them when they left.
       and (g.state = 'assigned' or (g.state = 'declined' and exists (
         select from people p where p.id = g.person_id and p.erased_at is not null)))
     order by t.round, g.id`,
    [id, organizationId, personId],
  );
  if (hearings.length === 0) return;
  const free = (await standbyOf(tx, session)).filter(
    (one) => one.personId !== personId && mayBeDrawn(one, slot.seatTable),
  );
  const takers: Taker[] = [...(author === null ? [] : [author]), ...free];
  const ids = [...takers.map((one) => one.personId), ...hearings.map(({ authorId }) => authorId)];
  const apart = (await forbiddenPairs(tx, session, [...new Set(ids)])).filter(({ why }) => why !== 'again');
  for (const hearing of hearings) {
    const hears = await hearersOf(tx, session, hearing.submissionId);
    const mayHear = (one: Taker): boolean =>
      one.personId !== hearing.authorId &&
      !hears.has(one.personId) &&
      !apart.some(({ authorId, criticId }) => authorId === hearing.authorId && criticId === one.personId);
    const taker = takers.find(mayHear);
    if (taker === undefined) continue;
    // Whoever took one comes last for the next, the new author apart, who owes as many as anybody.
    if (taker !== author) takers.push(...takers.splice(takers.indexOf(taker), 1));
    await giveHearing(tx, session, hearing.id, taker, taker === author ? 'drawn' : 'standby');
  }
}

/** A hearing goes to somebody else; what its first critic had not begun to write goes with nobody. */
export async function giveHearing(
  tx: Tx,
  { organizationId }: CritiqueSession,
  id: string,
  { attendeeId, personId }: Taker,
  why: 'drawn' | 'standby' | 'swapped' | 'chosen',
): Promise<void> {
  await tx.query('delete from critiques where assignment_id = $1 and organization_id = $2', [
    id,
    organizationId,
  ]);
  const byHost = why === 'swapped' || why === 'chosen';
  await tx.query(
    `update assignments set attendee_id = $3, person_id = $4, state = 'assigned', source = $5, fixed = $6, why = $7
     where id = $1 and organization_id = $2`,
    [
      id,
      organizationId,
      attendeeId,
      personId,
      byHost ? 'host' : why === 'standby' ? 'standby' : 'plan',
      byHost,
      JSON.stringify([{ code: why }]),
    ],
  );
}

/** What each person hears and where they are heard, as one text: two that differ are news to them. @returns by person */
export async function hearingsOf(
  reader: Reader,
  { id, organizationId }: Pick<CritiqueSession, 'id' | 'organizationId'>,
): Promise<Map<string, string>> {
  const rows = await reader.query<{ personId: string; part: string }>(
    `select person_id as "personId", string_agg(part, ' ' order by part) as part from (
       select w.person_id, concat_ws('/', 'at', w.state, w.place, t.seat_table, t.round) as part from submissions w
         left join critique_slots t on t.submission_id = w.id
         where w.critique_session_id = $1 and w.organization_id = $2 and w.state in ('accepted', 'waitlisted')
       union all
       select g.person_id, concat_ws('/', 'hears', g.submission_id) from assignments g
         where g.critique_session_id = $1 and g.organization_id = $2 and g.state in ('assigned', 'done')) parts
     group by person_id`,
    [id, organizationId],
  );
  return new Map(rows.map(({ personId, part }) => [personId, part]));
}
