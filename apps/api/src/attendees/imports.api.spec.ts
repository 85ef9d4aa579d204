import { request } from 'node:http';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importGuestList } from '../../../worker/src/attendees/import.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { importsOf, luma, startImportDesk } from '../../../../test/support/import-desk.ts';
import { readGuestList } from './guest-list-csv.ts';

const {
  api,
  organization,
  cookie,
  upload,
  start,
  look,
  rows,
  work,
  importList,
  guests,
  seats,
  expectSeatsTrue,
  evening,
} = await startImportDesk();

afterAll(async () => {
  await api.stop();
});

/** Waits, for at most some seconds, for what the api does after its caller has gone. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen.');
}

describe('a preview', () => {
  it('says what each column was taken for and why, and imports nobody', async () => {
    const event = await evening();
    const { body } = await upload(event, luma).expect(201);
    expect(body).toMatchObject({ state: 'previewed', fileName: 'guests.csv', rowsDone: 0, fault: null });
    expect(body.columns.find((column: { header: string }) => column.header === 'email')).toEqual({
      header: 'email',
      means: 'email',
      why: 'header',
      samples: ['aiko.adeyemi@example.net', 'pablo.novak@example.net', 'sren.fischer@example.net'],
    });
    expect(await guests(event)).toEqual([]);
    expect(
      await api.database.sql(
        `select 1 from people where email = 'aiko.adeyemi@example.net' and created_at > app_now()`,
      ),
    ).toEqual([]);
  });

  it('reports bad rows with line and reason, and the good ones are imported', async () => {
    const event = await evening();
    const list = [
      'name,email,status,checked_in_at',
      'Ana,ana-good@example.org,approved,',
      'Bo,,approved,',
      'Cy,not-an-address,approved,',
      'Di,di@example.org,perhaps,',
      'Ed,ed@example.org,approved,yesterday',
      'Flo,flo@example.org',
      '"Gil,gil@example.org,approved,',
      'Hal,hal-good@example.org,approved,2026-10-19 18:05',
    ];
    const { body } = await upload(event, list.join('\r\n')).expect(201);
    expect(body.counts).toEqual({ new: 2, updated: 0, unchanged: 0, repeated: 0, fault: 6 });
    const faults = await rows(event, body.id, 'what=fault');
    expect(faults.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual([
      [3, 'address-missing'],
      [4, 'address-unusable'],
      [5, 'status-unknown'],
      [6, 'check-in-unreadable'],
      [7, 'column-count'],
      [8, 'quote-not-closed'],
    ]);
    expect(faults[1]).toMatchObject({
      email: 'not-an-address',
      detail: '"not-an-address" is not one usable e-mail address.',
    });
    const done = await importList(event, list.join('\r\n'));
    expect(done).toMatchObject({ state: 'done', rowsTotal: 8, rowsDone: 8, counts: body.counts });
    expect((await guests(event)).map((row) => row['email'])).toEqual([
      'ana-good@example.org',
      'hal-good@example.org',
    ]);
  });

  it('says what a list changes about somebody known, and what stays', async () => {
    const event = await evening();
    await importList(
      event,
      'name,email,status\nAna,ana@example.org,waitlist\nBo,bo@example.org,checked in\nCy,cy@example.org,approved\n',
    );
    const { body } = await upload(
      event,
      'name,email,status,city\nAna,ana@example.org,checked in,\nBo,bo@example.org,waitlist,Burbank\nCy,cy@example.org,approved,\nDi,di@example.org,,\nDi,DI@example.org,approved,\n',
    ).expect(201);
    expect(await rows(event, body.id)).toEqual([
      {
        line: 2,
        name: 'Ana',
        email: 'ana@example.org',
        what: 'updated',
        why: 'stronger',
        detail: 'Was: on the waitlist. Now: came.',
      },
      {
        line: 3,
        name: 'Bo',
        email: 'bo@example.org',
        what: 'updated',
        why: 'weaker',
        detail:
          'This list says on the waitlist; another list says came, which counts more. Adds or completes: city.',
      },
      {
        line: 4,
        name: 'Cy',
        email: 'cy@example.org',
        what: 'unchanged',
        why: 'same',
        detail: 'Nothing new.',
      },
      {
        line: 5,
        name: 'Di',
        email: 'di@example.org',
        what: 'new',
        why: 'no-status',
        detail: 'New. Its status is blank, so it waits for your approval and takes no seat.',
      },
      {
        line: 6,
        name: 'Di',
        email: 'di@example.org',
        what: 'repeated',
        why: 'repeated',
        detail: 'The same address stands in line 5; together they count once.',
      },
    ]);
  });

  it('is made again when a column is corrected', async () => {
    const event = await evening();
    const list = 'who,contact,extra\nAna,ana@example.org,approved\nBo,bo@example.org,declined\n';
    const { body } = await upload(event, list).expect(201);
    expect(body.columns.map(({ means }: { means: string }) => means)).toEqual(['answer', 'email', 'answer']);
    const columns = ['name', 'email', 'status'];
    const url = `${importsOf(event)}/${body.id}/columns`;
    const corrected = await api.http.put(url).set('cookie', cookie).send({ columns }).expect(200);
    expect(corrected.body.columns[2]).toMatchObject({
      means: 'status',
      why: 'chosen',
      samples: ['approved', 'declined'],
    });
    expect(
      (await rows(event, body.id)).map(({ name, detail }: { name: string; detail: string }) => [
        name,
        detail,
      ]),
    ).toEqual([
      ['Ana', 'New: confirmed.'],
      ['Bo', 'New: declined.'],
    ]);
    const refused = await api.http
      .put(url)
      .set('cookie', cookie)
      .send({ columns: ['name', 'answer', 'status'] })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'list-no-usable-column', errors: [{ pointer: '/columns' }] });
    await api.http
      .put(url)
      .set('cookie', cookie)
      .send({ columns: ['email'] })
      .expect(422);
    await api.http
      .put(url)
      .set('cookie', cookie)
      .send({ columns: ['name', 'email', 'password'] })
      .expect(422);
  });

  it('comes in pages, and in one part only when asked', async () => {
    const event = await evening();
    const { body } = await upload(event, luma).expect(201);
    const first = await api.http
      .get(`${importsOf(event)}/${body.id}/rows`)
      .set('cookie', cookie)
      .expect(200);
    expect(first.body.rows).toHaveLength(50);
    const second = await api.http
      .get(`${importsOf(event)}/${body.id}/rows?after=${first.body.next}`)
      .set('cookie', cookie)
      .expect(200);
    expect([...first.body.rows, ...second.body.rows]).toHaveLength(body.rowsTotal);
    expect(second.body.next).toBeNull();
    await api.http
      .get(`${importsOf(event)}/${body.id}/rows?after=nonsense`)
      .set('cookie', cookie)
      .expect(422);
    await api.http
      .get(`${importsOf(event)}/${body.id}/rows?what=nonsense`)
      .set('cookie', cookie)
      .expect(422);
  });
});

describe('a file that is no list', () => {
  const utf16 = Buffer.from('\uFEFFname,email\nAna,ana@example.org\n', 'utf16le');

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 422, 'list-not-csv'],
    ['a web page', '<html><body>Sign in</body></html>', 422, 'list-not-csv'],
    ['saved as UTF-16', utf16, 422, 'list-not-utf8'],
    ['empty', '', 422, 'list-empty'],
    ['a header line alone', 'name,email\n', 422, 'list-empty'],
    ['without any address', 'name,city\nAna,Burbank\n', 422, 'list-no-usable-column'],
    [
      'larger than 20 MB',
      // Rows to take back, then much that is quick to read: no row of more than 64 kB is taken apart.
      `name,email,note\n${'Ana,ana@example.org,sound\n'.repeat(1500)}${`${'sound '.repeat(20_000)}\n`.repeat(170)}`,
      413,
      'list-too-large',
    ],
  ])(
    'is refused with its reason when it is %s, and nothing of it stays',
    async (_, content, status, code) => {
      const event = await evening();
      const { body, headers } = await upload(event, content).expect(status);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code, errors: [{ pointer: '/file' }] });
      const { body: listed } = await api.http.get(importsOf(event)).set('cookie', cookie).expect(200);
      expect(listed.imports).toMatchObject([{ state: 'failed', fault: { code } }]);
      expect(
        await api.database.sql('select 1 from guest_list_rows where import_id = $1', [listed.imports[0].id]),
      ).toEqual([]);
      await start(event, listed.imports[0].id).expect(409);
    },
    30_000,
  );

  it('that stops half way leaves a failed import and no rows', async () => {
    const event = await evening();
    const form =
      '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n';
    const sending = request(`${api.url}${importsOf(event)}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=cut', 'content-length': '1000000' },
    });
    sending.on('error', () => undefined);
    sending.write(
      `${form}name,email\n${Array.from({ length: 3000 }, (_, n) => `Guest ${n},g${n}@cut.example`).join('\n')}`,
    );
    await until(
      async () =>
        (
          await api.database.sql('select 1 from guest_list_rows where organization_id = $1', [
            event.organizationId,
          ])
        ).length > 0,
    );
    sending.destroy();
    const state = async () =>
      (
        await api.database.sql('select state, fault from guest_list_imports where event_id = $1', [event.id])
      )[0];
    await until(async () => (await state())?.['state'] === 'failed');
    expect(await state()).toEqual({ state: 'failed', fault: 'list-cut-off' });
    expect(
      await api.database.sql('select 1 from guest_list_rows where organization_id = $1', [
        event.organizationId,
      ]),
    ).toEqual([]);
  });

  it('is given up at the next upload when the api died while it read', async () => {
    const event = await evening();
    const { body } = await upload(event, luma).expect(201);
    await api.database.sql(
      `update guest_list_imports set state = 'reading', created_at = created_at - interval '2 hours' where id = $1`,
      [body.id],
    );
    await upload(event, luma).expect(201);
    expect(await look(event, body.id)).toMatchObject({ state: 'failed', fault: { code: 'list-cut-off' } });
    expect(await rows(event, body.id)).toEqual([]);
  });

  it('is asked for when the form holds none', async () => {
    const event = await evening();
    const form = await api.http
      .post(importsOf(event))
      .set('cookie', cookie)
      .field('note', 'no file')
      .expect(422);
    expect(form.body).toMatchObject({ code: 'wrong-shape', errors: [{ pointer: '/file' }] });
    await api.http.post(importsOf(event)).set('cookie', cookie).send({ file: 'name,email' }).expect(422);
  });
});

describe('an import belongs to its organization and to those who may', () => {
  it('is not found from another organization, nor under another event', async () => {
    const [mine, theirs] = [await evening(), await makeEvent(api.database, organization.id)];
    const { body } = await upload(mine, luma).expect(201);
    const stranger = await api.cookieOf(
      (await makeMember(api.database, (await makeOrganization(api.database)).id)).personId,
    );
    await api.http
      .get(`${importsOf(mine)}/${body.id}`)
      .set('cookie', stranger)
      .expect(404);
    await api.http
      .get(`${importsOf(theirs)}/${body.id}`)
      .set('cookie', cookie)
      .expect(404);
    await api.http
      .get(`${importsOf(theirs)}/${body.id}/rows`)
      .set('cookie', cookie)
      .expect(404);
    await api.http
      .post(`${importsOf(theirs)}/${body.id}/start`)
      .set('cookie', cookie)
      .expect(404);
    await api.http
      .put(`${importsOf(theirs)}/${body.id}/columns`)
      .set('cookie', cookie)
      .send({ columns: body.columns.map(({ means }: { means: string }) => means) })
      .expect(404);
    expect((await look(mine, body.id)).state).toBe('previewed');
  });

  it('is refused to door staff and without a session, before the file is read', async () => {
    const event = await makeEvent(api.database, organization.id);
    const door = await api.cookieOf((await makeMember(api.database, organization.id, 'door')).personId);
    await upload(event, luma, door).expect(403);
    await upload(event, luma, 'session=none').expect(401);
    expect(
      await api.database.sql('select 1 from guest_list_imports where event_id = $1', [event.id]),
    ).toEqual([]);
  });

  it('ends when the one who started it may not import any more', async () => {
    const event = await makeEvent(api.database, organization.id);
    const editor = await makeMember(api.database, organization.id, 'editor');
    const as = await api.cookieOf(editor.personId);
    const { body } = await upload(event, luma, as).expect(201);
    await api.http
      .post(`${importsOf(event)}/${body.id}/start`)
      .set('cookie', as)
      .expect(200);
    await api.database.sql(`update members set role = 'door' where id = $1`, [editor.id]);
    await work(body.id, organization.id);
    expect(await look(event, body.id)).toMatchObject({ state: 'failed', fault: { code: 'not-allowed' } });
    expect(await guests(event)).toEqual([]);
  });

  it('leaves a cancelled event alone', async () => {
    const event = await evening();
    const { body } = await upload(event, luma).expect(201);
    await api.database.sql(`update events set state = 'cancelled', cancelled_at = app_now() where id = $1`, [
      event.id,
    ]);
    await upload(event, luma).expect(409);
    expect((await start(event, body.id).expect(409)).body.code).toBe('event-cancelled');
  });
});

describe('a start', () => {
  it('imports once, however often and at once it is pressed', async () => {
    const event = await evening();
    const { body } = await upload(event, luma).expect(201);
    await Promise.all([1, 2, 3].map(() => start(event, body.id).expect(200)));
    expect(
      await api.database.sql(
        `select 1 from audit where action = 'guest-list.import-started' and subject_id = $1`,
        [body.id],
      ),
    ).toHaveLength(1);
    expect(
      await api.database.sql('select 1 from graphile_worker.jobs where key = $1', [`import:${body.id}`]),
    ).toHaveLength(1);
    await Promise.all([work(body.id, event.organizationId), work(body.id, event.organizationId)]);
    const done = await look(event, body.id);
    expect(done).toMatchObject({ state: 'done', rowsDone: done.rowsTotal, counts: body.counts });
    await start(event, body.id).expect(200);
    expect((await look(event, body.id)).state).toBe('done');
  });

  it('keeps no cells once the list is imported', async () => {
    const event = await evening();
    const done = await importList(event, 'name,email,phone\nAna,ana@example.org,555-0100\n');
    const kept = await api.database.sql('select cells, result from guest_list_rows where import_id = $1', [
      done.id,
    ]);
    expect(JSON.stringify([kept, done, await guests(event)])).not.toContain('555-0100');
  });

  it('goes on where it stood after a kill, and gives the same', async () => {
    const list = (event: number): string =>
      `name,email,status\n${Array.from({ length: 1300 }, (_, n) => `Guest ${n},guest${n % 1200}@kill.example,${n % 3 ? 'approved' : 'waitlist'}`).join('\n')}\n#${event},x,\n`;
    const [whole, killed] = [await evening(), await evening()];
    await importList(whole, list(1));
    const { body } = await upload(killed, list(2)).expect(201);
    await start(killed, body.id).expect(200);
    const stop = new AbortController();
    stop.abort();
    await work(body.id, killed.organizationId, stop.signal);
    expect(await look(killed, body.id)).toMatchObject({ state: 'importing', rowsDone: 500 });
    // The second batch dies before it commits.
    await expect(dieInSecondBatch(body.id, killed.organizationId)).rejects.toThrow('killed');
    expect(await look(killed, body.id)).toMatchObject({ rowsDone: 500 });
    await work(body.id, killed.organizationId);
    const bare = (rows: Record<string, unknown>[]) => rows.map((row) => ({ ...row, introductions: null }));
    expect(bare(await guests(killed))).toEqual(bare(await guests(whole)));
    expect(await look(killed, body.id)).toMatchObject({
      state: 'done',
      rowsDone: 1301,
      counts: { new: 1200, repeated: 100, fault: 1 },
    });
    await expectSeatsTrue(killed);
  });
});

async function dieInSecondBatch(importId: string, organizationId: string): Promise<void> {
  const dying = Object.create(api.db) as typeof api.db;
  dying.write = (scope, work) =>
    api.db.write(scope, async (tx) => {
      await work(tx);
      throw new Error('killed');
    });
  await importGuestList({ organizationId, importId }, { db: dying, keys: api.config.keys });
}

describe('the activity after an import', () => {
  it('tells that it was uploaded, started and imported, and nothing of each guest', async () => {
    const event = await evening();
    await importList(event, luma);
    const { body } = await api.http
      .get(`/api/v1/organizations/${event.organizationId}/activity`)
      .set('cookie', cookie);
    const { id, title } = event;
    expect(body.lines.map((line: { action: string; event: object }) => [line.action, line.event])).toEqual(
      ['guest-list.imported', 'guest-list.import-started', 'guest-list.uploaded'].map((action) => [
        action,
        { id, title },
      ]),
    );
  });
});

describe('a list of 12 MB', () => {
  /** Megabytes. Measured: 5 while it is imported, 12 when its rows are kept. */
  const bound = 9;
  const count = 3000;
  const words = 'what this room sounded like before anybody moved in, and after. '.repeat(60);
  const line = (n: number): string => `Guest ${n},g${n}@many.example,approved,"${n}: ${words}"`;
  const list = Buffer.from(
    `name,email,status,Tell us about a room\n${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`,
  );

  /** What is live now above what was, in MB. */
  function liveHeap(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed / 1_048_576;
  }

  let watch: NodeJS.Timeout;
  afterEach(() => {
    clearInterval(watch);
  });

  it('is read and imported batch by batch, in less memory than it is long, with its progress shown', async () => {
    const event = await makeEvent(api.database, organization.id);
    const before = liveHeap();
    let highest = before;
    const measure = () => (highest = Math.max(highest, liveHeap()));
    // A look sweeps the whole heap, after many other files for more than a second: so three at most while the list
    // arrives, and one every other batch.
    let looks = 0;
    watch = setInterval(() => {
      measure();
      looks += 1;
      if (looks === 3) clearInterval(watch);
    }, 700);
    const { body } = await upload(event, list).expect(201);
    clearInterval(watch);
    expect(body).toMatchObject({ rowsTotal: count, counts: { new: count, fault: 0 } });
    await start(event, body.id).expect(200);
    const progress = new Set<number>();
    const watched = Object.create(api.db) as typeof api.db;
    watched.write = async (scope, batch) => {
      const result = await api.db.write(scope, batch);
      progress.add((await look(event, body.id)).rowsDone);
      if (progress.size % 2 === 0) measure();
      return result;
    };
    await importGuestList(
      { organizationId: organization.id, importId: body.id },
      { db: watched, keys: api.config.keys },
    );
    expect([...progress]).toEqual([500, 1000, 1500, 2000, 2500, 3000]);
    expect(await seats(event)).toMatchObject({ taken: count });
    expect(highest - before).toBeLessThan(bound);
  });

  it('control: keeping its rows takes more than that', async () => {
    const before = liveHeap();
    const kept: unknown[] = [];
    for await (const record of readGuestList(Readable.from([list]))) kept.push(record);
    expect(kept).toHaveLength(count + 1);
    expect(liveHeap() - before).toBeGreaterThan(bound);
  });
});
