import type { Ground } from './ground.ts';

/** Ids in the order of their number, as ours are in the order of their time. */
export const idOf = (n: string | number, kind: string): string =>
  `('01900000-0000-7000-${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

export const organizationId = (n: string | number): string => idOf(n, '8001');
export const eventId = (n: string | number): string => idOf(n, '8002');
export const personId = (n: string | number): string => idOf(n, '8003');

const paragraph =
  'An evening for people who work with sound, light and pictures. The **panel** talks about what happens to a film ' +
  'after the picture is locked; then there is an open room, with time. Bring a question, and [tell us](https://example.org) ' +
  'what you work on. Doors open half an hour before. ';

/**
 * Published events of a hundred organizations, one begins every minute from tomorrow on, each with a counter row, an
 * address and a panel, every other one with a mixer.
 */
export async function seedEvents(ground: Ground, count: number, capacity = 100): Promise<void> {
  await ground.sql(
    `insert into organizations (id, name, slug, time_zone, created_at)
     select ${organizationId('n::int')}, 'Guild ' || n, 'guild-' || n, 'Europe/Berlin', now() from generate_series(1, 100) n`,
  );
  await ground.sql(
    `insert into events (id, organization_id, slug, title, description, place, city, private_place, time_zone, starts_local,
       ends_local, starts_at, ends_at, state, published_at, version, created_at)
     select ${eventId('n')}, ${organizationId('1 + n % 100')}, 'evening-' || n, 'Sound after the cut, evening ' || n, $2,
       'Arts District', 'Los Angeles', '1200 East 5th Street', 'Europe/Berlin',
       to_char(at, 'YYYY-MM-DD"T"HH24:MI'), to_char(at + interval '3 hours', 'YYYY-MM-DD"T"HH24:MI'), at, at + interval '3 hours',
       'published', now(), 1, now()
     from (select n, date_trunc('minute', now()) + interval '1 day' + n * interval '1 minute' as at
           from generate_series(1, $1::int) n) numbered`,
    [count, paragraph.repeat(2)],
  );
  for (const statement of [
    `insert into event_slugs (slug, organization_id, event_id) select slug, organization_id, id from events`,
    `insert into event_seats (event_id, organization_id, capacity, ceiling)
     select id, organization_id, ${capacity}, ${capacity} from events`,
    `insert into panels (id, organization_id, event_id, topic, position, created_at)
     select gen_random_uuid(), organization_id, id, 'Who mixes the mixers?', 0, now() from events`,
    `insert into mixers (id, organization_id, event_id, format, created_at)
     select gen_random_uuid(), organization_id, id, 'open', now() from events where extract(minute from starts_at)::int % 2 = 0`,
    'vacuum analyze',
  ]) {
    await ground.sql(statement);
  }
}
