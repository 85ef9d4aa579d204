import { hashToken, newToken } from '#libs/database';
import { openGround } from './support/ground.ts';
import { fire, request } from './support/load.ts';
const ground = await openGround();
try {
  const [org] = await ground.sql<{ id: string }>(
    `insert into organizations (id,name,slug,time_zone,created_at) values (gen_random_uuid(),'O','o','UTC',now()) returning id`,
  );
  const [event] = await ground.sql<{ id: string }>(
    `insert into events (id, organization_id, slug, title, time_zone, starts_local, ends_local, starts_at, ends_at, state, published_at, version, created_at)
    values (gen_random_uuid(), $1, 'e', 'E', 'UTC', '2030-01-01T18:00','2030-01-01T21:00', now()+interval '100 days', now()+interval '101 days','published',now(),1,now()) returning id`,
    [org!.id],
  );
  await ground.sql(
    'insert into event_seats (event_id, organization_id, capacity, ceiling) values ($1,$2,100,100)',
    [event!.id, org!.id],
  );
  const n = Number(process.argv[2] ?? 20000);
  const tokens = Array.from({ length: n }, () => newToken());
  await ground.sql(
    `insert into people (id,email,name,confirmed_at,created_at) select gen_random_uuid(), 'p' || i || '@x.org', 'P', now(), now() from generate_series(1,$1) i`,
    [n],
  );
  await ground.sql(
    `insert into sessions (id, token_hash, person_id, epoch, expires_at) select gen_random_uuid(), h, p.id, 0, now() + interval '1 day' from unnest($1::bytea[]) with ordinality t(h, i) join people p on p.email = 'p' || t.i || '@x.org'`,
    [tokens.map((t) => hashToken(t))],
  );
  await ground.sql('vacuum analyze');
  const api = await ground.api(
    process.argv[3] === 'prof' ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/prof' } : {},
  );
  const requests = tokens.map((t, i) =>
    request(
      'POST',
      '/api/v1/events/e/rsvps',
      { cookie: `session=${t}`, 'sec-fetch-site': 'same-origin' },
      { name: 'Person', email: `p${i + 1}@x.org` },
    ),
  );
  const r = await fire({ port: api.port, connections: 64, requests }, 202);
  console.log(r);
  const [c] = await ground.sql(`select count(*) from attendees`);
  console.log(c, await ground.sql('select count(distinct xmin::text) from attendees'));
  await api.stop();
} finally {
  await ground.stop();
}
