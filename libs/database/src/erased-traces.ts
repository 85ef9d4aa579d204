import { type GuestListImport, foldLetters } from '#libs/domain';
import { type Leaving, speaksOf } from './leaving.ts';
import type { Tx } from './tx.ts';

/** What others told, uploaded or were answered that holds this person's name or address. */
export async function forgetTraces(tx: Tx, leaving: Leaving): Promise<void> {
  await forgetTold(tx, leaving);
  await forgetListRows(tx, leaving);
  await forgetAnswers(tx, leaving);
}

/**
 * Whom they named and who named them. A typed name that nobody was found by counts where they were at the evening, an
 * address everywhere. That two people know each other stays, as two ids.
 */
async function forgetTold(tx: Tx, { personId, eventIds, email, names }: Leaving): Promise<void> {
  await tx.query('delete from told_people where person_id = $1 or told_person_id = $1', [personId]);
  const typed = await tx.query<{ id: string; typed: string }>(
    `select id, typed from told_people
     where typed is not null and (event_id = any ($1::uuid[]) or strpos(lower(typed), $2) > 0)`,
    [eventIds, email],
  );
  const called = new Set(names.map(foldLetters));
  const theirs = typed.filter(
    (one) => one.typed.toLowerCase().includes(email) || called.has(foldLetters(one.typed)),
  );
  await tx.query('delete from told_people where id = any ($1::uuid[])', [theirs.map(({ id }) => id)]);
}

/**
 * Rows of uploaded lists, imported or not. An empty one that waits for its import is passed over; what is kept of one that
 * was imported is what came of it.
 */
async function forgetListRows(tx: Tx, leaving: Leaving): Promise<void> {
  const { email, names } = leaving;
  await tx.query(
    `update guest_list_rows set cells = '[]',
       result = case when result is null then null else jsonb_build_object('what', result->'what', 'email', null, 'name', null) end
     where strpos(lower(cells::text), $1) > 0 or lower(result->>'email') = $1
       or exists (select from jsonb_array_elements_text(cells) cell where lower(btrim(cell)) = any ($2::text[]))`,
    [email, names.map((name) => name.toLowerCase())],
  );
  await forgetSamples(tx, leaving);
}

/** The few cells by which a host tells what a column holds. */
async function forgetSamples(tx: Tx, leaving: Leaving): Promise<void> {
  const lists = await tx.query<Pick<GuestListImport, 'id' | 'columns'>>(
    `select id, columns from guest_list_imports
     where strpos(lower(columns::text), $1) > 0
       or exists (select from unnest($2::text[]) name where strpos(lower(columns::text), name) > 0)
     for no key update`,
    [leaving.email, leaving.names.flatMap((name) => name.toLowerCase().split(/\s+/))],
  );
  for (const { id, columns } of lists) {
    const kept = columns.map((column) => ({
      ...column,
      samples: column.samples.filter((sample) => !speaksOf(leaving, sample)),
    }));
    await tx.query('update guest_list_imports set columns = $2 where id = $1', [id, JSON.stringify(kept)]);
  }
}

/** Answers kept for repeated requests: their own, and any that holds their name, address or ids. */
async function forgetAnswers(tx: Tx, leaving: Leaving): Promise<void> {
  const { personId, attendeeIds, email, names } = leaving;
  const markers = [personId, email, ...attendeeIds, ...names].flatMap(bytesOf);
  await tx.query(
    `delete from idempotency_keys k where owner = $1
       or exists (select from unnest($2::bytea[]) as marker(bytes) where position(marker.bytes in k.result) > 0)`,
    [`person:${personId}`, markers],
  );
  // Keys of budgets hold ids and networks; these are of this person.
  await tx.query(`delete from budgets where key like '%:' || $1`, [personId]);
}

/** As V8 writes a text: one byte a letter where that does, else two. */
const bytesOf = (text: string): Buffer[] => [
  Buffer.from(text, 'latin1'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf8'),
];
