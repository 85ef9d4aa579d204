import { type Present, Roll, type Telling, type ToldKind, mostTold, newId, pairsTold } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

/** Who tells, at which event. */
export interface Teller {
  /** The attendee. */
  id: string;
  organizationId: string;
  eventId: string;
  personId: string;
}

/** A name or an address as typed, or an attendee of the same event. */
export type ToldEntry = { typed: string } | { attendeeId: string };

/** As told, in the order it was told; whether anybody was found by typed words is nobody's to see. */
export type Told = { kind: ToldKind } & ({ typed: string } | { attendeeId: string; name: string });

const longestTyped = 200;

/**
 * Puts these in place of what this attendee told of this kind before. Blank and doubled words, the teller themself and
 * attendees of other events are passed over without a word, and so is what is beyond `mostTold`. A pair that was known by
 * nothing but a telling that is gone now is known no longer. Nobody is looked up: see `findTold`.
 */
export function keepTold(
  tx: Tx,
  teller: Teller,
  kind: ToldKind,
  entries: readonly ToldEntry[],
): Promise<void> {
  return keepToldByMany(tx, [{ teller, kind, entries }]);
}

/** The same for many attendees, each once a kind, of whatever organizations the scope sees. */
export async function keepToldByMany(
  tx: Tx,
  told: readonly { teller: Teller; kind: ToldKind; entries: readonly ToldEntry[] }[],
): Promise<void> {
  if (told.length === 0) return;
  const [attendees, kinds] = [told.map(({ teller }) => teller.id), told.map(({ kind }) => kind)];
  const before = await tx.query<StoredTelling & { organizationId: string }>(
    `with gone as (delete from told_people t using unnest($1::uuid[], $2::text[]) as mine(id, kind)
       where t.attendee_id = mine.id and t.kind = mine.kind returning t.*)
     select organization_id as "organizationId", ${tellingColumns} from gone order by id`,
    [attendees, kinds],
  );
  await tx.query(
    `insert into told_people (id, organization_id, event_id, attendee_id, person_id, kind, place, typed, told_attendee_id,
       told_person_id, created_at)
     select told.id, mine.organization_id, mine.event_id, mine.id, mine.person_id, told.kind,
       row_number() over (partition by mine.id, told.kind order by told.place), told.typed, a.id, a.person_id, $2
     from jsonb_to_recordset($1::jsonb) as told(id uuid, teller uuid, kind text, place int, typed text, "attendeeId" uuid)
       join attendees mine on mine.id = told.teller
       left join attendees a on a.id = told."attendeeId" and a.event_id = mine.event_id and a.person_id <> mine.person_id
     where told.typed is not null or a.id is not null`,
    [JSON.stringify(told.flatMap(rowsOf)), tx.now],
  );
  for (const [organizationId, gone] of Map.groupBy(before, (one) => one.organizationId)) {
    await forgetUntold(tx, organizationId, pairsTold(gone, await rollFor(tx, organizationId, gone)).known);
  }
}

function rowsOf({
  teller,
  kind,
  entries,
}: {
  teller: Teller;
  kind: ToldKind;
  entries: readonly ToldEntry[];
}): object[] {
  const kept = new Map<string, ToldEntry>();
  for (const entry of entries) {
    if ('attendeeId' in entry) kept.set(entry.attendeeId, entry);
    else {
      const typed = entry.typed.trim().slice(0, longestTyped);
      if (typed !== '') kept.set(typed.toLowerCase(), { typed });
    }
  }
  return [...kept.values()]
    .slice(0, mostTold[kind])
    .map((entry, place) => ({ id: newId(), teller: teller.id, kind, place, ...entry }));
}

/** What this attendee told, kind by kind. */
export async function readTold(reader: Reader, attendeeId: string): Promise<Told[]> {
  const rows = await reader.query<{
    kind: ToldKind;
    typed: string | null;
    attendeeId: string;
    name: string;
  }>(
    `select t.kind, t.typed, a.id as "attendeeId", a.name from told_people t left join attendees a on a.id = t.told_attendee_id
     where t.attendee_id = $1 order by t.kind, t.place`,
    [attendeeId],
  );
  return rows.map(({ kind, typed, attendeeId: id, name }) =>
    typed === null ? { kind, attendeeId: id, name } : { kind, typed },
  );
}

/**
 * Looks up silently whom the typed names and addresses of an event mean among those who are on its list, and writes down
 * who knows whom by now. Names of people who come later are found the next time, so it runs before pairs are
 * suggested and whenever something was told after that. Repeating it changes nothing. At most 9 statements
 * whatever the size.
 */
export async function findTold(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  const told = await tellings(tx, organizationId, [eventId]);
  if (told.length === 0) return;
  const roll = await rollFor(tx, organizationId, told);
  await keepFound(tx, told, roll);
  const { known, wished } = pairsTold(told, roll);
  await keepKnown(tx, organizationId, known);
  await forgetUntold(tx, organizationId, wished);
}

