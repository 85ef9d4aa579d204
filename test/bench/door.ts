import { randomBytes, randomUUID } from 'node:crypto';
import { doorKeyHash, doorTokenOf, parseKeys, ticketOf } from '#libs/database';
import { newId } from '#libs/domain';
import { ceiling, ceilingTool } from './support/ceiling.ts';
import { type BenchApi, type Ground, openGround, secretKeys } from './support/ground.ts';
import { fire, request } from './support/load.ts';
import { interleaved, perSecond, say, tell } from './support/passes.ts';
import { eventId, idOf, organizationId, personId, seedEvents } from './support/seed.ts';

// P5 of the goals: check-in over HTTP, one scan a request, from 64 phones, with the link, the key of its code, the ticket
// and every field checked, against pgbench with the same UPDATE and the same row of the scan.

const phones = 64;
/** Guests of a pass; each comes once. */
const guests = 4_000;
const evenings = 12;
/** A phone of this many clients is busy in Postgres while others are on the wire. */
const clients = 16;

const keys = parseKeys(secretKeys);
const attendee = (n: string | number): string => idOf(n, '8005');
const idText = (number: number): string => `01900000-0000-7000-8005-${number.toString(16).padStart(12, '0')}`;

interface Evening {
  number: number;
  door: { token: string; key: string };
}

const ground = await openGround();
try {
  say(`The ground is being laid: ${evenings} evenings of ${guests} guests.`);
  await seedEvents(ground, evenings, guests);
  await seatGuests(ground);
  const api = await ground.api();
  let evening = 0;
  const next = async (): Promise<Evening> => openDoor(ground, (evening += 1));
  const figures = await interleaved(
    [
      async () => ({ alone: await onPostgres(ground, (await next()).number) }),
      async () => checkIn(api, ground, await next()),
    ],
    5,
  );
  const { alone = NaN, door = NaN, p99 = NaN } = figures;
  tell({
    what: 'P5 check-in',
    is: `${perSecond(door)}, p99 ${p99.toFixed(0)} ms, of ${perSecond(alone)} (${ceilingTool}, the same UPDATE and row, ${clients} clients)`,
    value: door / alone,
    goal: 0.6,
    atLeast: true,
  });
} finally {
  await ground.stop();
}

/** Everybody is going; guest n of evening e has number e * 10,000 + n. */
async function seatGuests(here: Ground): Promise<void> {
  await here.sql(
    `insert into people (id, email, name, confirmed_at, created_at)
     select ${personId('n')}, 'p' || n || '@example.org', 'Ines Okafor', now(), now() from generate_series(1, $1::int) n`,
    [guests],
  );
  await here.sql(
    `insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version, created_at)
     select ${attendee('(e * 10000 + n)')}, ${organizationId('1 + e % 100')}, ${eventId('e')}, ${personId('n')}, 'Ines Okafor',
       'confirmed', true, n, now(), 'page', 1, now() from generate_series(1, $1::int) e, generate_series(1, $2::int) n`,
    [evenings, guests],
  );
  await here.sql('create sequence bench_guest; grant usage on sequence bench_guest to public');
  await here.sql('vacuum analyze');
}

async function openDoor(here: Ground, number: number): Promise<Evening> {
  const [id, shown] = [newId(), randomBytes(32)];
  await here.sql(
    `insert into door_links (id, organization_id, event_id, label, salt, key_hash, created_by, expires_at, created_at)
     select $1, organization_id, id, 'Front door', $2, $3, ${personId(1)}, ends_at + interval '6 hours', now()
     from events where id = ${eventId(number)}`,
    [id, randomBytes(16), doorKeyHash(shown)],
  );
  return { number, door: { token: doorTokenOf(keys, id), key: shown.toString('base64url') } };
}

/** Every guest of the evening once. */
async function checkIn(
  api: BenchApi,
  here: Ground,
  { number, door }: Evening,
): Promise<Record<string, number>> {
  const scannedAt = new Date().toISOString();
  const requests = Array.from({ length: guests }, (_, index) =>
    request(
      'POST',
      `/api/v1/door/${door.token}/sync`,
      { 'door-key': door.key },
      {
        since: null,
        scans: [
          {
            nonce: randomUUID(),
            kind: 'in',
            ticket: ticketOf(keys, idText(number * 10_000 + index + 1)),
            scannedAt,
            force: false,
          },
        ],
      },
    ),
  );
  const run = await fire({ port: api.port, connections: phones, requests }, 200);
  await expectRows(here, number, guests);
  return { door: run.perSecond, p99: run.p99Ms };
}

/** The same of guests who come one after the other, on Postgres alone. */
async function onPostgres(here: Ground, number: number): Promise<number> {
  await here.sql('alter sequence bench_guest restart with 1');
  const script = `
with came as (
  update attendees set checked_in_at = now(), undone_at = null
  where id = (select ${attendee(`(${number * 10_000} + nextval('bench_guest'))`)}) and organization_id = ${organizationId(1 + (number % 100))}
    and checked_in_at is null
  returning id, organization_id, event_id
)
insert into check_ins (organization_id, nonce, event_id, attendee_id, kind, outcome, forced, scanned_at, actor_kind)
select organization_id, gen_random_uuid(), event_id, id, 'in', 'ok', false, now(), 'link' from came;`;
  const perClient = Math.floor(guests / clients);
  const run = await ceiling({
    databaseUrl: here.appUrl,
    script,
    clients,
    transactionsPerClient: perClient,
    settings: { 'app.scope': 'system' },
  });
  await expectRows(here, number, run.transactions);
  return run.perSecond;
}

/** Everybody is in and every scan is kept: a figure for less would be worth nothing. */
async function expectRows(here: Ground, number: number, count: number): Promise<void> {
  const [rows] = await here.sql<Record<string, number>>(
    `select (select count(*) from attendees where event_id = e.id and checked_in_at is not null)::int as came,
       (select count(*) from check_ins where event_id = e.id and outcome = 'ok' and attendee_id is not null)::int as kept
     from events e where e.id = ${eventId(number)}`,
  );
  for (const [what, is] of Object.entries(rows ?? {}))
    if (is !== count) throw new Error(`${what}: ${is} rows instead of ${count}`);
}
