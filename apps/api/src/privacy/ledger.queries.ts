import { introductionLeft, type Reader } from '#libs/database';
import type { Consent } from '#libs/domain';

/** One answer of a person to one question of one organization. */
export interface ConsentLine extends Pick<
  Consent,
  'id' | 'purpose' | 'answer' | 'wording' | 'source' | 'answeredAt' | 'withdrawnAt'
> {
  organizationName: string;
  timeZone: string;
}

/** What a person shares with somebody they were introduced to. */
export interface SharedLine {
  introductionId: string;
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  sharedAt: Date;
  /** With whom, as they were called that evening; null: somebody who left. */
  withName: string | null;
  /** The person's own name, as it stood in the mail. */
  name: string;
  /** The sentence the other read about them; "" once somebody left. */
  reason: string;
  canHelpWith: string[];
  /** How they said to be reached. */
  contact: string | null;
  takenBackAt: Date | null;
}

/** What a person shares with the people of a circle. */
export interface SharedCircleLine {
  circleName: string;
  organizationName: string;
  timeZone: string;
  joinedAt: Date;
  leftAt: Date | null;
  contact: string | null;
}

/** What a session of critique told others of a person. */
export interface SharedCritiqueLine {
  organizationName: string;
  eventTitle: string;
  timeZone: string;
  releasedAt: Date;
  /** Their own work that was heard. */
  work: string | null;
  /** How many heard it. */
  critics: number;
  /** How many critiques of theirs others read. */
  wrote: number;
}

export interface Ledger {
  consents: ConsentLine[];
  shared: SharedLine[];
  circles: SharedCircleLine[];
  critiques: SharedCritiqueLine[];
}

// In the scope of the system, because a person's ledger reaches over organizations; every statement asks for one person.

export async function readLedger(reader: Reader, personId: string): Promise<Ledger> {
  return {
    consents: await consentsOf(reader, personId),
    shared: await sharedBy(reader, personId),
    circles: await circlesOf(reader, personId),
    critiques: await critiquesOf(reader, personId),
  };
}

/** Answers that count before those that were withdrawn, the newest first. */
function consentsOf(reader: Reader, personId: string): Promise<ConsentLine[]> {
  return reader.query<ConsentLine>(
    `select c.id, o.name as "organizationName", o.time_zone as "timeZone", c.purpose, c.answer, c.wording, c.source, c.answered_at as "answeredAt",
       c.withdrawn_at as "withdrawnAt"
     from consents c join organizations o on o.id = c.organization_id
     where c.person_id = $1 order by c.withdrawn_at is not null, c.answered_at desc, c.id limit 1000`,
    [personId],
  );
}

/**
 * Only pairs that were introduced: a list of questions that came to nothing would tell who was asked and kept silent. A block
 * of the other's shows nowhere.
 */
function sharedBy(reader: Reader, personId: string): Promise<SharedLine[]> {
  return reader.query<SharedLine>(
    `select i.id as "introductionId", o.name as "organizationName", e.title as "eventTitle", e.time_zone as "timeZone",
       i.introduced_at as "sharedAt", case when other.erased_at is null then them.name end as "withName", me.name,
       case when other.erased_at is not null then '' when i.person_a = $1 then i.reason_text_b else i.reason_text_a end as reason,
       coalesce(me.profile -> 'canHelpWith', '[]') as "canHelpWith", mine.contact, mine.withdrawn_at as "takenBackAt"
     from introduction_sides mine join introductions i on i.id = mine.introduction_id
     join introduction_sides theirs on theirs.introduction_id = i.id and theirs.person_id <> mine.person_id
     join attendees me on me.id = mine.attendee_id join attendees them on them.id = theirs.attendee_id
     join people other on other.id = theirs.person_id
     join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
     where mine.person_id = $1 and ${introductionLeft('i')}
     order by i.introduced_at desc, i.id limit 1000`,
    [personId],
  );
}

function circlesOf(reader: Reader, personId: string): Promise<SharedCircleLine[]> {
  return reader.query<SharedCircleLine>(
    `select c.name as "circleName", o.name as "organizationName", c.time_zone as "timeZone", m.joined_at as "joinedAt",
       m.left_at as "leftAt", coalesce(m.contact, p.email) as contact
     from circle_members m join circles c on c.id = m.circle_id join organizations o on o.id = m.organization_id
     join people p on p.id = m.person_id
     where m.person_id = $1 and m.joined_at is not null order by m.joined_at desc, m.id limit 1000`,
    [personId],
  );
}

/**
 * A session at a time, from its release on: before that nobody has read anything. How many heard the work, not who: that is
 * in the letter.
 */
function critiquesOf(reader: Reader, personId: string): Promise<SharedCritiqueLine[]> {
  return reader.query<SharedCritiqueLine>(
    `select * from (select o.name as "organizationName", e.title as "eventTitle", e.time_zone as "timeZone", c.released_at as "releasedAt",
         (select w.title from submissions w where w.critique_session_id = c.id and w.person_id = $1 and w.state = 'heard') as work,
         (select count(*)::int from submissions w join assignments a on a.submission_id = w.id
           where w.critique_session_id = c.id and w.person_id = $1 and w.state = 'heard' and a.state in ('assigned', 'done')) as critics,
         (select count(*)::int from critiques q join submissions w on w.id = q.submission_id join assignments a on a.id = q.assignment_id
           where w.critique_session_id = c.id and q.person_id = $1 and q.words > 0 and w.state = 'heard'
             and a.state <> 'declined') as wrote
       from critique_sessions c join events e on e.id = c.event_id join organizations o on o.id = c.organization_id
       where c.released_at is not null and c.id in (select critique_session_id from submissions where person_id = $1
         union select critique_session_id from assignments where person_id = $1)) told
     where work is not null or wrote > 0 order by "releasedAt" desc limit 1000`,
    [personId],
  );
}