/** One match is the one meant; of several nobody can tell; somebody found before stays found when they leave the list. */
async function keepFound(tx: Tx, told: readonly StoredTelling[], roll: Roll): Promise<void> {
  const changed = told.flatMap((one) => {
    const named = roll.named(one);
    const found = named.length === 1 ? named[0] : null;
    const stays = named.length === 0 || (found?.personId ?? null) === one.toldPersonId;
    return stays
      ? []
      : [{ id: one.id, attendee: found?.attendeeId ?? null, person: found?.personId ?? null }];
  });
  if (changed.length === 0) return;
  await tx.query(
    `update told_people t set told_attendee_id = found.attendee, told_person_id = found.person
     from jsonb_to_recordset($1::jsonb) as found(id uuid, attendee uuid, person uuid) where t.id = found.id`,
    [JSON.stringify(changed)],
  );
}

/** A row that is there already is locked and not changed, so that nobody takes it away meanwhile: see `forgetUntold`. */
async function keepKnown(tx: Tx, organizationId: string, pairs: Iterable<string>): Promise<void> {
  const { as, bs } = columnsOf(pairs);
  if (as.length === 0) return;
  await tx.query(
    `insert into known_pairs as k (organization_id, person_a, person_b, source, created_at)
     select $1, a, b, 'told', $4 from unnest($2::uuid[], $3::uuid[]) as pair(a, b) order by a, b
     on conflict (organization_id, person_a, person_b, source) do update set created_at = k.created_at where false`,
    [organizationId, as, bs, tx.now],
  );
}

/** Of these pairs, those that nobody tells of any more at any event of the organization are not known. Locked, then looked at. */
async function forgetUntold(tx: Tx, organizationId: string, pairs: ReadonlySet<string>): Promise<void> {
  const { as, bs } = columnsOf(pairs);
  if (as.length === 0) return;
  await tx.query(
    `select from known_pairs where organization_id = $1 and source = 'told'
       and (person_a, person_b) in (select * from unnest($2::uuid[], $3::uuid[])) order by person_a, person_b for update`,
    [organizationId, as, bs],
  );
  const stillKnown = await pairsStillTold(tx, organizationId, [...as, ...bs]);
  const gone = columnsOf([...pairs].filter((pair) => !stillKnown.has(pair)));
  await tx.query(
    `delete from known_pairs where organization_id = $1 and source = 'told'
       and (person_a, person_b) in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [organizationId, gone.as, gone.bs],
  );
}

async function pairsStillTold(
  tx: Tx,
  organizationId: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const told = await tellingsOf(tx, organizationId, people);
  return pairsTold(told, await rollFor(tx, organizationId, told)).known;
}

/**
 * What two who chose each other told of one another: that they talked is no hindrance to them, as with a wish; that they know
 * each other is one, also where nobody has looked it up yet. Nothing is written down: that a pair is known or not shows on a
 * board, and would tell of the choice there.
 */
export async function toldOfEachOther(
  reader: Reader,
  organizationId: string,
  one: string,
  other: string,
): Promise<'known' | 'talked' | null> {
  const told = await tellingsOf(reader, organizationId, [one, other]);
  const wish = { eventId: '', kind: 'wish', typed: null } as const;
  const chosen = [
    { ...wish, personId: one, toldPersonId: other },
    { ...wish, personId: other, toldPersonId: one },
  ];
  const { known, wished } = pairsTold([...told, ...chosen], await rollFor(reader, organizationId, told));
  const pair = [one, other].sort().join(' ');
  if (known.has(pair)) return 'known';
  return wished.has(pair) ? 'talked' : null;
}

function columnsOf(pairs: Iterable<string>): { as: string[]; bs: string[] } {
  const sorted = [...pairs].sort().map((pair) => pair.split(' '));
  return { as: sorted.map(([a = '']) => a), bs: sorted.map(([, b = '']) => b) };
}

interface StoredTelling extends Telling {
  id: string;
}

/** What was told at every event at which one of these told something. */
async function tellingsOf(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<StoredTelling[]> {
  const events = await reader.query<{ id: string }>(
    `select distinct event_id as id from told_people where organization_id = $1 and person_id = any ($2::uuid[])`,
    [organizationId, people],
  );
  const ids = events.map(({ id }) => id);
  return tellings(reader, organizationId, ids);
}

const tellingColumns = `id, event_id as "eventId", person_id as "personId", kind, typed, told_person_id as "toldPersonId"`;

function tellings(
  reader: Reader,
  organizationId: string,
  eventIds: readonly string[],
): Promise<StoredTelling[]> {
  return reader.query(
    `select ${tellingColumns} from told_people where organization_id = $1 and event_id = any ($2::uuid[]) order by id`,
    [organizationId, eventIds],
  );
}

/** Everybody whom these can mean. A hold proves no address, so it is nobody yet. */
async function rollFor(reader: Reader, organizationId: string, told: readonly Telling[]): Promise<Roll> {
  const events = new Set(told.filter((one) => one.typed !== null).map((one) => one.eventId));
  if (events.size === 0) return new Roll([]);
  return new Roll(
    await reader.query<Present>(
      `select a.event_id as "eventId", a.id as "attendeeId", a.person_id as "personId", a.name, p.email
       from attendees a join people p on p.id = a.person_id
       where a.organization_id = $1 and a.event_id = any ($2::uuid[]) and p.erased_at is null
         and a.status not in ('held', 'cancelled', 'declined') order by a.id`,
      [organizationId, [...events]],
    ),
  );
}
