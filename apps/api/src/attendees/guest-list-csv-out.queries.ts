import type { Database, Reader } from '#libs/database';
import { Event, type Scope, found } from '#libs/domain';
import { byteOrderMark, csvLine } from '../csv-line.ts';
import type { EventIds } from '../event-ids.ts';
import { type AskedQuestion, type ListedGuest, guestCells, headerCells } from './guest-list-csv-out.ts';

export interface GuestListFile {
  /** Of letters, digits and dashes. */
  name: string;
  text: AsyncGenerator<string>;
}

/** Guests read at once, about 200 kB; between two slices no transaction is open while a slow reader takes its time. */
const slice = 500;

/** The file, whose text is read slice by slice as it is asked for; in the order of ids, which is that of the RSVPs. */
export async function openGuestList(db: Database, scope: Scope, ids: EventIds): Promise<GuestListFile> {
  const { slug, questions } = await db.read(scope, async (reader) => {
    const { organizationId, eventId: id } = ids;
    const event = found(await reader.one(Event, { id, organizationId }));
    return { slug: event.slug, questions: await readQuestions(reader, ids, event) };
  });
  return { name: `guests-${slug.replace(/[^a-z0-9-]/g, '')}.csv`, text: textOf(db, scope, ids, questions) };
}

async function* textOf(
  db: Database,
  scope: Scope,
  ids: EventIds,
  questions: readonly AskedQuestion[],
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headerCells(questions));
  let guests = await db.read(scope, (reader) => readSlice(reader, ids, null));
  while (guests.length > 0) {
    yield guests.map((guest) => csvLine(guestCells(guest, questions))).join('');
    const after = guests.at(-1)?.id ?? null;
    guests = await db.read(scope, (reader) => readSlice(reader, ids, after));
  }
}

function readSlice(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  after: string | null,
): Promise<ListedGuest[]> {
  return reader.query<ListedGuest>(
    `select a.id, a.name, case when p.erased_at is null then p.email else '' end as email, a.status,
       a.cancel_cause as "cancelCause", a.party_size as "partySize", a.guests, a.answers,
       a.created_at as "createdAt", a.checked_in_at as "checkedInAt"
     from attendees a join people p on p.id = a.person_id
     where a.organization_id = $1 and a.event_id = $2 and ($3::uuid is null or a.id > $3)
     order by a.id limit ${String(slice)}`,
    [organizationId, eventId, after],
  );
}

/** The event's questions, then what was asked otherwise: by guest lists, or before the questions were changed. */
async function readQuestions(reader: Reader, ids: EventIds, event: Event): Promise<AskedQuestion[]> {
  const asked = event.questions.map(({ id, label }) => ({ id, label }));
  const known = new Set(asked.map(({ id }) => id));
  const labels = new Set(asked.map(({ label }) => label));
  const others = await reader.query<{ id: string | null; label: string }>(
    `select distinct given.id, given.question as label
     from attendees a cross join jsonb_to_recordset(a.answers) as given(id text, question text)
     where a.organization_id = $1 and a.event_id = $2 order by label`,
    [ids.organizationId, ids.eventId],
  );
  const more = others.filter(({ id, label }) => (id === null ? !labels.has(label) : !known.has(id)));
  return [...asked, ...more];
}
