import type { Reader } from './tx.ts';

/** "Ana thanked you for your critique": for its critic alone. */
export interface Thanks {
  assignmentId: string;
  submissionId: string;
  title: string;
  /** As the author was called at this evening; null once they have left. */
  author: string | null;
  at: Date;
}

/** The thanks that a critic got in a session, in the order in which they heard the works; how many others got is nobody's. */
export function thanksFor(
  reader: Reader,
  session: { organizationId: string; critiqueSessionId: string },
  personId: string,
): Promise<Thanks[]> {
  return reader.query<Thanks>(
    `select a.id as "assignmentId", s.id as "submissionId", s.title, case when p.erased_at is null then author.name end as author,
       c.thanked_at as at
     from critiques c join assignments a on a.id = c.assignment_id join submissions s on s.id = c.submission_id
     join attendees author on author.id = s.attendee_id join people p on p.id = s.person_id
     where a.organization_id = $1 and a.critique_session_id = $2 and c.person_id = $3 and c.thanked_at is not null
     order by a.created_at, a.id`,
    [session.organizationId, session.critiqueSessionId, personId],
  );
}

/** A version of a work that its critic heard before. */
export interface EarlierHearing {
  /** The version they hear now. */
  submissionId: string;
  title: string;
  heardAt: Date;
}

/**
 * "You heard the first version on 12 May": of these works, those of which this person heard an earlier version as a
 * critic; the latest one where it was several. Whoever declined or did not come heard nothing.
 */
export function earlierHearing(
  reader: Reader,
  submissionIds: readonly string[],
  personId: string,
): Promise<EarlierHearing[]> {
  return reader.query<EarlierHearing>(
    `with recursive version as (
       select s.id as now, s.previous_id as id from submissions s where s.id = any ($1::uuid[]) and s.previous_id is not null
       union
       select v.now, s.previous_id from version v join submissions s on s.id = v.id where s.previous_id is not null)
     select distinct on (v.now) v.now as "submissionId", s.title, s.heard_at as "heardAt"
     from version v join submissions s on s.id = v.id and s.id <> v.now
     join assignments a on a.submission_id = s.id and a.person_id = $2 and a.state in ('assigned', 'done')
     where s.state = 'heard' and s.heard_at is not null order by v.now, s.heard_at desc`,
    [[...submissionIds], personId],
  );
}

/** A version of a work, oldest first. */
export interface WorkVersion {
  submissionId: string;
  title: string;
  event: string;
  timeZone: string;
  /** When it was heard and its letter came; null: not yet, or never. */
  heardAt: Date | null;
}

/** All versions of a work by its author in this organization, itself among them. */
export function versionsOf(
  reader: Reader,
  organizationId: string,
  submissionId: string,
): Promise<WorkVersion[]> {
  return reader.query<WorkVersion>(
    `with recursive version as (
       select s.id, s.previous_id, s.person_id from submissions s where s.id = $2 and s.organization_id = $1
       union
       select s.id, s.previous_id, s.person_id from version v join submissions s
         on (s.id = v.previous_id or s.previous_id = v.id) and s.person_id = v.person_id and s.organization_id = $1)
     select s.id as "submissionId", s.title, e.title as event, e.time_zone as "timeZone",
       case when s.state = 'heard' and c.released_at is not null then s.heard_at end as "heardAt"
     from version v join submissions s on s.id = v.id join critique_sessions c on c.id = s.critique_session_id
     join events e on e.id = s.event_id
     where s.state not in ('draft', 'withdrawn') or s.id = $2 order by s.created_at, s.id`,
    [organizationId, submissionId],
  );
}
