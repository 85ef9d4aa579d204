import { lockPeople } from './introductions.ts';
import type { Reader, Tx } from './tx.ts';

// Two people of an evening swap contacts once both say so (docs/decisions/0026). One row each way; who said it alone, whom
// the other refused and who is blocked read the same for ever.

/** Somebody who came to an evening. */
export interface Swapper {
  organizationId: string;
  eventId: string;
  attendeeId: string;
  personId: string;
}

export interface NamedGuest {
  attendeeId: string;
  name: string;
}

export interface SwapRow {
  attendeeId: string;
  /** Null before both said so, unless the other lets their name be seen now: a code tells nobody's name. */
  name: string | null;
  state: 'waiting' | 'agreed';
  /** Once agreed. */
  email: string | null;
  at: Date;
}

const blockedByMe = `select from blocks b where b.person_id = $3 and b.blocked_id = a.person_id`;
const showsName = `exists (select from consents c where c.organization_id = a.organization_id and c.person_id = a.person_id
  and c.purpose = 'name-visible' and c.answer = 'given' and c.withdrawn_at is null)`;
const blockedEitherWay = (one: string, other: string): string =>
  `select from blocks b where (b.person_id = ${one} and b.blocked_id = ${other}) or (b.person_id = ${other} and b.blocked_id = ${one})`;

/** Whether this RSVP came, as the door says. */
export async function hasCome(
  reader: Reader,
  { organizationId, eventId, attendeeId }: Swapper,
): Promise<boolean> {
  const rows = await reader.query(
    `select from attendees where id = $1 and organization_id = $2 and event_id = $3 and status = 'confirmed'
       and checked_in_at is not null`,
    [attendeeId, organizationId, eventId],
  );
  return rows.length > 0;
}

/**
 * Who came and lets their name be seen, in the order of names. Without whom the person blocked themself; whoever blocked
 * them is there like anybody else, or their absence would tell.
 */
export function peopleToSwapWith(reader: Reader, me: Swapper): Promise<NamedGuest[]> {
  return reader.query(
    `select a.id as "attendeeId", a.name from attendees a
     where a.organization_id = $1 and a.event_id = $2 and a.status = 'confirmed' and a.checked_in_at is not null
       and a.person_id <> $3 and not exists (${blockedByMe}) and ${showsName}
     order by lower(a.name), a.id`,
    [me.organizationId, me.eventId, me.personId],
  );
}

/** Who scanned this person's code and waits for a word. Nobody who is blocked either way. */
export function swapsAskedOf(reader: Reader, me: Swapper): Promise<NamedGuest[]> {
  return reader.query(
    `select s.attendee_id as "attendeeId", a.name from contact_swaps s
     join attendees a on a.id = s.attendee_id and a.status = 'confirmed'
     where s.organization_id = $1 and s.event_id = $2 and s.other_person_id = $3 and s.how = 'scan'
       and s.refused_at is null and s.agreed_at is null
       and s.withdrawn_at is null and not exists (select from contact_swaps mine where mine.event_id = s.event_id
         and mine.person_id = $3 and mine.other_person_id = s.person_id and mine.withdrawn_at is null)
       and not exists (${blockedEitherWay('$3', 's.person_id')})
     order by s.created_at, s.attendee_id`,
    [me.organizationId, me.eventId, me.personId],
  );
}

/**
 * Whom this person said it to, newest first; without whom they blocked since. A no leaves it as it is, also without a name.
 */
export function swapsOf(reader: Reader, me: Swapper): Promise<SwapRow[]> {
  return reader.query(
    `select s.other_attendee_id as "attendeeId", case when s.agreed_at is not null or ${showsName} then a.name end as name,
       case when s.agreed_at is null then 'waiting' else 'agreed' end as state,
       case when s.agreed_at is not null then p.email end as email, coalesce(s.agreed_at, s.created_at) as at
     from contact_swaps s join attendees a on a.id = s.other_attendee_id join people p on p.id = s.other_person_id
     where s.organization_id = $1 and s.event_id = $2 and s.person_id = $3 and s.withdrawn_at is null and p.erased_at is null
       and not exists (${blockedByMe})
     order by 5 desc, 1`,
    [me.organizationId, me.eventId, me.personId],
  );
}

/** Everybody who came and is not this person, whether they may be listed or not. */
export function othersWhoCame(
  reader: Reader,
  { organizationId, eventId, personId }: Swapper,
): Promise<{ attendeeId: string; personId: string }[]> {
  return reader.query(
    `select id as "attendeeId", person_id as "personId" from attendees
     where organization_id = $1 and event_id = $2 and person_id <> $3 and status = 'confirmed' and checked_in_at is not null`,
    [organizationId, eventId, personId],
  );
}

