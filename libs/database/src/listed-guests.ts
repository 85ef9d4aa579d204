import {
  type Attendee,
  type Event,
  type EventDesk,
  type EventSeats,
  type GuestListImport,
  type GuestPlan,
  type GuestRow,
  type GuestStanding,
  type LineOf,
  type ListPlan,
  actorOf,
  newId,
  planRows,
} from '#libs/domain';
import { record } from './audit.ts';
import { endPairsOfOptedOut } from './ended-pairs.ts';
import { meetFormerSelves } from './former-selves.ts';
import { peopleByEmail } from './people.ts';
import { writeSteps } from './steps.ts';
import type { Keys } from './tokens.ts';
import type { Reader, Tx } from './tx.ts';

// What a guest list does to the guests of an event, a whole batch in each statement.

type AttendeeRow = Pick<
  Attendee,
  | 'id'
  | 'name'
  | 'part'
  | 'status'
  | 'cancelCause'
  | 'partySize'
  | 'seat'
  | 'arrival'
  | 'priority'
  | 'heldUntil'
  | 'confirmedAt'
  | 'checkedInAt'
  | 'answers'
  | 'profile'
  | 'imported'
  | 'mayWrite'
>;

type Standings = Map<string, GuestStanding<AttendeeRow>>;
export type ListedGuests = ListPlan<AttendeeRow>;

/** What these rows do to the guests of the event as they stand now. */
export async function planList(
  reader: Reader,
  list: GuestListImport,
  event: Pick<Event, 'startsAt'>,
  rows: readonly GuestRow[],
  lineOf: LineOf,
): Promise<ListedGuests> {
  return planRows(rows, await standingsOf(reader, list, emailsOf(rows)), event.startsAt, lineOf);
}

const emailsOf = (rows: readonly GuestRow[]): string[] => [
  ...new Set(rows.flatMap((row) => ('facts' in row ? [row.facts.email] : []))),
];

/**
 * Makes the people these rows name. An RSVP too makes its person first and locks the counter row after that, and
 * sorted addresses let two imports of the same people wait for each other, so none of them deadlocks.
 */
export async function makeListedPeople(tx: Tx, keys: Keys, rows: readonly GuestRow[]): Promise<void> {
  const people = await peopleByEmail(tx, emailsOf(rows));
  // A list may bring back somebody who left, and what holds for them holds from the first suggestion on.
  await meetFormerSelves(
    tx,
    keys,
    [...people].map(([email, id]) => ({ id, email })),
  );
}

async function standingsOf(
  reader: Reader,
  list: GuestListImport,
  emails: readonly string[],
): Promise<Standings> {
  type Row = AttendeeRow & { email: string; personId: string } & Pick<GuestStanding, 'consent' | 'wasAsked'>;
  const rows = await reader.query<Row | (Omit<Row, 'id'> & { id: null })>(
    `select p.email, p.id as "personId", c.consent, a.id, a.name, a.part, a.status, a.cancel_cause as "cancelCause",
       a.party_size as "partySize", a.seat, a.arrival, a.priority, a.held_until as "heldUntil", a.confirmed_at as "confirmedAt",
       a.checked_in_at as "checkedInAt", a.answers, a.profile, a.imported,
       a.may_write as "mayWrite",
       exists (select from introductions i where i.organization_id = $1 and i.event_id = $2 and i.frozen_at is not null
         and a.id in (i.attendee_a, i.attendee_b)) as "wasAsked"
     from people p
     left join attendees a on a.person_id = p.id and a.event_id = $2 and a.organization_id = $1
     cross join lateral (
       select case when count(*) = 0 then 'never' when not bool_and(source = 'import') then 'elsewhere'
         when bool_or(withdrawn_at is null and answer = 'given') then 'import-given'
         when bool_or(withdrawn_at is null) then 'import-refused' else 'elsewhere' end as consent
       from consents where organization_id = $1 and person_id = p.id and purpose = 'introductions') c
     where p.email = any ($3)`,
    [list.organizationId, list.eventId, emails],
  );
  return new Map(
    rows.map(({ email, personId, consent, wasAsked, ...attendee }) => {
      return [email, { personId, consent, wasAsked, attendee: attendee.id === null ? null : attendee }];
    }),
  );
}

/**
 * Writes what the lists say: attendees, consents and the counter row. No mail is sent, nobody is promoted; seats
 * beyond the capacity raise the ceiling by name. What was planned is still true, because it was planned under the lock
 * of the counter row, which everything that changes an attendee takes first.
 */
export async function writeGuests(
  tx: Tx,
  desk: EventDesk,
  guests: readonly GuestPlan<AttendeeRow>[],
  { mayWrite }: Pick<GuestListImport, 'mayWrite'>,
): Promise<void> {
  const { seats } = desk;
  const ceiling = seats.ceiling;
  const changed = guests.filter((guest) => guest.changed);
  const rows = changed.map((guest) => ({ ...rowAfter(tx, desk, guest), mayWrite }));
  await writeAttendees(tx, seats, rows);
  if (mayWrite) await allowWriting(tx, seats, guests);
  await writeConsents(tx, seats.organizationId, guests);
  await writeSteps(tx, [desk]);
  if (seats.ceiling <= ceiling) return;
  await record(tx, actorOf(tx.scope), 'event.ceiling-raised', seats.eventId, {
    cause: 'import',
    ceiling: seats.ceiling,
  });
}

