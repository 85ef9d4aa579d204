import type { Section } from './section.ts';

// Of critique sessions: what somebody brought, wrote and was told. A critique is in here for its author from the release
// on, as in the letter; before that, and why critics were drawn, is nobody's to know. Who picked them is in nobody's file.

const where = `join critique_sessions c on c.id = t.critique_session_id join events e on e.id = c.event_id
  join organizations o on o.id = c.organization_id`;

/** As the letter says it: named once the round is over, and nobody who has left. */
const critic = `case when p.erased_at is null and (c.blind = 'none' or c.state = 'ended') then a.name end`;

/** As the letter has it: whoever wrote nothing that its author reads is not named to them either. */
const inLetter = `(p.erased_at is not null and q.words > 0 or q.marks <> '[]'
  or concat(q.meaning, q.answer, q.neutral_question, case when t.opinions then q.opinion end) ~ '\\S')`;

export const critiqueSections: readonly Section[] = [
  {
    name: 'works',
    from: ['submissions'],
    sql: `select o.name as organization, e.title as event, t.title, t.state, t.medium, t.link, t.length_seconds as seconds, t.question,
        t.wants, t.avoid, t.notes, t.topics, t.opinions as "opinionsAllowed", t.co_authors as "madeWith", t.keeps_file as "keepsFile",
        t.submitted_at as "submittedAt", t.heard_at as "heardAt", t.created_at as since
      from submissions t ${where} where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'files',
    from: ['files'],
    sql: `select o.name as organization, e.title as event, t.name, t.state, t.bytes::float8 as bytes, t.type, t.length_ms as "lengthMs",
        t.delete_at as "deletedAt", t.created_at as since
      from files t ${where} where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'critiquesOfYourWorks',
    from: ['critiques', 'submissions'],
    sql: `select o.name as organization, e.title as event, t.title as work, ${critic} as critic, q.meaning, q.answer,
        q.neutral_question as "neutralQuestion", case when t.opinions then q.opinion else '' end as opinion, q.marks,
        q.thanked_at as "thankedAt"
      from submissions t ${where} join critiques q on q.submission_id = t.id join assignments s on s.id = q.assignment_id
      join attendees a on a.id = s.attendee_id join people p on p.id = q.person_id
      where t.person_id = $1 and t.state = 'heard' and c.released_at is not null and s.state <> 'declined' and ${inLetter}
      order by t.created_at, t.id, s.created_at, s.id`,
  },
  {
    name: 'worksYouHear',
    from: ['assignments'],
    sql: `select o.name as organization, e.title as event, w.title as work, t.state, t.source, t.created_at as since
      from assignments t join submissions w on w.id = t.submission_id ${where} where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'critiquesYouWrote',
    from: ['critiques'],
    sql: `select o.name as organization, e.title as event, t.title as work, q.meaning, q.answer,
        q.neutral_question as "neutralQuestion", q.opinion, q.marks, q.words, q.saved_at as "savedAt", q.thanked_at as "thankedAt"
      from critiques q join submissions t on t.id = q.submission_id ${where} where q.person_id = $1 order by q.saved_at, q.id`,
  },
  {
    name: 'whomYouWouldLikeToKeepTalkingTo',
    from: ['connect_picks'],
    sql: `select o.name as organization, e.title as event, a.name, t.created_at as at
      from connect_picks t ${where} join attendees a on a.id = t.picked_attendee_id where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'credits',
    from: ['credit_entries'],
    sql: `select o.name as organization, t.amount, t.reason, t.created_at as at
      from credit_entries t join organizations o on o.id = t.organization_id where t.person_id = $1 order by t.created_at, t.id`,
  },
];
