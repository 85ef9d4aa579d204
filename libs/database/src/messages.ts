import { type Event, EventMessage, type Segment, type Whenabouts, newId, usualSegment } from '#libs/domain';
import { words } from '#libs/words';
import type { Reader, Tx } from './tx.ts';

interface EventIds {
  organizationId: string;
  eventId: string;
}

export interface Recipient {
  personId: string;
  /** They have used a link that was sent to their address. */
  confirmed: boolean;
  /** They are here by their own word, and not by that of a list or a host alone. */
  asked: boolean;
}

export interface RecipientCounts {
  count: number;
  /** Of these, who is here by somebody else's word alone. */
  unasked: number;
  leftOut: { noAddress: number; onlyListed: number };
}

/** Nobody who is barred stands in any number. Takes $1 to $7 as `valuesOf` gives them, and $8 to look for one person. */
const segmentFor = (one: '' | 'and person_id = $8') => `
with named as (
  select a.person_id, a.may_write, a.own_word from attendees a
  where a.organization_id = $1 and a.event_id = $2 and a.status = any ($3)
    and ($4::boolean is null or (a.checked_in_at is not null) = $4)
    and ($5::text is null
      or ($5 = 'panel' and exists (select from panel_people p where p.attendee_id = a.id and p.state = 'confirmed'))
      or ($5 = 'mixer' and exists (select from mixer_seats s where s.attendee_id = a.id and s.left_at is null))
      or ($5 = 'critique' and exists (select from submissions s where s.attendee_id = a.id
        and s.state in ('submitted', 'accepted', 'waitlisted', 'heard'))))
    and ($6::text is null or exists (select from jsonb_array_elements(a.answers) given
      where given ->> 'id' = $6 and given -> 'answer' ? $7))
    ${one}
  union all
  select i.person_id, true, false from invitations i
  where i.organization_id = $1 and i.event_id = $2 and i.state = 'live' and 'invited' = any ($3)
    and $4 is not true and $5::text is null and $6::text is null
    and not exists (select from attendees a where a.event_id = i.event_id and a.person_id = i.person_id
      and a.status not in ('cancelled', 'held'))
    ${one}
), chosen as (
  select n.person_id, bool_or(n.may_write) as may_write, bool_or(n.own_word) as asked, p.erased_at is null and p.email like '%_@_%' as reachable,
    p.confirmed_at is not null as confirmed
  from named n join people p on p.id = n.person_id
  where not exists (select from bars b where b.organization_id = $1 and b.person_id = n.person_id)
  group by n.person_id, p.erased_at, p.email, p.confirmed_at
)`;

const segment = segmentFor('');
const segmentOfOne = segmentFor('and person_id = $8');

const valuesOf = ({ organizationId, eventId }: EventIds, { status, came, format, answer }: Segment) => [
  ...[organizationId, eventId, status, came, format],
  ...[answer?.questionId ?? null, answer?.value ?? null],
];

/** Whom a segment holds at this moment, in one look: 10,000 take about 0.1 s. */
export function recipientsOf(reader: Reader, ids: EventIds, chosen: Segment): Promise<Recipient[]> {
  return reader.query<Recipient>(
    `${segment} select person_id as "personId", confirmed, asked from chosen where may_write and reachable order by person_id`,
    valuesOf(ids, chosen),
  );
}

/** Whether somebody is in a segment now; asked once more for each mail, when it leaves. */
export async function isRecipient(
  reader: Reader,
  ids: EventIds,
  chosen: Segment,
  personId: string,
): Promise<boolean> {
  const rows = await reader.query(`${segmentOfOne} select 1 from chosen where may_write and reachable`, [
    ...valuesOf(ids, chosen),
    personId,
  ]);
  return rows.length > 0;
}

export async function countRecipients(
  reader: Reader,
  ids: EventIds,
  chosen: Segment,
): Promise<RecipientCounts> {
  const [row] = await reader.query<Omit<RecipientCounts, 'leftOut'> & RecipientCounts['leftOut']>(
    `${segment} select (count(*) filter (where may_write and reachable))::int as count,
       (count(*) filter (where may_write and reachable and not asked))::int as unasked,
       (count(*) filter (where not reachable))::int as "noAddress",
       (count(*) filter (where reachable and not may_write))::int as "onlyListed" from chosen`,
    valuesOf(ids, chosen),
  );
  const { count = 0, unasked = 0, noAddress = 0, onlyListed = 0 } = row ?? {};
  return { count, unasked, leftOut: { noAddress, onlyListed } };
}

interface SentInADay {
  messages: number;
  recipients: number;
}

/**
 * What the organization sends in the 24 hours that end at `until`, as the limits count it. Of reminders, changes and cancelled
 * evenings those mails count whose readers are on the list by somebody else's word alone, once they are on their way.
 */
