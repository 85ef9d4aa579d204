import { type AttendeeStatus, type EventDetails, type Role, instantOf, newId } from '#libs/domain';
import type { Profile } from '../../libs/domain/src/introductions/profile.ts';
import type { TestDatabase } from './postgres.ts';

// Rows as the product would have made them, written by the owner. A test names only what it is about.

let counter = 0;
const next = (): number => (counter += 1);

export async function makePerson(
  database: TestDatabase,
  given: { id?: string; email?: string; name?: string; confirmed?: boolean } = {},
) {
  const id = given.id ?? newId();
  const number = next();
  const email = given.email ?? `person${number}@example.org`;
  const name = given.name ?? `Person ${number}`;
  await database.sql(
    'insert into people (id, email, name, confirmed_at, created_at) values ($1, $2, $3, case when $4 then app_now() end, app_now())',
    [id, email, name, given.confirmed ?? true],
  );
  return { id, email, name };
}

export async function makeOrganization(
  database: TestDatabase,
  given: { name?: string; timeZone?: string } = {},
) {
  const id = newId();
  const name = given.name ?? `Guild ${next()}`;
  const slug = `guild-${id.slice(-12)}`;
  await database.sql(
    `insert into organizations (id, name, slug, time_zone, created_at) values ($1, $2, $3, $4, app_now())`,
    [id, name, slug, given.timeZone ?? 'America/Los_Angeles'],
  );
  return { id, name, slug };
}

/** A member with a person of their own unless one is given. */
export async function makeMember(
  database: TestDatabase,
  organizationId: string,
  role: Role = 'owner',
  person?: { id: string },
) {
  const { id: personId } = person ?? (await makePerson(database));
  const id = newId();
  await database.sql(
    'insert into members (id, organization_id, person_id, role, created_at) values ($1, $2, $3, $4, app_now())',
    [id, organizationId, personId, role],
  );
  return { id, personId, organizationId, role };
}

export interface GivenEvent extends Partial<EventDetails> {
  state?: 'draft' | 'published';
  capacity?: number;
  slug?: string;
}

/** By default the evening of the guest lists, published, with room for 80. */
export async function makeEvent(database: TestDatabase, organizationId: string, given: GivenEvent = {}) {
  const id = newId();
  const details: EventDetails = {
    title: 'Sound after the cut: a panel and a mixer',
    description: 'What happens to a film after the picture is locked.',
    place: 'Arts District',
    city: 'Los Angeles',
    privatePlace: '1200 East 5th Street',
    timeZone: 'America/Los_Angeles',
    startsLocal: '2026-10-19T18:00',
    endsLocal: '2026-10-19T21:00',
    ...given,
  };
  const slug = given.slug ?? `evening-${id.slice(-12)}`;
  const state = given.state ?? 'published';
  await database.sql(
    `insert into events (id, organization_id, slug, title, description, place, city, private_place, time_zone, starts_local,
       ends_local, starts_at, ends_at, state, published_at, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text, case when $14::text = 'published' then app_now() end, 1, app_now())`,
    [
      id,
      organizationId,
      slug,
      details.title,
      details.description,
      details.place,
      details.city,
      details.privatePlace,
      details.timeZone,
      details.startsLocal,
      details.endsLocal,
      instantOf(details.startsLocal, details.timeZone),
      instantOf(details.endsLocal, details.timeZone),
      state,
    ],
  );
  const capacity = given.capacity ?? 80;
  await database.sql(
    'insert into event_seats (event_id, organization_id, capacity, ceiling) values ($1, $2, $3, $3)',
    [id, organizationId, capacity],
  );
  return { id, organizationId, slug, capacity, ...details };
}

export interface GivenAttendee {
  person?: { id: string; name?: string };
  status?: AttendeeStatus;
  came?: boolean;
  introductions?: 'given' | 'refused' | 'never asked';
  profile?: Partial<Profile>;
  part?: 'guest' | 'panelist';
}

/** By default somebody confirmed who came and said yes to introductions. Keeps the counter row true. */
export async function makeAttendee(
  database: TestDatabase,
  event: { id: string; organizationId: string },
  given: GivenAttendee = {},
) {
  const person = given.person ?? (await makePerson(database));
  const status = given.status ?? 'confirmed';
  const seat = (status === 'confirmed' || status === 'offered') && given.part !== 'panelist';
  const id = newId();
  const [row] = await database.sql<{ arrivals: number }>(
    `update event_seats set arrivals = arrivals + 1, version = version + 1, taken = taken + $2,
       ceiling = greatest(ceiling, taken + $2), waiting = waiting + $3 where event_id = $1 returning arrivals`,
    [event.id, seat ? 1 : 0, status === 'waitlisted' ? 1 : 0],
  );
  await database.sql(
    `insert into attendees (id, organization_id, event_id, person_id, name, part, status, cancel_cause, seat, arrival, held_until,
       confirmed_at, checked_in_at, source, profile, own_word, version, created_at)
     select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::text, case when $7::text = 'cancelled' then 'by-person' end, $8::boolean, $9::int,
       case when $7::text = 'held' then app_now() + interval '30 minutes' end, case when $7::text = 'confirmed' then app_now() end,
       case when $10::boolean then e.starts_at end, 'page', $11::jsonb, $7::text <> 'held', 1, app_now() from events e where e.id = $3`,
    [
      id,
      event.organizationId,
      event.id,
      person.id,
      person.name ?? 'Guest',
      given.part ?? 'guest',
      status,
      seat,
      row?.arrivals ?? null,
      given.came ?? true,
      JSON.stringify(given.profile ?? {}),
    ],
  );
  const answer = given.introductions ?? 'given';
  if (answer !== 'never asked') {
    await database.sql(
      `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
       values ($1, $2, $3, 'introductions', $4, '2026-10', 'page', app_now()) on conflict do nothing`,
      [newId(), event.organizationId, person.id, answer],
    );
  }
  return { id, personId: person.id, name: person.name ?? 'Guest' };
}
