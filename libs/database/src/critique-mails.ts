import { type CritiqueSession, found, picksOpenUntil } from '#libs/domain';
import { peopleOfRounds } from './connect-picks.ts';
import { hasContent } from './critique-standby.ts';
import type { Reader } from './tx.ts';

// What the mails of critique sessions say, read at the moment they are rendered, in the scope of their organization. Null
// means that the mail must not leave: the evening is cancelled, or its reader takes no part any more.

/** The row of `mails` that is about to be rendered. */
interface CritiqueMail {
  organizationId: string | null;
  /** Its reader. */
  personId: string;
  subjectId: string;
}

/** A reader of such a mail, at the evening it speaks of. */
export interface CritiqueReader {
  organizationId: string;
  sessionId: string;
  attendeeId: string;
  personId: string;
  name: string;
  eventTitle: string;
  timeZone: string;
  startsAt: Date;
  format: CritiqueSession['format'];
  state: CritiqueSession['state'];
  tables: number;
  /** Whether critics read who made what. */
  namesShown: boolean;
  slotSeconds: number;
  remindAt: Date | null;
  dueAt: Date | null;
  releasedAt: Date | null;
}

/** A work that somebody hears as a critic. */
export interface HeardWork {
  title: string;
  author: string | null;
}

/** From when the first slot is heard, counted from the start of the evening: half of the 20 minutes that are no slots. */
const openingMinutes = 10;

const readerOf = `
  select s.organization_id as "organizationId", s.id as "sessionId", a.id as "attendeeId", a.person_id as "personId", a.name,
    e.title as "eventTitle", e.time_zone as "timeZone", e.starts_at as "startsAt", s.format, s.state, s.tables,
    (s.blind = 'none' or s.state = 'ended') as "namesShown",
    (select coalesce(sum((phase->>'seconds')::int), 0)::int from jsonb_array_elements(s.phases) phase) as "slotSeconds",
    s.remind_at as "remindAt", s.due_at as "dueAt", s.released_at as "releasedAt"
  from critique_sessions s join events e on e.id = s.event_id join attendees a on a.event_id = e.id and a.person_id = $2
  where s.organization_id = $1 and e.state = 'published' and a.status = 'confirmed'
    and not exists (select from bars b where b.organization_id = a.organization_id and b.person_id = a.person_id)`;

async function readCritiqueReader(
  reader: Reader,
  { organizationId, personId }: CritiqueMail,
  sessionId: string,
): Promise<CritiqueReader | null> {
  const [row] = await reader.query<CritiqueReader>(`${readerOf} and s.id = $3`, [
    organizationId,
    personId,
    sessionId,
  ]);
  return row ?? null;
}

/** What the reader hears as a critic, in the order of the evening. */
export function worksHeardBy(
  reader: Reader,
  about: CritiqueReader,
): Promise<(HeardWork & { words: number })[]> {
  return reader.query(
    `select w.title, case when $3 then author.name end as author, coalesce(c.words, 0) as words
     from assignments g join submissions w on w.id = g.submission_id join attendees author on author.id = w.attendee_id
       left join critique_slots slot on slot.submission_id = w.id left join critiques c on c.assignment_id = g.id
     where g.critique_session_id = $1 and g.person_id = $2 and g.state in ('assigned', 'done')
       and w.state in ('accepted', 'heard')
     order by slot.round, w.place, g.id`,
    [about.sessionId, about.personId, about.namesShown],
  );
}

export interface PlaceFacts extends CritiqueReader {
  workTitle: string;
  slot: { table: number | null; place: number; startsAt: Date } | null;
  waiting: number;
  hears: HeardWork[];
}

/** Subject: the submission. Also null when there is nothing to tell, because the plan was taken back. */
export async function critiquePlaceFacts(reader: Reader, mail: CritiqueMail): Promise<PlaceFacts | null> {
  const [work] = await reader.query<{
    sessionId: string;
    title: string;
    state: string;
    place: number | null;
    table: number | null;
    round: number | null;
    waiting: number;
  }>(
    `select w.critique_session_id as "sessionId", w.title, w.state, w.place, slot.seat_table as "table", slot.round,
       (select count(*)::int from submissions o where o.critique_session_id = w.critique_session_id and o.state = 'waitlisted'
         and o.place <= w.place) as waiting
     from submissions w left join critique_slots slot on slot.submission_id = w.id and slot.state = 'planned'
     where w.id = $1 and w.person_id = $2 and w.state in ('accepted', 'waitlisted')`,
    [mail.subjectId, mail.personId],
  );
  if (work === undefined) return null;
  const about = await readCritiqueReader(reader, mail, work.sessionId);
  if (about === null || (about.state !== 'planned' && about.state !== 'running')) return null;
  const isWaiting = work.state === 'waitlisted';
  if (!isWaiting && work.round === null) return null;
  return {
    ...about,
    workTitle: work.title,
    waiting: isWaiting ? work.waiting : 0,
    slot: isWaiting
      ? null
      : { table: about.tables > 1 ? work.table : null, ...timeOf(about, found(work.round)) },
    hears: await worksHeardBy(reader, about),
  };
}