export const sentLately = (
  reader: Reader,
  organizationId: string,
  until: Date,
  except: string | null,
): Promise<SentInADay> => mostInADay(reader, organizationId, until, except, false);

/** The most that is sent within any 24 hours that `at` is in: what is planned for later counts too, in whichever order it was planned. */
export const sentAround = (
  reader: Reader,
  organizationId: string,
  at: Date,
  except: string | null,
): Promise<SentInADay> => mostInADay(reader, organizationId, at, except, true);

async function mostInADay(
  reader: Reader,
  organizationId: string,
  at: Date,
  except: string | null,
  ahead: boolean,
): Promise<SentInADay> {
  const [row] = await reader.query<SentInADay>(
    `with written as (
       select coalesce(sent_at, due_at) as at, recipients from event_messages
       where organization_id = $1 and id is distinct from $3 and kind in ('announcement', 'thanks') and (sent_at is not null or state = 'scheduled')
         and coalesce(sent_at, due_at) between $2::timestamptz - interval '24 hours'
           and $2::timestamptz + case when $4 then interval '24 hours' else interval '0' end
     ), ends as (
       select $2::timestamptz as at union select at from written where at > $2
     ), busiest as (
       select max(messages)::int as messages, max(recipients)::int as recipients from ends cross join lateral (
         select count(*) as messages, coalesce(sum(w.recipients), 0) as recipients from written w
         where w.at between ends.at - interval '24 hours' and ends.at) held
     ), unasked as (
       select count(*)::int as recipients from mails m left join event_messages e on e.id = m.subject_id
         join attendees a on a.person_id = m.person_id and (a.id = m.subject_id or a.event_id = e.event_id)
       where m.organization_id = $1 and m.kind in ('event-reminder', 'event-changed', 'event-cancelled')
         and m.created_at between $2::timestamptz - interval '24 hours' and $2 and not a.own_word
     )
     select messages, busiest.recipients + unasked.recipients as recipients from busiest, unasked`,
    [organizationId, at, except, ahead],
  );
  return row ?? { messages: 0, recipients: 0 };
}

/** Since when there is this organization; locks it, so that two messages at once are counted one after the other. */
export async function lockSender(tx: Tx, organizationId: string): Promise<Date> {
  const [row] = await tx.query<{ since: Date }>(
    'select created_at as since from organizations where id = $1 for no key update',
    [organizationId],
  );
  if (row === undefined) throw new Error('A message is of no organization');
  return row.since;
}

/** What a new evening begins with: a reminder on the day before, which leaves unless somebody calls it off, and a thank-you to look over. */
export async function addUsualMessages(tx: Tx, event: Event): Promise<void> {
  const { id: eventId, organizationId } = event;
  const usual = (kind: 'reminder' | 'thanks', rule: EventMessage['rule']) =>
    EventMessage.draft(
      { id: newId(), organizationId, eventId },
      kind,
      { ...words.messages.usual[kind], segment: usualSegment(kind), rule },
      tx.now,
    );
  const reminder = usual('reminder', { anchor: 'start', minutes: -24 * 60 });
  if (tx.now < event.startsAt) reminder.schedule(null, event, tx.now);
  await tx.insert(EventMessage, reminder);
  await tx.insert(EventMessage, usual('thanks', { anchor: 'end', minutes: 12 * 60 }));
}

/** To be called in the write that moves an evening, or changes its zone: what waits by a rule moves with it. */
export async function messagesFollow(
  tx: Tx,
  event: Whenabouts & { id: string; organizationId: string },
): Promise<void> {
  const { id: eventId, organizationId } = event;
  const waiting = await tx.find(EventMessage, {
    where: { eventId, organizationId, state: 'scheduled' },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const message of waiting) {
    const before = message.dueAt?.getTime();
    message.follow(event);
    if (message.dueAt?.getTime() === before) continue;
    message.version += 1;
    await tx.save(message);
  }
}

/**
 * Takes back what has not been claimed of a message. A mail that a server may have stays. One that its reader stopped, while the
 * server says "not now" to what the message says, is called waiting with the others, and so it is taken back with them.
 * @returns how many
 */
export async function takeBackMails(tx: Tx, messageId: string): Promise<number> {
  const rows = await tx.query(
    `with mine as materialized (
       select id, state, outcome, outcome like 'refused-%-message' as refused from mails
       where subject_id = $1 and kind in ('event-reminder', 'event-thanks', 'event-announcement')),
     stopped as (
       select id from mine where state = 'suppressed' and outcome = 'stopped'
         and exists (select from mine where state = 'queued' and refused)
         and not exists (select from mine where state = 'sent' or (state = 'failed' and refused)))
     update mails set state = 'suppressed', outcome = 'taken-back', final_at = app_now()
     where id in (select id from mine where state = 'queued' and outcome is distinct from 'in-doubt'
         union all select id from stopped)
       and (state = 'queued' or outcome = 'stopped')
     returning id`,
    [messageId],
  );
  return rows.length;
}
