import { type AssignmentReason, type CritiqueSession, Submission, found, newId } from '#libs/domain';
import { forbiddenPairs } from './critique-pairs.ts';
import type { Reader, Tx } from './tx.ts';

// Guests of the evening without a work in it, and who of them hears a work in the place of a critic (critique.md, rule 1).
// Whoever draws holds the session.

/** Whether the critique `c` has anything in it: a mark is one without words. */
export const hasContent = '(c.words > 0 or jsonb_array_length(c.marks) > 0)';

/** Whether a critic has typed or marked anything for the hearing `g`. */
export const hasBegun = `exists (select from critiques c where c.assignment_id = g.id and ${hasContent})`;

/** Somebody who hears a work. */
export interface Taker {
  attendeeId: string;
  personId: string;
}

export interface StandbyRow extends Taker {
  name: string;
  hears: number;
  /** The tables of what they hear; none: they sit nowhere yet. */
  tables: number[];
  /** They said that they cannot, or did not come: nobody draws them any more, and a host still may. */
  saidNo: boolean;
}

/** A work that wants somebody to hear it. */
export interface Wanting {
  submissionId: string;
  /** null: heard at home. */
  table: number | null;
}

/**
 * Who is called when a critic is missing. Who came and who hears least comes first, lots by the session's seed decide among
 * equals. At most 200.
 */
export function standbyOf(
  reader: Reader,
  { id, organizationId, eventId, seed }: CritiqueSession,
): Promise<StandbyRow[]> {
  return reader.query<StandbyRow>(
    `select a.id as "attendeeId", a.person_id as "personId", a.name, count(g.id) filter (where g.state in ('assigned', 'done'))::int as hears,
       coalesce(array_agg(distinct t.seat_table) filter (where t.id is not null), '{}') as tables,
       coalesce(bool_or(g.state in ('missed', 'declined')), false) as "saidNo"
     from attendees a join people p on p.id = a.person_id and p.erased_at is null
       left join assignments g on g.critique_session_id = $1 and g.person_id = a.person_id
       left join critique_slots t on t.submission_id = g.submission_id and g.state in ('assigned', 'done')
         and t.state in ('planned', 'running', 'paused')
     where a.organization_id = $2 and a.event_id = $3 and a.status = 'confirmed' and a.part = 'guest'
       and not exists (select from submissions w where w.critique_session_id = $1 and w.person_id = a.person_id
         and w.state not in ('draft', 'withdrawn'))
     group by a.id order by a.checked_in_at is null, hears, md5($4 || a.id::text), a.id limit 200`,
    [id, organizationId, eventId, `${String(seed)} `],
  );
}

/** Nobody hears at two tables. */
export const mayBeDrawn = ({ saidNo, tables }: StandbyRow, table: number | null): boolean =>
  !saidNo && tables.every((one) => one === table);

/** @returns the person who hears the work from now on; null: nobody could */
export async function drawStandby(
  tx: Tx,
  session: CritiqueSession,
  { submissionId, table }: Wanting,
): Promise<string | null> {
  const hearers = await hearersOf(tx, session, submissionId);
  const free = (await standbyOf(tx, session)).filter(
    (one) => mayBeDrawn(one, table) && !hearers.has(one.personId),
  );
  const people = free.map(({ personId }) => personId);
  const apart = await keptApartFrom(tx, session, submissionId, people);
  const drawn = free.find(({ personId }) => !apart.has(personId));
  if (drawn === undefined) return null;
  await addHearing(tx, session, submissionId, drawn, 'standby');
  return drawn.personId;
}

export async function addHearing(
  tx: Tx,
  { id: critiqueSessionId, organizationId, eventId }: CritiqueSession,
  submissionId: string,
  { attendeeId, personId }: Taker,
  source: 'plan' | 'standby',
): Promise<void> {
  const why: AssignmentReason[] = [{ code: source === 'plan' ? 'drawn' : 'standby' }];
  await tx.query(
    `insert into assignments (id, organization_id, event_id, critique_session_id, submission_id, attendee_id, person_id, state,
       source, why, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'assigned', $8, $9, $10)`,
    [
      newId(),
      organizationId,
      eventId,
      critiqueSessionId,
      submissionId,
      attendeeId,
      personId,
      source,
      JSON.stringify(why),
      tx.now,
    ],
  );
}

/** Whoever hears a work, or was to hear it. */
export async function hearersOf(
  reader: Reader,
  { organizationId }: CritiqueSession,
  submissionId: string,
): Promise<Set<string>> {
  const rows = await reader.query<{ personId: string }>(
    'select person_id as "personId" from assignments where submission_id = $1 and organization_id = $2',
    [submissionId, organizationId],
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** Who of these people does not hear a work: its author, and whom anything but "heard them last time" keeps from it. */
export async function keptApartFrom(
  reader: Reader,
  session: CritiqueSession,
  submissionId: string,
  people: readonly string[],
): Promise<Set<string>> {
  const { organizationId } = session;
  const { personId: author } = found(await reader.one(Submission, { id: submissionId, organizationId }));
  const pairs = await forbiddenPairs(reader, session, [...new Set([...people, author])]);
  const apart = pairs.filter(({ authorId, why }) => authorId === author && why !== 'again');
  return new Set([author, ...apart.map(({ criticId }) => criticId)]);
}
