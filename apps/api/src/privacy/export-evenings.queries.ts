import type { Section } from './section.ts';

// Of the evening itself: panels, questions, tables and contacts. Who else wants to swap contacts, and who asked what without
// a name, is in nobody's file.

const where = `join events e on e.id = t.event_id join organizations o on o.id = t.organization_id`;

export const eveningSections: readonly Section[] = [
  {
    name: 'panelsYouAreOn',
    from: ['panel_people'],
    sql: `select o.name as organization, e.title as event, p.topic as panel, t.part, t.state, t.name as "calledByTheOrganizer",
        t.appears as "asYouApproved", t.invited_at as "invitedAt", t.answered_at as "answeredAt"
      from panel_people t ${where} join panels p on p.id = t.panel_id where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'whatYouNeedOnPanels',
    from: ['panelist_needs'],
    sql: `select o.name as organization, e.title as event, n.needs
      from panelist_needs n join panel_people t on t.id = n.panel_person_id ${where} where n.person_id = $1
      order by t.created_at, t.id`,
  },
  {
    name: 'yourPanelProfile',
    from: ['panelist_profiles'],
    sql: `select name, pronunciation, bio, links, updated_at as since from panelist_profiles where person_id = $1`,
  },
  {
    name: 'yourPicture',
    from: ['panelist_photos'],
    sql: `select type, encode(bytes, 'base64') as base64, created_at as since from panelist_photos where person_id = $1
      order by created_at, id`,
  },
  {
    name: 'slides',
    from: ['slides'],
    sql: `select o.name as organization, e.title as event, t.name, t.type, t.bytes::float8 as bytes, t.created_at as since
      from slides t ${where} where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'whatYouAskedPanels',
    from: ['panel_questions'],
    sql: `select o.name as organization, e.title as event, p.topic as panel, t.text, t.named as "withYourName",
        t.created_at as at
      from panel_questions t ${where} join panels p on p.id = t.panel_id where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'questionsYouVotedFor',
    from: ['question_votes'],
    sql: `select o.name as organization, e.title as event, t.text, v.created_at as at
      from question_votes v join panel_questions t on t.id = v.question_id ${where} where v.person_id = $1
      order by v.created_at, t.id`,
  },
  {
    name: 'tablesYouSatAt',
    from: ['mixer_seats'],
    sql: `select o.name as organization, e.title as event, t.round, t.seat_table as "table", t.left_at as "leftAt"
      from mixer_seats t ${where} where t.person_id = $1 order by t.created_at, t.round, t.id`,
  },
  {
    name: 'withWhomYouWantedToSwapContacts',
    from: ['contact_swaps'],
    // A code that was scanned tells nobody's name; their yes does, and their own word that others may see it.
    sql: `select o.name as organization, e.title as event, case when t.agreed_at is not null or exists (select from consents c
          where c.organization_id = a.organization_id and c.person_id = a.person_id and c.purpose = 'name-visible'
            and c.answer = 'given' and c.withdrawn_at is null) then a.name end as name, t.how, t.created_at as at
      from contact_swaps t ${where} join attendees a on a.id = t.other_attendee_id where t.person_id = $1
      order by t.created_at, a.id`,
  },
  {
    name: 'doorsYouOpened',
    from: ['door_links'],
    sql: `select o.name as organization, e.title as event, t.label, t.created_at as at
      from door_links t ${where} where t.created_by = $1 order by t.created_at, t.id`,
  },
  {
    name: 'yourCheckIns',
    from: ['check_ins'],
    sql: `select o.name as organization, e.title as event, t.kind, t.scanned_at as at
      from check_ins t ${where} join attendees a on a.id = t.attendee_id where a.person_id = $1 order by t.scanned_at, t.nonce`,
  },
];
