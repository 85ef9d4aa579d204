import {
  type Attendee,
  type EventSeats,
  type GuestListImport,
  type GuestPlan,
  type GuestRow,
  type GuestStanding,
  type LineOf,
  type ListPlan,
  type RowFault,
  newId,
  planRows,
  readGuestRow,
} from '#libs/domain';
import { record } from './audit.ts';
import type { Reader, Tx } from './tx.ts';

// The statements of a guest-list import, all over whole batches: 100,000 rows one by one would take many minutes.

/** A row as it was uploaded; a faulty one keeps what stood there in place of its cells, if anything did. */
export interface StagedRow {
  line: number;
  cells: string[];
  fault: RowFault['code'] | null;
  /** The line of the same address further up, as the preview found it. */
  sameAs: number | null;
}

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
  | 'heldUntil'
  | 'confirmedAt'
  | 'checkedInAt'
  | 'answers'
  | 'profile'
  | 'imported'
>;

type Standings = Map<string, GuestStanding<AttendeeRow>>;
export type GuestListPlan = ListPlan<AttendeeRow>;

/** The event as reading a list needs it. */
export interface ListedEvent {
  timeZone: string;
  startsAt: Date;
}

/** The rows after a line, in the order of the file. */
export function stagedRows(
  reader: Reader,
  list: GuestListImport,
  afterLine: number,
  limit: number,
): Promise<StagedRow[]> {
  return reader.query<StagedRow>(
    `select line, cells, fault, (result->>'sameAs')::int as "sameAs" from guest_list_rows
     where import_id = $1 and organization_id = $2 and line > $3 order by line limit $4`,
    [list.id, list.organizationId, afterLine, limit],
  );
}

/** What these rows do to the guests of the event as they stand now. */
export async function planStagedRows(
  reader: Reader,
  list: GuestListImport,
  event: ListedEvent,
  staged: readonly StagedRow[],
  lineOf: LineOf,
): Promise<GuestListPlan> {
  const reading = { eventTimeZone: event.timeZone, importedAt: list.createdAt };
  const columns = list.listColumns;
  const rows = staged.map(({ line, cells, fault }): GuestRow => {
    if (fault === null) return readGuestRow(columns, cells, line, reading);
    return { line, fault: { code: fault, ...(cells[0] !== undefined && { value: cells[0] }) } };
  });
  const emails = rows.flatMap((row) => ('facts' in row ? [row.facts.email] : []));
  return planRows(rows, await standingsOf(reader, list, [...new Set(emails)]), event.startsAt, lineOf);
}

/** Keeps what the rows did in place of what they said: telephone numbers and the like are not ours to keep. */
export async function settleRows(
  tx: Tx,
  list: GuestListImport,
  results: GuestListPlan['results'],
): Promise<void> {
  await tx.query(
    `update guest_list_rows r set cells = '[]', outcome = row.result->>'what', result = row.result
     from jsonb_to_recordset($1::jsonb) as row(line int, result jsonb)
     where r.import_id = $2 and r.organization_id = $3 and r.line = row.line`,
    [JSON.stringify(results), list.id, list.organizationId],
  );
}

/** Forgets the rows that were not imported. */
export async function dropRows(tx: Tx, list: GuestListImport): Promise<void> {
  await tx.query('delete from guest_list_rows where import_id = $1 and organization_id = $2 and line > $3', [
    list.id,
    list.organizationId,
    list.lastLine,
  ]);
}