function personOf({ personId }: GuestStanding): string {
  if (personId === null) throw new Error('the people of a list are made before its guests are planned');
  return personId;
}

type WrittenRow = Omit<AttendeeRow, 'part' | 'partySize' | 'priority'> & { personId: string };

function rowAfter(
  tx: Tx,
  desk: EventDesk,
  { standing, columns, imported }: GuestPlan<AttendeeRow>,
): Omit<WrittenRow, 'mayWrite'> {
  const confirmed = columns.status === 'confirmed';
  const before = standing.attendee;
  // With its step, which is what writes the counter row: a number without one would be given twice.
  const joins =
    columns.status === 'waitlisted' && before?.status !== 'waitlisted' && (before?.arrival ?? null) === null;
  const row = {
    id: before?.id ?? newId(),
    personId: personOf(standing),
    ...columns,
    seat: before?.status === columns.status || before?.part === 'panelist' ? before.seat : confirmed,
    arrival: before?.arrival ?? (joins ? desk.seats.arrive() : null),
    heldUntil: columns.status === 'held' ? (before?.heldUntil ?? null) : null,
    confirmedAt: confirmed ? (before?.confirmedAt ?? tx.now) : (before?.confirmedAt ?? null),
    imported,
  };
  if (row.status !== before?.status) {
    const { partySize, priority } = before ?? { partySize: 1, priority: 0 };
    desk.imported(row.id, before, { ...row, partySize, priority }, actorOf(tx.scope));
  }
  return row;
}

async function writeAttendees(tx: Tx, seats: EventSeats, rows: readonly WrittenRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into attendees (id, organization_id, event_id, person_id, name, status, cancel_cause, seat, arrival, held_until,
       confirmed_at, checked_in_at, source, answers, profile, imported, may_write, version, created_at)
     select id, $2, $3, "personId", name, status, "cancelCause", seat, arrival, "heldUntil", "confirmedAt", "checkedInAt",
       'import', answers, profile, imported, "mayWrite", 1, $4
     from jsonb_to_recordset($1::jsonb) as guest(id uuid, "personId" uuid, name text, status text, "cancelCause" text,
       seat boolean, arrival int, "heldUntil" timestamptz, "confirmedAt" timestamptz, "checkedInAt" timestamptz,
       answers jsonb, profile jsonb, imported jsonb, "mayWrite" boolean)
     on conflict (event_id, person_id) do update set name = excluded.name, status = excluded.status,
       cancel_cause = excluded.cancel_cause, seat = excluded.seat, arrival = excluded.arrival,
       held_until = excluded.held_until, confirmed_at = excluded.confirmed_at, checked_in_at = excluded.checked_in_at,
       answers = excluded.answers, profile = excluded.profile, imported = excluded.imported,
       may_write = attendees.may_write or excluded.may_write,
       own_word = attendees.own_word and attendees.status <> 'cancelled',
       version = attendees.version + 1`,
    [JSON.stringify(rows), seats.organizationId, seats.eventId, tx.now],
  );
}

/** Also for those of whom the list says nothing new. Once stated it stays, whatever other lists say. */
async function allowWriting(tx: Tx, seats: EventSeats, guests: readonly GuestPlan[]): Promise<void> {
  await tx.query(
    'update attendees set may_write = true where event_id = $1 and person_id = any ($2) and not may_write',
    [seats.eventId, guests.map(({ standing }) => personOf(standing))],
  );
}

/** A no of a later list withdraws an imported yes; an answer of the person's own is never touched, nor one withdrawn. */
async function writeConsents(tx: Tx, organizationId: string, guests: readonly GuestPlan[]): Promise<void> {
  const answers = guests.flatMap(({ consent, standing }) => {
    return consent === null ? [] : [{ id: newId(), personId: personOf(standing), answer: consent }];
  });
  if (answers.length === 0) return;
  const withdrawn = await tx.query<{ personId: string }>(
    `update consents set withdrawn_at = $3 where organization_id = $2 and purpose = 'introductions' and source = 'import'
       and answer = 'given' and withdrawn_at is null and person_id = any ($1) returning person_id as "personId"`,
    [
      answers.flatMap(({ answer, personId }) => (answer === 'refused' ? [personId] : [])),
      organizationId,
      tx.now,
    ],
  );
  await tx.query(
    `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
     select id, $2, "personId", 'introductions', answer, 'import', 'import', $3
     from jsonb_to_recordset($1::jsonb) as told(id uuid, "personId" uuid, answer text) on conflict do nothing`,
    [JSON.stringify(answers), organizationId, tx.now],
  );
  const optedOut = withdrawn.map(({ personId }) => personId);
  if (optedOut.length > 0) await endPairsOfOptedOut(tx, organizationId, optedOut);
}
