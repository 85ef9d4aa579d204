import { hashToken, newToken } from '#libs/database';
import { newId } from '#libs/domain';
import { makeEvent, makeMember, makeOrganization } from '../support/factories.ts';
import type { TestDatabase } from '../support/postgres.ts';
import type { Random } from './random.ts';
import type { Rules } from './room.ts';

export interface SignedIn {
  id: string;
  email: string;
  name: string;
  cookie: string;
}

export interface Evening {
  eventId: string;
  organizationId: string;
  slug: string;
  host: { personId: string; cookie: string };
  invited: ReadonlySet<string>;
  rules: Omit<Rules, 'isInvited'>;
}

const hourMs = 3_600_000;

/** People with a session each, in one statement. */
export async function makeSignedIn(
  database: TestDatabase,
  count: number,
  prefix: string,
): Promise<SignedIn[]> {
  const people = Array.from({ length: count }, (_, index) => {
    const token = newToken();
    const email = `${prefix}${index}@example.org`;
    return { id: newId(), email, name: `Person ${index}`, token, cookie: `session=${token}` };
  });
  await database.sql(
    `insert into people (id, email, name, confirmed_at, created_at)
     select id, email, 'Person', app_now(), app_now() from unnest($1::uuid[], $2::text[]) as p(id, email)`,
    [people.map(({ id }) => id), people.map(({ email }) => email)],
  );
  await database.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at)
     select id, hash, person, 0, now() + interval '1 day' from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as s(id, hash, person)`,
    [people.map(() => newId()), people.map(({ token }) => hashToken(token)), people.map(({ id }) => id)],
  );
  return people.map(({ id, email, name, cookie }) => ({ id, email, name, cookie }));
}

export async function now(database: TestDatabase): Promise<Date> {
  const [row] = await database.sql<{ now: Date }>('select app_now() as now');
  if (row === undefined) throw new Error('no installation');
  return row.now;
}

/** An evening some hours ahead, with rules as they come. */
export async function openEvening(
  database: TestDatabase,
  random: Random,
  people: readonly SignedIn[],
  given: Partial<Evening['rules']> = {},
): Promise<Evening> {
  const { id: organizationId } = await makeOrganization(database);
  const { personId } = await makeMember(database, organizationId);
  const today = await now(database);
  const startsAt = Math.ceil(today.getTime() / 60_000) * 60_000 + random.between(3, 15) * hourMs;
  const rules: Evening['rules'] = {
    capacity: random.between(3, 40),
    policy: random.happens(0.5) ? 'automatic' : 'offer',
    open: true,
    approval: random.happens(0.25),
    plusOnes: random.oneOf([0, 1, 3]) ?? 0,
    offerHours: random.between(1, 3),
    startsAt,
    endsAt: startsAt + 3 * hourMs,
    ...given,
  };
  const event = await makeEvent(database, organizationId, {
    capacity: rules.capacity,
    timeZone: 'UTC',
    startsLocal: localOf(rules.startsAt),
    endsLocal: localOf(rules.endsAt),
  });
  await database.sql(
    'update events set waitlist = $2, waitlist_open = $3, approval = $4, plus_ones = $5, offer_hours = $6 where id = $1',
    [event.id, rules.policy, rules.open, rules.approval, rules.plusOnes, rules.offerHours],
  );
  const invited = rules.approval ? people.filter(() => random.happens(0.2)).map(({ id }) => id) : [];
  await invite(database, { eventId: event.id, organizationId }, invited);
  return {
    eventId: event.id,
    organizationId,
    slug: event.slug,
    host: { personId, cookie: await sessionOf(database, personId) },
    invited: new Set(invited),
    rules,
  };
}

const localOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

async function sessionOf(database: TestDatabase, personId: string): Promise<string> {
  const token = newToken();
  await database.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at) values ($1, $2, $3, 0, now() + interval '1 day')`,
    [newId(), hashToken(token), personId],
  );
  return `session=${token}`;
}

async function invite(
  database: TestDatabase,
  { eventId, organizationId }: { eventId: string; organizationId: string },
  personIds: readonly string[],
): Promise<void> {
  await database.sql(
    `insert into invitations (id, organization_id, event_id, person_id, state, mailed_at, created_at)
     select id, $3, $4, person, 'live', app_now(), app_now() from unnest($1::uuid[], $2::uuid[]) as i(id, person)`,
    [personIds.map(() => newId()), personIds, organizationId, eventId],
  );
}