async function standingsOf(
  reader: Reader,
  list: GuestListImport,
  emails: readonly string[],
): Promise<Standings> {
  type Row = AttendeeRow & { email: string; personId: string; consent: GuestStanding['consent'] };
  const rows = await reader.query<Row | (Omit<Row, 'id'> & { id: null })>(
    `select p.email, p.id as "personId", c.consent, a.id, a.name, a.part, a.status, a.cancel_cause as "cancelCause",
       a.party_size as "partySize", a.seat, a.arrival, a.held_until as "heldUntil", a.confirmed_at as "confirmedAt",
       a.checked_in_at as "checkedInAt", a.answers, a.profile, a.imported
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
    rows.map(({ email, personId, consent, ...attendee }) => {
      return [email, { personId, consent, attendee: attendee.id === null ? null : attendee }];
    }),
  );
}

/**
 * Writes what the lists say: people, attendees, consents and the counter row. No mail is sent, nobody is promoted; seats
 * beyond the capacity raise the ceiling by name. What was planned is still true, because it was planned under the lock
 * of the counter row, which everything that changes an attendee takes first.
 */
export async function writeGuests(
  tx: Tx,
  seats: EventSeats,
  guests: readonly GuestPlan<AttendeeRow>[],
): Promise<void> {
  const people = await peopleOf(tx, guests);
  const changed = guests.filter((guest) => guest.changed);
  const rows = changed.map((guest) => rowAfter(tx, seats, guest, people));
  await writeAttendees(tx, seats, rows);
  await writeConsents(tx, seats.organizationId, guests, people);
  await count(tx, seats, changed, rows);
}

type People = ReadonlyMap<string, string>;

/** Sorted, so that two imports of the same people wait for each other instead of both for ever. */
async function peopleOf(tx: Tx, guests: readonly GuestPlan[]): Promise<People> {
  const known = guests.flatMap(({ email, standing: { personId } }) =>
    personId === null ? [] : [[email, personId] as const],
  );
  const missing = guests.filter(({ standing }) => standing.personId === null).map(({ email }) => email);
  if (missing.length === 0) return new Map(known);
  await tx.query(
    `insert into people (id, email, created_at) select id, email, $3 from unnest($1::uuid[], $2::text[]) as p(id, email)
     order by email on conflict (email) do nothing`,
    [missing.map(() => newId()), missing, tx.now],
  );
  const made = await tx.query<{ email: string; id: string }>(
    'select email, id from people where email = any ($1)',
    [missing],
  );
  return new Map([...known, ...made.map(({ email, id }) => [email, id] as const)]);
}

type WrittenRow = Omit<AttendeeRow, 'part' | 'partySize'> & { personId: string };

function rowAfter(
  tx: Tx,
  seats: EventSeats,
  { email, standing: { attendee: before }, columns, imported }: GuestPlan<AttendeeRow>,
  people: People,
): WrittenRow {
  const confirmed = columns.status === 'confirmed';
  const personId = people.get(email);
  if (personId === undefined) throw new Error('every guest of a batch has a person');
  if (columns.status === 'waitlisted' && (before?.arrival ?? null) === null) seats.arrivals += 1;
  return {
    id: before?.id ?? newId(),
    personId,
    ...columns,
    seat: before?.status === columns.status || before?.part === 'panelist' ? before.seat : confirmed,
    arrival: before?.arrival ?? (columns.status === 'waitlisted' ? seats.arrivals : null),
    heldUntil: columns.status === 'held' ? (before?.heldUntil ?? null) : null,
    confirmedAt: confirmed ? (before?.confirmedAt ?? tx.now) : (before?.confirmedAt ?? null),
    imported,
  };
}

async function writeAttendees(tx: Tx, seats: EventSeats, rows: readonly WrittenRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into attendees (id, organization_id, event_id, person_id, name, status, cancel_cause, seat, arrival, held_until,
       confirmed_at, checked_in_at, source, answers, profile, imported, version, created_at)
     select id, $2, $3, "personId", name, status, "cancelCause", seat, arrival, "heldUntil", "confirmedAt", "checkedInAt",
       'import', answers, profile, imported, 1, $4
     from jsonb_to_recordset($1::jsonb) as guest(id uuid, "personId" uuid, name text, status text, "cancelCause" text,
       seat boolean, arrival int, "heldUntil" timestamptz, "confirmedAt" timestamptz, "checkedInAt" timestamptz,
       answers jsonb, profile jsonb, imported jsonb)
     on conflict (event_id, person_id) do update set name = excluded.name, status = excluded.status,
       cancel_cause = excluded.cancel_cause, seat = excluded.seat, arrival = excluded.arrival,
       held_until = excluded.held_until, confirmed_at = excluded.confirmed_at, checked_in_at = excluded.checked_in_at,
       answers = excluded.answers, profile = excluded.profile, imported = excluded.imported,
       version = attendees.version + 1`,
    [JSON.stringify(rows), seats.organizationId, seats.eventId, tx.now],
  );
}

/** A no of a later list withdraws an imported yes; an answer of the person's own is never touched, nor one withdrawn. */
async function writeConsents(
  tx: Tx,
  organizationId: string,
  guests: readonly GuestPlan[],
  people: People,
): Promise<void> {
  const answers = guests.flatMap(({ email, consent }) => {
    return consent === null ? [] : [{ id: newId(), personId: people.get(email), answer: consent }];
  });
  if (answers.length === 0) return;
  await tx.query(
    `update consents set withdrawn_at = $3 where organization_id = $2 and purpose = 'introductions' and source = 'import'
       and answer = 'given' and withdrawn_at is null and person_id = any ($1)`,
    [
      answers.flatMap(({ answer, personId }) =>
        answer === 'refused' && personId !== undefined ? [personId] : [],
      ),
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
}

/** Keeps the counter row true (product.md, RSVP rule 3). `seats` is the locked row, its arrivals counted on already. */
async function count(
  tx: Tx,
  seats: EventSeats,
  changed: readonly GuestPlan<AttendeeRow>[],
  rows: readonly WrittenRow[],
): Promise<void> {
  let [taken, held, waiting, moved] = [0, 0, 0, 0];
  for (const [
    index,
    {
      standing: { attendee: before },
    },
  ] of changed.entries()) {
    const after = rows[index];
    if (after === undefined || after.status === before?.status) continue;
    const party = before?.partySize ?? 1;
    moved += 1;
    taken += party * (Number(after.seat) - Number(before?.seat ?? false));
    held -= before?.status === 'held' && before.seat ? party : 0;
    waiting += Number(after.status === 'waitlisted') - Number(before?.status === 'waitlisted');
  }
  if (moved === 0) return;
  await tx.query(
    `update event_seats set version = version + $3, taken = taken + $4, held = held + $5, waiting = waiting + $6,
       arrivals = $7, ceiling = greatest(ceiling, taken + $4)
     where event_id = $1 and organization_id = $2`,
    [seats.eventId, seats.organizationId, moved, taken, held, waiting, seats.arrivals],
  );
  if (seats.taken + taken <= seats.ceiling) return;
  const actor = tx.scope.kind === 'organization' ? tx.scope.actor : { kind: 'system' as const };
  await record(tx, actor, 'event.ceiling-raised', seats.eventId, {
    cause: 'import',
    ceiling: seats.taken + taken,
  });
}
