import { hashToken, newToken } from '#libs/database';
import { newId } from '#libs/domain';
import type { Api } from '../../support/api.ts';
import type { TestDatabase } from '../../support/postgres.ts';

// Many tiny worlds side by side in one database, on one clock: each an organization, its evening, an owner and a few who came.

export interface Guest {
  personId: string;
  attendeeId: string;
  name: string;
  email: string;
  cookie: string;
}

export interface GuestGiven {
  most: number;
  panelist: boolean;
  namedInAsks: boolean;
}

export interface World {
  number: number;
  organizationId: string;
  eventId: string;
  owner: { personId: string; cookie: string };
  guests: Guest[];
}

/** The end of the evening, 19 October 2026, 21:00 in Los Angeles. */
export const eveningEndsAt = Date.parse('2026-10-20T04:00Z');

const names = ['Ana Lind', 'Ben Ode', 'Cleo Fry', 'Dan Mori', 'Eva Ruiz'];
const offers = ['foley', 'vinyl prep', 'room acoustics', 'trailers', 'choirs'];

/** Time stands still between two settings of it, so that every moment is known to the millisecond. */
export async function freezeClock({ database }: Pick<Api, 'database'>): Promise<void> {
  await database.sql(
    `create or replace function app_now() returns timestamptz language sql stable
     as $$ select timestamptz 'epoch' + clock_offset from installation $$`,
  );
}

export async function setFrozenClock({ database }: Pick<Api, 'database'>, instant: number): Promise<void> {
  await database.sql(`update installation set clock_offset = $1::timestamptz - timestamptz 'epoch'`, [
    new Date(instant).toISOString(),
  ]);
}

/** Rows as the product would have made them; `given` names the guests of each. */
export async function makeWorlds(
  database: TestDatabase,
  given: readonly GuestGiven[][],
  firstNumber = 0,
): Promise<World[]> {
  const worlds = given.map((guests, index): World => {
    const number = firstNumber + index;
    const person = (at: number) => ({ personId: idOf(number, at), cookie: newToken() });
    return {
      number,
      organizationId: newId(),
      eventId: newId(),
      owner: person(9),
      guests: guests.map((_, at) => ({
        ...person(at),
        attendeeId: idOf(number, 16 + at),
        name: names[at]!,
        email: `${names[at]!.split(' ')[0]!.toLowerCase()}.w${number}@example.org`,
      })),
    };
  });
  for (const statement of statements)
    await database.sql(statement, [JSON.stringify(worlds.map(rowsOf(given, firstNumber)))]);
  const hashes = worlds.flatMap(({ owner, guests }) => [owner, ...guests]);
  await database.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at)
     select gen_random_uuid(), decode(s.hash, 'hex'), p.id, p.session_epoch, now() + interval '1 day'
     from jsonb_to_recordset($1::jsonb) as s(hash text, "personId" uuid) join people p on p.id = s."personId"`,
    [
      JSON.stringify(
        hashes.map(({ cookie, personId }) => ({ personId, hash: hashToken(cookie).toString('hex') })),
      ),
    ],
  );
  for (const one of hashes) one.cookie = `session=${one.cookie}`;
  return worlds;
}

/** In one order in every world, so that the first of two is the same one in all that have one history. */
const idOf = (world: number, at: number): string =>
  `${world.toString(16).padStart(8, '0')}-${at.toString(16).padStart(4, '0')}-7${newId().slice(15)}`;

const rowsOf = (given: readonly GuestGiven[][], firstNumber: number) => (world: World) => ({
  ...world,
  slug: `world-${world.number}`,
  ownerId: world.owner.personId,
  guests: world.guests.map((guest, at) => {
    const { most, panelist, namedInAsks } = given[world.number - firstNumber]![at]!;
    const profile = {
      crafts: ['mixing'],
      maxIntroductions: most,
      namedInAsks,
      canHelpWith: [offers[at]],
      lookingFor: [offers[(at + 1) % offers.length]],
      workingOn: `A record of ${offers[at]!}`,
    };
    return { ...guest, part: panelist ? 'panelist' : 'guest', profile };
  }),
});

const worldsIn = `jsonb_to_recordset($1::jsonb) as w("organizationId" uuid, "eventId" uuid, "ownerId" uuid, number int, slug text, guests jsonb)`;
const guestsIn = `${worldsIn}, jsonb_to_recordset(w.guests) as g("personId" uuid, "attendeeId" uuid, name text, email text, part text, profile jsonb)`;

const statements = [
  `insert into organizations (id, name, slug, time_zone, created_at)
   select "organizationId", 'Los Angeles Sound Guild', slug, 'America/Los_Angeles', app_now() from ${worldsIn}`,
  `insert into people (id, email, name, confirmed_at, created_at)
   select "ownerId", 'owner.w' || number || '@example.org', 'Olga Owner', app_now(), app_now() from ${worldsIn}`,
  `insert into members (id, organization_id, person_id, role, created_at)
   select gen_random_uuid(), "organizationId", "ownerId", 'owner', app_now() from ${worldsIn}`,
  `insert into events (id, organization_id, slug, title, description, place, city, private_place, time_zone, starts_local,
     ends_local, starts_at, ends_at, state, published_at, version, created_at)
   select "eventId", "organizationId", slug, 'Sound after the cut', '', 'Arts District', 'Los Angeles', null, 'America/Los_Angeles',
     '2026-10-19T18:00', '2026-10-19T21:00', '2026-10-20T01:00Z', '2026-10-20T04:00Z', 'published', app_now(), 1, app_now() from ${worldsIn}`,
  `insert into event_seats (event_id, organization_id, capacity, ceiling, taken, arrivals)
   select "eventId", "organizationId", 80, 80,
     (select count(*) from jsonb_array_elements(guests) g where g ->> 'part' = 'guest'), jsonb_array_length(guests) from ${worldsIn}`,
  `insert into people (id, email, name, confirmed_at, created_at)
   select g."personId", g.email, g.name, app_now(), app_now() from ${guestsIn}`,
  `insert into attendees (id, organization_id, event_id, person_id, name, part, status, seat, arrival, confirmed_at, checked_in_at,
     source, profile, version, created_at)
   select g."attendeeId", w."organizationId", w."eventId", g."personId", g.name, g.part, 'confirmed', g.part = 'guest', 1, app_now(),
     '2026-10-20T01:00Z', 'page', g.profile, 1, app_now() from ${guestsIn}`,
  `insert into consents (id, organization_id, person_id, purpose, answer, wording, source, answered_at)
   select gen_random_uuid(), w."organizationId", g."personId", 'introductions', 'given', '2026-10', 'page', app_now() from ${guestsIn}`,
];
