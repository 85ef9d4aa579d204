import type { Reader } from '#libs/database';
import type { CritiqueSession, Submission, WorksClosed } from '#libs/domain';

export interface FileOfWork {
  id: string;
  name: string;
  type: string | null;
  lengthMs: number | null;
  peaks: number[] | null;
}

/** Where a work stands in the order. */
export interface Standing {
  place: number | null;
  waits: boolean;
  ahead: number;
  slots: number | null;
  /** Where a planned work is heard; null for one that has no time. */
  at: { table: number | null; round: number } | null;
  /** Its author was not there when its time came. */
  missed: boolean;
}

/** One's own work at a session, with what one needs to know to bring it. */
export interface OwnWork {
  attendeeId: string;
  session: CritiqueSession;
  timeZone: string;
  until: Date;
  closed: WorksClosed | null;
  listenSeconds: number | null;
  work: Submission | null;
  file: FileOfWork | null;
  standing: Standing | null;
  credits: { balance: number; cost: number; spent: number } | null;
}

/** The evening of a session, as far as its works go by it. */
export interface EveningOfSession {
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: 'draft' | 'published' | 'cancelled';
}

export async function readEvening(reader: Reader, eventId: string): Promise<EveningOfSession | null> {
  const [row] = await reader.query<EveningOfSession>(
    `select starts_at as "startsAt", ends_at as "endsAt", time_zone as "timeZone", state from events where id = $1`,
    [eventId],
  );
  return row ?? null;
}

/** A file of this person for this session that has arrived and stays. */
export async function readFile(
  reader: Reader,
  { organizationId, id }: Pick<CritiqueSession, 'organizationId' | 'id'>,
  personId: string,
  fileId: string,
): Promise<FileOfWork | null> {
  const [row] = await reader.query<FileOfWork>(
    `select id, name, type, length_ms as "lengthMs", peaks from files
     where id = $1 and organization_id = $2 and critique_session_id = $3 and person_id = $4 and state = 'ready'
       and delete_at is null`,
    [fileId, organizationId, id, personId],
  );
  return row ?? null;
}

/** The file that a work has, also when its day is set; null once its bytes are gone. */
export async function readFileOfWork(
  reader: Reader,
  { organizationId, fileId }: Pick<Submission, 'organizationId' | 'fileId'>,
): Promise<FileOfWork | null> {
  if (fileId === null) return null;
  const [row] = await reader.query<FileOfWork>(
    `select id, name, type, length_ms as "lengthMs", peaks from files
     where id = $1 and organization_id = $2 and state = 'ready'`,
    [fileId, organizationId],
  );
  return row ?? null;
}

/** At which table a work is heard, and as which there. */
export async function readSlotAt(
  reader: Reader,
  { organizationId, id }: Pick<Submission, 'organizationId' | 'id'>,
): Promise<{ table: number; round: number } | null> {
  const [row] = await reader.query<{ table: number; round: number }>(
    `select seat_table as "table", round from critique_slots
     where submission_id = $1 and organization_id = $2 and state <> 'skipped'`,
    [id, organizationId],
  );
  return row ?? null;
}

/** How many wait before a work that waits. */
export async function readAhead(
  reader: Reader,
  { critiqueSessionId, organizationId, place }: Submission,
): Promise<number> {
  const [row] = await reader.query<{ ahead: number }>(
    `select count(*)::int as ahead from submissions
     where critique_session_id = $1 and organization_id = $2 and state = 'waitlisted' and place < $3`,
    [critiqueSessionId, organizationId, place],
  );
  return row?.ahead ?? 0;
}

/** The place after the last of a plan. */
export async function readNextPlace(
  reader: Reader,
  { id, organizationId }: Pick<CritiqueSession, 'id' | 'organizationId'>,
): Promise<number> {
  const [row] = await reader.query<{ next: number }>(
    `select coalesce(max(place), 0) + 1 as next from submissions
     where critique_session_id = $1 and organization_id = $2`,
    [id, organizationId],
  );
  return row?.next ?? 1;
}

/** Whether a work's slot has begun or its session is past: it is being heard, or was. */
export async function readSlotBegun(
  reader: Reader,
  { organizationId, id }: Pick<Submission, 'organizationId' | 'id'>,
): Promise<boolean> {
  const rows = await reader.query(
    `select id from critique_slots where submission_id = $1 and organization_id = $2 and state <> 'planned'`,
    [id, organizationId],
  );
  return rows.length > 0;
}

export interface EarlierWorkRow {
  id: string;
  title: string;
  eventTitle: string;
  at: Date;
  timeZone: string;
  heard: boolean;
}

/** What somebody brought to other sessions of this organization, latest first; at most 50. */
export function readEarlierWorks(
  reader: Reader,
  organizationId: string,
  personId: string,
  exceptSessionId: string,
): Promise<EarlierWorkRow[]> {
  return reader.query<EarlierWorkRow>(
    `select s.id, s.title, e.title as "eventTitle", e.starts_at as at, e.time_zone as "timeZone",
       s.state = 'heard' as heard
     from submissions s join events e on e.id = s.event_id
     where s.organization_id = $1 and s.person_id = $2 and s.critique_session_id <> $3
       and s.state in ('submitted', 'accepted', 'waitlisted', 'heard')
     order by e.starts_at desc, s.id desc limit 50`,
    [organizationId, personId, exceptSessionId],
  );
}
