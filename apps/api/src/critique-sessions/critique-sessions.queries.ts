import { type Reader, leftInSilence } from '#libs/database';
import {
  type AssignmentReason,
  type AssignmentState,
  CritiqueSession,
  Event,
  type Medium,
  type SlotState,
  type SubmissionState,
  found,
  localOf,
  worksClosedBy,
} from '#libs/domain';
import { hasBegun } from '#libs/database';

export type EveningRow = Pick<Event, 'startsAt' | 'endsAt' | 'startsLocal' | 'timeZone' | 'state'>;

/** What the clock on the wall of an event shows. */
export const nowThere = (reader: Reader, { timeZone }: EveningRow): string => localOf(reader.now, timeZone);

/** A session with what is counted around it. */
export interface SessionRow {
  session: CritiqueSession;
  evening: EveningRow;
  works: number;
  /** Whether works can still be brought. */
  takesWorks: boolean;
}

/** @throws DomainError not-found */
export async function eveningOf(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<EveningRow> {
  return found(await reader.one(Event, { id: eventId, organizationId }));
}

export async function readSessions(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<{ sessions: SessionRow[]; evening: EveningRow }> {
  const evening = await eveningOf(reader, organizationId, eventId);
  const sessions = await reader.find(CritiqueSession, {
    where: { eventId, organizationId },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const counts = await countWorks(reader, organizationId, eventId);
  return {
    sessions: sessions.map((session) => rowOf(reader, session, evening, counts)),
    evening,
  };
}

/** @throws DomainError not-found */
export async function readSession(
  reader: Reader,
  { organizationId, eventId, id }: { organizationId: string; eventId: string; id: string },
): Promise<SessionRow> {
  const evening = await eveningOf(reader, organizationId, eventId);
  const session = found(await reader.one(CritiqueSession, { id, eventId, organizationId }));
  const counts = await countWorks(reader, organizationId, eventId);
  return rowOf(reader, session, evening, counts);
}

const rowOf = (
  reader: Reader,
  session: CritiqueSession,
  evening: EveningRow,
  counts: ReadonlyMap<string, number>,
): SessionRow => ({
  session,
  evening,
  works: counts.get(session.id) ?? 0,
  takesWorks: worksClosedBy(session, evening, reader.now) === null,
});

async function countWorks(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<Map<string, number>> {
  const rows = await reader.query<{ id: string; works: number }>(
    `select critique_session_id as id, count(*)::int as works from submissions
     where organization_id = $1 and event_id = $2 and state not in ('draft', 'withdrawn') group by 1`,
    [organizationId, eventId],
  );
  return new Map(rows.map(({ id, works }) => [id, works]));
}

export interface WorkRow {
  id: string;
  attendeeId: string;
  personId: string;
  author: string;
  title: string;
  question: string;
  medium: Medium;
  topics: string[];
  state: SubmissionState;
  place: number | null;
  /** Whether its author has a seat. */
  coming: boolean;
}

/** The works that are in or were heard; the plan's in its order. */
export function readWorks(reader: Reader, { id, organizationId }: CritiqueSession): Promise<WorkRow[]> {
  return reader.query<WorkRow>(
    `select w.id, w.attendee_id as "attendeeId", w.person_id as "personId", a.name as author, w.title, w.question, w.medium,
       w.topics, w.state, w.place, a.status = 'confirmed' as coming
     from submissions w join attendees a on a.id = w.attendee_id
     where w.critique_session_id = $1 and w.organization_id = $2 and w.state not in ('draft', 'withdrawn')
     order by w.place nulls last, w.submitted_at, w.id`,
    [id, organizationId],
  );
}

export interface SlotRow {
  id: string;
  submissionId: string;
  table: number;
  round: number;
  state: SlotState;
}

export function readSlots(reader: Reader, { id, organizationId }: CritiqueSession): Promise<SlotRow[]> {
  return reader.query<SlotRow>(
    `select id, submission_id as "submissionId", seat_table as "table", round, state from critique_slots
     where critique_session_id = $1 and organization_id = $2 order by round, seat_table`,
    [id, organizationId],
  );
}

export interface HearingRow {
  id: string;
  submissionId: string;
  attendeeId: string;
  personId: string;
  name: string;
  state: AssignmentState;
  source: 'plan' | 'host' | 'standby';
  fixed: boolean;
  why: AssignmentReason[];
  /** Nobody has begun to write for it. */
  open: boolean;
}

export function readHearings(reader: Reader, { id, organizationId }: CritiqueSession): Promise<HearingRow[]> {
  return reader.query<HearingRow>(
    `select g.id, g.submission_id as "submissionId", g.attendee_id as "attendeeId", g.person_id as "personId", a.name, g.state,
       g.source, g.fixed, g.why, not ${hasBegun} as open
     from assignments g join attendees a on a.id = g.attendee_id
     where g.critique_session_id = $1 and g.organization_id = $2 order by g.created_at, a.name, g.id`,
    [id, organizationId],
  );
}

/**
 * What people at an evening know about, for works whose topics matter: hosts read it as the reason of a hearing, so it is said of
 * those alone who take part in introductions, on the board of this evening too. @returns tags by person
 */
export async function readKnowledge(
  reader: Reader,
  { organizationId, eventId }: CritiqueSession,
  people: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader.query<{ personId: string; crafts: unknown; help: unknown }>(
    `select a.person_id as "personId", profile -> 'crafts' as crafts, profile -> 'canHelpWith' as help from attendees a
     where a.organization_id = $1 and a.event_id = $2 and a.person_id = any ($3::uuid[])
       and (a.person_id in (${leftInSilence('$1', '$2')})
         or exists (select from consents c where c.person_id = a.person_id and c.organization_id = $1
           and c.purpose = 'introductions' and c.answer = 'given' and c.withdrawn_at is null))`,
    [organizationId, eventId, people],
  );
  const tags = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((tag): tag is string => typeof tag === 'string') : [];
  return new Map(rows.map(({ personId, crafts, help }) => [personId, [...tags(crafts), ...tags(help)]]));
}
