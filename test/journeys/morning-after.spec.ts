import { importGuestList } from '../../apps/worker/src/attendees/import.ts';
import { morning } from '../../apps/worker/src/introductions/morning.ts';
import { type Evening, at, nextEvening, startEvening } from '../support/evening.ts';

const first = await startEvening();

afterAll(async () => {
  await first.stop();
});

// Time passes for all organizations at once, and these are about mornings alone.
const forgetPlans = () => first.api.database.sql('update events set morning_at = null, digest_at = null');
afterEach(async () => {
  await forgetPlans();
});

/** The morning of the evening of 19 October, as the product plans it. */
async function planned(): Promise<Evening> {
  const evening = await nextEvening(first, 'owner');
  await evening.api.database.sql('update events set morning_at = $2 where id = $1', [
    evening.eventId,
    at('2026-10-20T09:00'),
  ]);
  return evening;
}

/** Time goes on while things happen. */
const minute = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 60_000) * 60_000);

const mornings = (evening: Evening) => evening.sent('morning-after');
const attendee = (evening: Evening, id: string, change: string) =>
  evening.api.database.sql(`update attendees set ${change} where id = $1`, [id]);

interface Listed {
  mayWrite?: boolean;
  state?: string;
}

const csv = (...rows: string[]) => ['name,email,approval_status,checked_in_at', ...rows].join('\n');
const came = (name: string) => `${name},${name.toLowerCase()}@example.org,approved,2026-10-20T02:00:00Z`;

async function importList({ api, organizationId, eventId, host }: Evening, list: string, body?: Listed) {
  const path = `/api/v1/organizations/${organizationId}/events/${eventId}/imports`;
  const file = { filename: 'guests.csv', contentType: 'text/csv' };
  const { body: view } = await api.http
    .post(path)
    .set('cookie', host)
    .attach('file', Buffer.from(list), file)
    .expect(201);
  const { id: importId } = view as { id: string };
  const starting = api.http.post(`${path}/${importId}/start`).set('cookie', host);
  await (body === undefined ? starting : starting.send(body)).expect(200);
  await importGuestList({ organizationId, importId }, { db: api.db, keys: api.config.keys });
  const { body: done } = await api.http.get(`${path}/${importId}`).set('cookie', host).expect(200);
  return done as Listed;
}

const plans = async ({ api, eventId }: Evening) => {
  const [row] = await api.database.sql('select morning_at, digest_at from events where id = $1', [eventId]);
  return row;
};

describe('the morning after', () => {
  it('writes once at 09:00 to everybody who came, and to nobody else', async () => {
    const evening = await planned();
    const ines = await evening.guest({ introductions: 'never asked' });
    const panelist = await evening.guest({ part: 'panelist' });
    await evening.guest({ came: false });
    await evening.guest({ status: 'cancelled' });
    await evening.pass('2026-10-20T08:59');
    expect(await evening.queued()).toEqual([]);
    await evening.pass('2026-10-27T12:00');
    const sent = await mornings(evening);
    expect(sent.map(({ to }) => to).sort()).toEqual([ines.email, panelist.email].sort());
    for (const { at: left, subject, text } of sent) {
      expect(minute(left)).toEqual(at('2026-10-20T09:00'));
      expect(subject).toBe('Who did you talk to?');
      expect(text).toMatch(/\/morning\/[0-9a-f]{32}\.[0-9a-f]{32}/);
      expect(text).toContain('topic=mornings');
    }
  });

  it('writes nothing where nobody was checked in', async () => {
    const evening = await planned();
    await evening.guest({ came: false });
    await evening.pass('2026-10-21T12:00');
    expect(await evening.queued()).toEqual([]);
    expect(await plans(evening)).toEqual({ morning_at: null, digest_at: null });
  });

  it.each([
    ['a check-in that was undone', 'checked_in_at = null'],
    ['an RSVP that was cancelled', "status = 'cancelled', cancel_cause = 'by-host', seat = false"],
    ['a right to write that is gone', 'may_write = false'],
  ])('holds a mail back at the last moment after %s', async (_, change) => {
    const evening = await planned();
    const [gone, stays] = [await evening.guest(), await evening.guest()];
    await evening.api.setTime(at('2026-10-20T09:00').toISOString());
    await morning(evening, { db: evening.api.db });
    await attendee(evening, gone.id, change);
    await evening.pass('2026-10-20T10:00');
    expect((await mornings(evening)).map(({ to }) => to)).toEqual([stays.email]);
  });

  it('writes to nobody who stopped such mail, has left, or whose evening was cancelled', async () => {
    const evening = await planned();
    const { database } = evening.api;
    const [stopped, left] = [await evening.guest(), await evening.guest()];
    await database.sql(
      `insert into mail_stops (id, person_id, organization_id, topic, created_at)
       values (gen_random_uuid(), $1, $2, 'mornings', app_now())`,
      [stopped.personId, evening.organizationId],
    );
    await database.sql('update people set erased_at = app_now() where id = $1', [left.personId]);
    await evening.pass('2026-10-20T12:00');
    expect(await mornings(evening)).toEqual([]);

    const cancelled = await planned();
    await cancelled.guest();
    await cancelled.api.setTime(at('2026-10-20T09:00').toISOString());
    await morning(cancelled, { db: cancelled.api.db });
    await database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      cancelled.eventId,
    ]);
    await cancelled.pass('2026-10-20T12:00');
    expect(await mornings(cancelled)).toEqual([]);
  });

  it('waits for the next working hour when the post comes late', async () => {
    const evening = await planned();
    await evening.guest();
    await evening.api.setTime(at('2026-10-20T20:00').toISOString());
    await evening.pass('2026-10-21T12:00');
    expect((await mornings(evening)).map(({ at: left }) => minute(left))).toEqual([at('2026-10-21T10:00')]);
  });

  it('writes once however often the job runs', async () => {
    const evening = await planned();
    await evening.guest();
    await evening.api.setTime(at('2026-10-20T09:00').toISOString());
    await Promise.all([1, 2, 3].map(() => morning(evening, { db: evening.api.db })));
    await evening.pass('2026-10-20T12:00');
    expect(await mornings(evening)).toHaveLength(1);
  });
});

