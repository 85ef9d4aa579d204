import { type Reader, type StandbyRow, standbyOf } from '#libs/database';
import type { AssignmentState, CritiqueSession, CritiqueSlot, Medium, SubmissionState } from '#libs/domain';
import { CritiqueSession as Session, CritiqueSlot as Slot, Event, found } from '#libs/domain';

/** A work of a session, as it was brought. */
export interface WorkRow {
  id: string;
  personId: string;
  /** As they are called this evening; null of somebody who has left. */
  author: string | null;
  state: SubmissionState;
  title: string;
  question: string;
  wants: string;
  avoid: string;
  notes: string;
  topics: string[];
  medium: Medium | null;
  link: string | null;
  opinions: boolean;
  lengthMs: number | null;
  place: number | null;
}

export interface HearingRow {
  id: string;
  submissionId: string;
  attendeeId: string;
  personId: string;
  /** As the critic is called this evening; null of somebody who has left. */
  name: string | null;
  state: AssignmentState;
  source: 'plan' | 'host' | 'standby';
  /** When the same critic heard the version before; null: they did not. */
  heardBefore: Date | null;
  /** What they wrote for it so far, counted. */
  words: number;
}

/** A whole session at one moment, of which everybody is shown their own part (`NowView`). */
export interface SessionNow {
  session: CritiqueSession;
  event: Event;
  slots: CritiqueSlot[];
  works: WorkRow[];
  hearings: HearingRow[];
  /** Who has been checked in at the door. */
  came: ReadonlySet<string>;
  /** Who can be called in for a critic; nobody before and after the evening of the session. */
  standby: StandbyRow[];
  now: Date;
}

/** @throws DomainError not-found, also for a session of another event */
export async function readSessionNow(
  reader: Reader,
  { organizationId, eventId, id }: { organizationId: string; eventId: string; id: string },
): Promise<SessionNow> {
  const session = found(await reader.one(Session, { id, eventId, organizationId }));
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  const [slots, works, hearings, came] = [
    await reader.find(Slot, {
      where: { critiqueSessionId: id, organizationId },
      order: { seatTable: 'ASC', round: 'ASC' },
    }),
    await worksOf(reader, organizationId, id),
    await hearingsOf(reader, organizationId, id),
    await whoCame(reader, organizationId, eventId),
  ];
  const isOn = session.state === 'planned' || session.state === 'running';
  const standby = isOn ? await standbyOf(reader, session) : [];
  return { session, event, slots, works, hearings, came, standby, now: reader.now };
}

const worksOf = (reader: Reader, organizationId: string, sessionId: string): Promise<WorkRow[]> =>
  reader.query<WorkRow>(
    `select s.id, s.person_id as "personId", case when p.erased_at is null then a.name end as author, s.state, s.title,
       s.question, s.wants, s.avoid, s.notes, s.topics, s.medium, s.link, s.opinions, s.place,
       coalesce(f.length_ms, s.length_seconds * 1000) as "lengthMs"
     from submissions s join attendees a on a.id = s.attendee_id join people p on p.id = s.person_id
       left join files f on f.id = s.file_id
     where s.critique_session_id = $1 and s.organization_id = $2 and s.state <> 'withdrawn' order by s.place, s.id`,
    [sessionId, organizationId],
  );

const hearingsOf = (reader: Reader, organizationId: string, sessionId: string): Promise<HearingRow[]> =>
  reader.query<HearingRow>(
    `select a.id, a.submission_id as "submissionId", a.person_id as "personId", a.attendee_id as "attendeeId",
       case when p.erased_at is null then there.name end as name, a.state, a.source,
       coalesce((select c.words from critiques c where c.assignment_id = a.id), 0) as words,
       (select b.heard_at from submissions b join assignments h on h.submission_id = b.id
        where b.id = s.previous_id and h.person_id = a.person_id and h.state = 'done') as "heardBefore"
     from assignments a join submissions s on s.id = a.submission_id join attendees there on there.id = a.attendee_id
       join people p on p.id = a.person_id
     where a.critique_session_id = $1 and a.organization_id = $2 order by a.created_at, a.id`,
    [sessionId, organizationId],
  );

async function whoCame(reader: Reader, organizationId: string, eventId: string): Promise<Set<string>> {
  const rows = await reader.query<{ personId: string }>(
    `select person_id as "personId" from attendees
     where event_id = $1 and organization_id = $2 and checked_in_at is not null`,
    [eventId, organizationId],
  );
  return new Set(rows.map(({ personId }) => personId));
}