/** Who scanned this person's code at any time: they may be answered, although no list names them. */
export async function scannedBy(reader: Reader, me: Swapper, otherAttendeeId: string): Promise<boolean> {
  const rows = await reader.query(
    `select from contact_swaps where organization_id = $1 and event_id = $2 and other_person_id = $3 and attendee_id = $4
       and how = 'scan'`,
    [me.organizationId, me.eventId, me.personId, otherAttendeeId],
  );
  return rows.length > 0;
}

/**
 * Keeps that a person would swap contacts. Where the other said so too and neither blocks the other, the two know each other
 * from now on. The same statements whatever the other did. Repeating it changes nothing.
 */
export async function saySwap(
  tx: Tx,
  me: Swapper,
  other: { attendeeId: string; personId: string },
  how: 'scan' | 'name',
): Promise<void> {
  await lockPeople(tx, [me.personId, other.personId]);
  await tx.query(
    `insert into contact_swaps (organization_id, event_id, person_id, attendee_id, other_person_id, other_attendee_id, how, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (event_id, person_id, other_person_id) do update set withdrawn_at = null,
       how = case when 'scan' in (excluded.how, contact_swaps.how) then 'scan' else 'name' end,
       created_at = case when contact_swaps.withdrawn_at is null then contact_swaps.created_at else excluded.created_at end`,
    [
      me.organizationId,
      me.eventId,
      me.personId,
      me.attendeeId,
      other.personId,
      other.attendeeId,
      how,
      tx.now,
    ],
  );
  await tx.query(
    `with agreed as (
       update contact_swaps s set agreed_at = $5, refused_at = null
       from contact_swaps back
       where s.organization_id = $1 and s.event_id = $2 and back.event_id = s.event_id and s.agreed_at is null
         and s.person_id in ($3, $4) and s.other_person_id in ($3, $4)
         and back.person_id = s.other_person_id and back.other_person_id = s.person_id
         and s.withdrawn_at is null and back.withdrawn_at is null
         and not exists (${blockedEitherWay('$3', '$4')})
       returning s.person_id)
     insert into known_pairs (organization_id, person_a, person_b, source, created_at)
     select $1, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), 'swapped', $5 where exists (select from agreed)
     on conflict do nothing`,
    [me.organizationId, me.eventId, me.personId, other.personId, tx.now],
  );
}

/** A no to somebody who scanned this person's code: they are told nothing, and the question is gone. */
export async function refuseSwap(tx: Tx, me: Swapper, otherAttendeeId: string): Promise<void> {
  await tx.query(
    `update contact_swaps set refused_at = coalesce(refused_at, $5)
     where organization_id = $1 and event_id = $2 and other_person_id = $3 and attendee_id = $4 and agreed_at is null`,
    [me.organizationId, me.eventId, me.personId, otherAttendeeId, tx.now],
  );
}

/** Takes back what the other has not answered; what is agreed stays. */
export async function takeSwapBack(tx: Tx, me: Swapper, otherAttendeeId: string): Promise<void> {
  await tx.query(
    `update contact_swaps set withdrawn_at = coalesce(withdrawn_at, $5)
     where organization_id = $1 and event_id = $2 and person_id = $3 and other_attendee_id = $4 and agreed_at is null`,
    [me.organizationId, me.eventId, me.personId, otherAttendeeId, tx.now],
  );
}

/** Somebody with whom a person swapped contacts. */
export interface SwappedContact {
  attendeeId: string;
  name: string;
  email: string;
  agreedAt: Date;
  eventTitle: string;
  organizationName: string;
  timeZone: string;
}

/** Of one person in one organization, over its evenings, newest first; without whom they blocked since. */
export function swappedContacts(
  reader: Reader,
  { organizationId, personId }: Pick<Swapper, 'organizationId' | 'personId'>,
): Promise<SwappedContact[]> {
  return reader.query(
    `select s.other_attendee_id as "attendeeId", a.name, p.email, s.agreed_at as "agreedAt", e.title as "eventTitle",
       o.name as "organizationName", e.time_zone as "timeZone"
     from contact_swaps s join attendees a on a.id = s.other_attendee_id join people p on p.id = s.other_person_id
     join events e on e.id = s.event_id join organizations o on o.id = s.organization_id
     where s.organization_id = $1 and s.person_id = $2 and s.agreed_at is not null and p.erased_at is null
       and not exists (select from blocks b where b.person_id = $2 and b.blocked_id = s.other_person_id)
     order by s.agreed_at desc, s.other_attendee_id limit 400`,
    [organizationId, personId],
  );
}