describe('people of a guest list', () => {
  it('are written to only where the organizer stated that they agreed', async () => {
    const [silent, agreed] = [await planned(), await planned()];
    expect(await importList(silent, csv(came('Ada')))).toMatchObject({ state: 'done', mayWrite: false });
    expect(await importList(agreed, csv(came('Bo')), { mayWrite: true })).toMatchObject({ mayWrite: true });
    await first.api.database.sql('update events set digest_at = null');
    await silent.pass('2026-10-20T12:00');
    expect(await mornings(silent)).toEqual([]);
    expect((await mornings(agreed)).map(({ to }) => to)).toEqual(['bo@example.org']);
  });

  it('stay those who may be written to, whatever list names them again and in whatever order', async () => {
    const evening = await planned();
    const list = csv(came('Cleo'));
    await importList(evening, list);
    await importList(evening, list, { mayWrite: true });
    await importList(evening, csv(came('Cleo'), came('Dana')), { mayWrite: false });
    await first.api.database.sql('update events set digest_at = null');
    await evening.pass('2026-10-20T12:00');
    expect((await mornings(evening)).map(({ to }) => to)).toEqual(['cleo@example.org']);
  });

  it('are asked for by a yes or a no, not by anything else', async () => {
    const evening = await planned();
    const path = `/api/v1/organizations/${evening.organizationId}/events/${evening.eventId}/imports`;
    const { body } = await evening.api.http
      .post(path)
      .set('cookie', evening.host)
      .attach('file', Buffer.from(csv(came('Eli'))), { filename: 'a.csv', contentType: 'text/csv' })
      .expect(201);
    const { id } = body as { id: string };
    const start = (given: object) =>
      evening.api.http.post(`${path}/${id}/start`).set('cookie', evening.host).send(given);
    expect((await start({ mayWrite: 'yes' }).expect(422)).body).toMatchObject({
      errors: [{ pointer: '/mayWrite' }],
    });
  });

  it('who came are written to the next working 09:00 when the list is late, and those written to before are not again', async () => {
    const evening = await planned();
    const ines = await evening.guest();
    await evening.pass('2026-10-22T14:00');
    expect(await mornings(evening)).toHaveLength(1);
    await importList(evening, csv(came('Fay'), `Ines,${ines.email},approved,2026-10-20T02:00:00Z`), {
      mayWrite: true,
    });
    expect(await plans(evening)).toEqual({
      morning_at: at('2026-10-23T09:00'),
      digest_at: at('2026-10-26T09:00'),
    });
    await evening.api.database.sql('update events set digest_at = null');
    await evening.pass('2026-10-23T12:00');
    const sent = await mornings(evening);
    expect(sent.map(({ to }) => to)).toEqual([ines.email, 'fay@example.org']);
    expect(sent.slice(1).map(({ at: left }) => minute(left))).toEqual([at('2026-10-23T09:00')]);
  });

  it('do not bring the digest back once there are suggestions, nor a morning where all were written to', async () => {
    const evening = await planned();
    const [ines, bo] = [await evening.guest(), await evening.guest()];
    await evening.pass('2026-10-20T14:00');
    await evening.approved(ines, bo);
    await importList(evening, csv(`Ines,${ines.email},approved,2026-10-20T02:00:00Z`), { mayWrite: true });
    expect(await plans(evening)).toEqual({ morning_at: null, digest_at: null });
  });

  it('come too late after the 60 days in which an evening takes introductions', async () => {
    const evening = await planned();
    await evening.pass('2026-12-19T12:00');
    await importList(evening, csv(came('Gil')), { mayWrite: true });
    expect(await plans(evening)).toEqual({ morning_at: null, digest_at: null });
  });

  it('may be written to once they ask for a seat themselves', async () => {
    const evening = await nextEvening(first, 'owner');
    await evening.api.setTime(at('2026-10-20T08:00').toISOString());
    const { database } = evening.api;
    await database.sql(
      `update events set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' where id = $1`,
      [evening.eventId],
    );
    await importList(evening, csv('Hana,hana@example.org,approved,', 'Ivo,ivo@example.org,approved,'));
    const people = await database.sql<{ id: string; email: string }>(
      `select id, email from people where email in ('hana@example.org', 'ivo@example.org')`,
    );
    const hana = people.find(({ email }) => email.startsWith('hana'));
    const [event] = await database.sql<{ slug: string }>('select slug from events where id = $1', [
      evening.eventId,
    ]);
    await evening.api.http
      .post(`/api/v1/events/${event?.slug ?? ''}/rsvps`)
      .set('cookie', await evening.api.cookieOf(hana?.id ?? ''))
      .send({ name: 'Hana', email: 'hana@example.org' })
      .expect(202);
    const rows = await database.sql(
      'select name, may_write from attendees where event_id = $1 order by name',
      [evening.eventId],
    );
    expect(rows).toEqual([
      { name: 'Hana', may_write: true },
      { name: 'Ivo', may_write: false },
    ]);
  });
});