/** The round at one table is its author's place there. */
function timeOf({ startsAt, slotSeconds }: CritiqueReader, round: number): { place: number; startsAt: Date } {
  const seconds = openingMinutes * 60 + (round - 1) * slotSeconds;
  return { place: round, startsAt: new Date(startsAt.getTime() + seconds * 1000) };
}

export interface ToWriteFacts extends CritiqueReader {
  dueAt: Date;
  works: HeardWork[];
}

/** Subject: the session. To a critic without a work of their own, as long as its evening is to come; the others read it with their place. */
export async function critiqueToHearFacts(
  reader: Reader,
  mail: CritiqueMail,
): Promise<(CritiqueReader & { works: HeardWork[] }) | null> {
  const about = await readCritiqueReader(reader, mail, mail.subjectId);
  if (about?.state !== 'planned' || about.startsAt <= reader.now) return null;
  const works = await worksHeardBy(reader, about);
  return works.length === 0 ? null : { ...about, works };
}

/** Subject: the session. @param below the number of words under which a work is still to be written about; null: all */
export async function critiqueToWriteFacts(
  reader: Reader,
  mail: CritiqueMail,
  below: number | null,
): Promise<ToWriteFacts | null> {
  const about = await readCritiqueReader(reader, mail, mail.subjectId);
  const dueAt = about?.dueAt ?? null;
  if (about === null || dueAt === null || dueAt <= reader.now || about.releasedAt !== null) return null;
  const works = await worksHeardBy(reader, about);
  const left = works.filter(({ words }) => below === null || words < below);
  return left.length === 0 ? null : { ...about, dueAt, works: left };
}

export interface FeedbackFacts extends CritiqueReader {
  /** `missed`: its author was not there when its time came. */
  work: { title: string; wasHeard: boolean; missed: boolean; critiques: number } | null;
  written: number;
  picksUntil: Date | null;
}

/** Subject: the session. To those who brought a work or were to hear one. */
export async function critiqueFeedbackFacts(
  reader: Reader,
  mail: CritiqueMail,
): Promise<FeedbackFacts | null> {
  const about = await readCritiqueReader(reader, mail, mail.subjectId);
  const releasedAt = about?.releasedAt ?? null;
  if (about === null || releasedAt === null) return null;
  const { sessionId, personId } = about;
  const [work] = await reader.query<NonNullable<FeedbackFacts['work']>>(
    `select w.title, w.state = 'heard' as "wasHeard", w.submitted_at is null as missed,
       (select count(*)::int from critiques c join assignments g on g.id = c.assignment_id
         where c.submission_id = w.id and ${hasContent} and g.state <> 'declined' and w.state = 'heard') as critiques
     from submissions w where w.critique_session_id = $1 and w.person_id = $2
       and w.state in ('accepted', 'waitlisted', 'heard')`,
    [sessionId, personId],
  );
  const [heard] = await reader.query<{ written: number; all: number }>(
    `select count(*) filter (where state = 'done')::int as written, count(*)::int as all from assignments
     where critique_session_id = $1 and person_id = $2 and state <> 'declined'`,
    [sessionId, personId],
  );
  const { written, all } = found(heard);
  if (work === undefined && all === 0) return null;
  const picksUntil = picksOpenUntil(releasedAt);
  const { organizationId } = about;
  const people = await peopleOfRounds(reader, { organizationId, critiqueSessionId: sessionId, personId });
  return {
    ...about,
    work: work ?? null,
    written,
    picksUntil: people.length > 0 && reader.now < picksUntil ? picksUntil : null,
  };
}

/** Somebody whom a plan concerns: with a work of their own, or as a critic alone. */
export interface Planned {
  personId: string;
  submissionId: string | null;
  /** Whose works they hear. */
  authors: string[];
}

/** Everybody of the plan that stands. */
export function peopleOfPlan(reader: Reader, { id, organizationId }: CritiqueSession): Promise<Planned[]> {
  return reader.query<Planned>(
    `with works as (select id, person_id from submissions where critique_session_id = $1 and organization_id = $2
         and state in ('accepted', 'waitlisted', 'heard')),
       hearing as (select g.person_id, array_agg(w.person_id order by w.person_id) as authors
         from assignments g join works w on w.id = g.submission_id
         where g.critique_session_id = $1 and g.state in ('assigned', 'done') group by g.person_id)
     select coalesce(w.person_id, h.person_id) as "personId", w.id as "submissionId", coalesce(h.authors, '{}') as authors
     from works w full join hearing h on h.person_id = w.person_id order by 1`,
    [id, organizationId],
  );
}
