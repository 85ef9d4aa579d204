import { introductionLeft } from '#libs/database';
import { critiqueSections } from './export-critiques.queries.ts';
import { eveningSections } from './export-evenings.queries.ts';
import type { Section } from './section.ts';

// Everything that is stored about a person, as named sections of their export. Each statement has one value, mostly the person, and
// never gives what others told, answered or marked in private, nor what an answer of theirs could be read from.

/** Questions that reached the person: one that was never sent, or has not left yet, is nobody's to know. */
const asked = `exists (select from mails m where m.person_id = $1 and m.organization_id = s.organization_id
  and m.kind = 'introduction-ask' and m.state in ('handed', 'sent', 'unsure') and i.id = any (m.speaks_of))`;

/**
 * Words about a pair while the person can read them anyway. Afterwards they are emptied when the other one leaves, and a file
 * that shows them, or does not, would tell. Their mails are in here by kind and time for the same reason.
 */
const stillTold = `(${introductionLeft('i')} or s.ask_ends_at > app_now())`;

export const sections: readonly Section[] = [
  {
    name: 'you',
    from: ['people'],
    sql: `select email, name, language, confirmed_at as "confirmedAt", introductions_paused_until as "introductionsPausedUntil",
        profile, created_at as "since" from people where id = $1`,
  },
  {
    name: 'evenings',
    from: ['attendees'],
    sql: `select o.name as organization, e.title as event, e.starts_at as "startsAt", a.name as "yourName", a.part, a.status,
        a.cancel_cause as "cancelCause", a.party_size as "partySize", a.guests, a.arrival, a.confirmed_at as "confirmedAt",
        a.checked_in_at as "checkedInAt", a.source, a.answers, a.profile, a.typed as "waitingForYourLink",
        a.imported as "fromLists", a.may_write as "organizerMayWrite", a.own_word as "byYourOwnWord", a.note as "noteToYou",
        a.door_note as "noteForTheDoor", a.created_at as "since"
      from attendees a join events e on e.id = a.event_id join organizations o on o.id = a.organization_id
      where a.person_id = $1 order by a.created_at, a.id`,
  },
  {
    name: 'invitations',
    from: ['invitations'],
    sql: `select o.name as organization, e.title as event, i.state, i.said_no as "saidNo", i.reminders, i.created_at as at
      from invitations i join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
      where i.person_id = $1 order by i.created_at, i.id`,
  },
  {
    name: 'offeredSeats',
    from: ['offers'],
    sql: `select o.name as organization, e.title as event, f.state, f.created_at as at, f.expires_at as "expiresAt", f.ended_at as "endedAt"
      from offers f join events e on e.id = f.event_id join organizations o on o.id = f.organization_id
      where f.person_id = $1 order by f.created_at, f.id`,
  },
  {
    name: 'consents',
    from: ['consents'],
    sql: `select o.name as organization, c.purpose, c.answer, c.wording, c.source, c.answered_at as at, c.withdrawn_at as "withdrawnAt"
      from consents c join organizations o on o.id = c.organization_id where c.person_id = $1 order by c.answered_at, c.id`,
  },
  {
    name: 'introductions',
    from: ['introductions', 'introduction_sides'],
    sql: `select o.name as organization, e.title as event, s.asked_at as "askedAt", s.ask_ends_at as "answerableUntil",
        case when ${stillTold} then case when i.person_a = $1 then i.reason_text_a else i.reason_text_b end end as "sentenceYouRead",
        case when s.consent in ('yes', 'no') then s.consent end as "yourAnswer", s.answered_at as "answeredAt",
        case when ${stillTold} then s.private_reason end as "yourPrivateReason", s.contact as "yourContact", s.step as "yourStep",
        case when ${introductionLeft('i')} then i.introduced_at end as "introducedAt",
        case when ${introductionLeft('i')} then
          case when i.person_a = $1 then i.reason_text_b else i.reason_text_a end end as "sentenceTheyRead",
        case when ${introductionLeft('i')} and other.erased_at is null then them.name end as "introducedTo",
        case when ${introductionLeft('i')} and other.erased_at is null and theirs.withdrawn_at is null
          then theirs.contact end as "theirContact",
        s.outcome as "yourMark", s.outcome_at as "markedAt", s.glad_at as "gladAt", s.stopped_at as "stoppedAt",
        s.withdrawn_at as "tookBackAt", s.circle_wished_at as "circleWishedAt"
      from introduction_sides s join introductions i on i.id = s.introduction_id
      join introduction_sides theirs on theirs.introduction_id = i.id and theirs.person_id <> s.person_id
      join attendees them on them.id = theirs.attendee_id join people other on other.id = theirs.person_id
      join events e on e.id = i.event_id join organizations o on o.id = i.organization_id
      where s.person_id = $1 and (${introductionLeft('i')} or ${asked}) order by s.asked_at, s.id`,
  },
  {
    name: 'whomYouNamed',
    from: ['told_people'],
    sql: `select o.name as organization, e.title as event, t.kind, coalesce(t.typed, a.name) as named, t.created_at as at
      from told_people t join events e on e.id = t.event_id join organizations o on o.id = t.organization_id
      left join attendees a on a.id = t.told_attendee_id and t.typed is null
      where t.person_id = $1 order by t.created_at, t.id`,
  },
  {
    name: 'whomYouNeverWantToMeet',
    from: ['blocks'],
    sql: `select b.created_at as since, (select a.name from introductions i
          join attendees a on a.id in (i.attendee_a, i.attendee_b) and a.person_id = b.blocked_id
          join people p on p.id = b.blocked_id and p.erased_at is null
          where ${introductionLeft('i')} and b.person_id in (i.person_a, i.person_b)
            and b.blocked_id in (i.person_a, i.person_b) order by i.introduced_at desc limit 1) as "introducedTo"
      from blocks b where b.person_id = $1 order by b.created_at`,
  },
  {
    name: 'morningsAfter',
    from: ['morning_answers'],
    sql: `select o.name as organization, e.title as event, m.talked_to as "talkedTo", m.new_people as "newPeople", m.answered_at as at
      from morning_answers m join events e on e.id = m.event_id join organizations o on o.id = m.organization_id
      where m.person_id = $1 order by m.answered_at, m.attendee_id`,
  },
  {
    name: 'circles',
    from: ['circle_members', 'circle_votes'],
    sql: `select o.name as organization, c.name as circle, case when m.consent in ('yes', 'no') then m.consent end as "yourAnswer",
        m.answered_at as "answeredAt", m.contact as "yourContact", m.joined_at as "joinedAt", m.left_at as "leftAt",
        m.useful as "stillUseful", array(select d.starts_local from circle_votes v join circle_dates d on d.id = v.date_id
          where v.member_id = m.id order by d.place) as "datesYouTicked"
      from circle_members m join circles c on c.id = m.circle_id join organizations o on o.id = m.organization_id
      where m.person_id = $1 and m.consent <> 'not_asked' order by c.created_at, m.id`,
  },
  ...critiqueSections,
  ...eveningSections,
  {
    name: 'mailsToYou',
    from: ['mails'],
    sql: `select o.name as organization, m.kind, m.final_at as at, m.bounce_kind as "cameBackAs", m.bounced_at as "cameBackAt"
      from mails m left join organizations o on o.id = m.organization_id
      where m.person_id = $1 and m.state in ('sent', 'unsure', 'failed') order by m.final_at, m.id`,
  },
  {
    name: 'mailYouStopped',
    from: ['mail_stops'],
    sql: `select o.name as organization, s.topic, s.created_at as since
      from mail_stops s left join organizations o on o.id = s.organization_id where s.person_id = $1 order by s.created_at, s.id`,
  },
  {
    name: 'whyNoMailGoesToYourAddress',
    from: ['suppressions'],
    of: 'address hashes',
    sql: `select reason, created_at as since from suppressions where email_hash = any ($1::text[]) order by created_at, email_hash`,
  },
  {
    name: 'whereYouAreStaff',
    from: ['members'],
    sql: `select o.name as organization, m.role, m.created_at as since
      from members m join organizations o on o.id = m.organization_id where m.person_id = $1 order by m.created_at, m.id`,
  },
  {
    name: 'whoseAudienceYouAreIn',
    from: ['audience'],
    sql: `select o.name as organization, a.created_at as since
      from audience a join organizations o on o.id = a.organization_id where a.person_id = $1 order by a.created_at, o.id`,
  },
  {
    name: 'listsYouUploaded',
    from: ['guest_list_imports'],
    sql: `select o.name as organization, e.title as event, l.file_name as file, l.state, l.created_at as at
      from guest_list_imports l join events e on e.id = l.event_id join organizations o on o.id = l.organization_id
      where $1 in (l.created_by, l.started_by) order by l.created_at, l.id`,
  },
  {
    name: 'circlesYouStarted',
    from: ['circles'],
    sql: `select o.name as organization, c.name as circle, c.created_at as at
      from circles c join organizations o on o.id = c.organization_id where c.started_by = $1 order by c.created_at, c.id`,
  },
  {
    name: 'signIns',
    from: ['sessions', 'grants'],
    sql: `select 'session' as kind, created_at as since, expires_at as until from sessions where person_id = $1
      union all select purpose, created_at, expires_at from grants where person_id = $1 order by since`,
  },
  {
    name: 'linksInYourMails',
    from: ['handles'],
    sql: `select o.name as organization, h.purpose, h.created_at as since, h.expires_at as until
      from handles h join organizations o on o.id = h.organization_id where h.person_id = $1 order by h.created_at, h.id`,
  },
  {
    name: 'calendarAddress',
    from: ['calendar_feeds'],
    sql: 'select created_at as since from calendar_feeds where person_id = $1',
  },
  {
    name: 'whatYouDid',
    from: ['audit'],
    sql: `select o.name as organization, a.action, a.at from audit a left join organizations o on o.id = a.organization_id
      where a.actor_kind = 'person' and a.actor_id = $1 order by a.at, a.id`,
  },
];

/** Tables that refer to people and are in no section, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  known_pairs:
    'Ids of two people who know each other, by whoever told it; what this person told is in whomYouNamed.',
  bars: 'A mark of an organization’s own hosts; its effect is told with every RSVP it refuses.',
  well_known: 'A private mark of hosts, which the person does not see (introductions.md, Rows).',
  board_presence: 'Which host looks at a board this minute; gone after an hour.',
  erased_people: 'Of people who have left.',
  former_selves: 'Ids alone, of people who left and came back.',
};
