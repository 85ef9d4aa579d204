import { inOrganization, system } from '#libs/domain';
import { later } from '#libs/jobs';
import { post } from '#libs/mail';
import supertest from 'supertest';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makePerson } from '../../../../test/support/factories.ts';
import { mailRows, makeComingEvent } from '../../../../test/support/mails.ts';
import { startTestWorker, until } from '../../../../test/support/worker.ts';
import { createApp } from '../app.ts';

let api: Api;
let worker: Awaited<ReturnType<typeof startTestWorker>>;
let event: Awaited<ReturnType<typeof makeComingEvent>>;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T15:00:00Z' });
  worker = await startTestWorker({ database: api.database, publicUrl: api.url });
  event = await makeComingEvent(api.database, 'Guild <img src=x>');
});

afterAll(async () => {
  await worker.stop();
  await api.stop();
});

/** A mail in the box about a seat, read as the mailbox shows it. */
async function receive(name = 'Ines Okafor') {
  const person = await makePerson(api.database, { name });
  const attendee = await makeAttendee(api.database, event, { person, came: false });
  const { organizationId } = event;
  await api.db.write(inOrganization(organizationId, system), (tx) =>
    post(tx, [{ organizationId, kind: 'rsvp-confirmed', subjectId: attendee.id, personId: person.id }]),
  );
  const rows = () => mailRows(api.database, 'person_id = $1', [person.id]);
  await until(async () => (await rows())[0]?.state === 'sent', 'No mail arrived');
  const [mail] = await rows();
  if (mail === undefined) throw new Error('no mail');
  return { ...person, mail };
}

describe('the mailbox of a demonstration', () => {
  it('lists every mail, newest first, and those of one person on request', async () => {
    const [one, other] = [await receive(), await receive()];
    const all = await api.http.get('/dev/mail').expect(200);
    expect(all.text.indexOf(other.mail.id)).toBeLessThan(all.text.indexOf(one.mail.id));
    expect(all.text).toContain('You are going: Sound after the cut: a panel and a mixer');
    const theirs = await api.http.get('/dev/mail').query({ to: one.email }).expect(200);
    expect(theirs.text).toContain(one.mail.id);
    expect(theirs.text).not.toContain(other.mail.id);
  });

  it('shows a mail as read, as text with links to press, and with its headers', async () => {
    const { mail, email } = await receive();
    const page = await api.http.get(`/dev/mail/${mail.id}`).expect(200);
    expect(page.text).toContain(`src="/dev/mail/${mail.id}/html"`);
    expect(page.text).toMatch(new RegExp(`<a href="${api.url}/my/[0-9a-f.]+">`));
    expect(page.text).toContain(`<dd>${email}</dd>`);
    expect(page.text).toContain('<dt>Message-ID</dt>');
    const link = /<a href="([^"]+\/my\/[^"]+)">/.exec(page.text)?.[1] ?? '';
    await supertest(link).get('').expect(200);
  });

  it('gives the HTML part a policy of its own: no script, no form, nothing from anywhere', async () => {
    const { mail } = await receive();
    const part = await api.http.get(`/dev/mail/${mail.id}/html`).expect(200);
    const policy = String(part.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/sandbox(?! allow-scripts)/);
    expect(part.text).not.toContain('<img src=x');
    expect(part.text).toContain('Sent for Guild &lt;img src=x&gt;');
  });

  it('shows the QR code of a ticket as its reader sees it, from the mail itself', async () => {
    const { mail } = await receive();
    const part = await api.http.get(`/dev/mail/${mail.id}/html`).expect(200);
    expect(String(part.headers['content-security-policy'])).toContain('img-src data:');
    expect(part.text).toMatch(
      /<img src="data:image\/png;base64,iVBOR[\w+/]+=*" alt="QR code of your ticket"/,
    );
    expect(part.text).not.toContain('cid:');
  });

  it('pages through a long history without leaving out or repeating a mail', async () => {
    const person = await makePerson(api.database);
    await api.database.sql(
      `insert into mails (id, kind, subject_id, person_id, state, final_at, due_at, created_at)
       select gen_random_uuid(), 'sign-in', gen_random_uuid(), $1, 'sent', app_now(), app_now(), app_now() - make_interval(secs => n / 7)
       from generate_series(1, 120) n`,
      [person.id],
    );
    const seen: string[] = [];
    let path: string | undefined = `/dev/mail?to=${person.email}`;
    while (path !== undefined) {
      const { text }: { text: string } = await api.http.get(path).expect(200);
      seen.push(...[...text.matchAll(/href="\/dev\/mail\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''));
      path = /href="(\/dev\/mail\?[^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('answers 404 for a mail that is not there, and 422 for a cursor that is none', async () => {
    await api.http.get('/dev/mail/nothing').expect(404);
    await api.http.get('/dev/mail/01a20000-0000-7000-8000-000000000000/html').expect(404);
    await api.http.get('/dev/mail?after=xyz').expect(422);
  });
});

describe('the clock of a demonstration', () => {
  it('is told, and moves to an instant, by days, or to what is due next', async () => {
    await api.setTime('2026-10-20T15:00:00Z');
    const arrived = () => until(async () => (await clock()).target === null, 'The clock did not arrive');
    await api.http.post('/api/v1/demo/clock').send({ days: 1 }).expect(202);
    await arrived();
    expect((await clock()).now).toMatch(/^2026-10-21T15:00:/);
    await api.http.post('/api/v1/demo/clock').send({ to: '2026-10-22T08:00:00Z' }).expect(202);
    await arrived();
    expect((await clock()).now).toMatch(/^2026-10-22T08:00:/);
    const attendee = await makeAttendee(api.database, event, { status: 'held', came: false });
    await api.db.write(inOrganization(event.organizationId, system), (tx) =>
      later(
        tx,
        'attendees.expire',
        { organizationId: event.organizationId, eventId: event.id },
        { key: `expire:${event.id}`, runAt: new Date(tx.now.getTime() + 30 * 60_000) },
      ),
    );
    await api.http.post('/api/v1/demo/clock').send({ next: true }).expect(202);
    await arrived();
    const [hold] = await api.database.sql<{ status: string }>('select status from attendees where id = $1', [
      attendee.id,
    ]);
    expect(hold?.status).toBe('cancelled');
  });

  it('never goes back', async () => {
    const refused = await api.http
      .post('/api/v1/demo/clock')
      .send({ to: '2020-01-01T00:00:00Z' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'clock-only-forward' });
  });

  it.each([{}, { days: 1, next: true }, { to: 'tomorrow' }, { days: 0 }])('refuses %j', async (body) => {
    await api.http.post('/api/v1/demo/clock').send(body).expect(422);
  });

  it('moves by a button of the mailbox page', async () => {
    const page = await api.http.get('/dev/mail').expect(200);
    const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)?.[1];
    const before = (await clock()).now;
    await api.http
      .post('/dev/clock')
      .type('form')
      .set('cookie', cookie)
      .send({ formToken, move: 'hour', from: 'mail' })
      .expect(303)
      .expect('location', '/dev/mail');
    await until(async () => (await clock()).target === null, 'The clock did not arrive');
    expect(Date.parse((await clock()).now) - Date.parse(before)).toBeGreaterThanOrEqual(60 * 60_000);
  });

  async function clock(): Promise<{ now: string; target: string | null; nextDueAt: string | null }> {
    return (await api.http.get('/api/v1/demo/clock').expect(200)).body as never;
  }
});

describe('an installation for real', () => {
  it('has neither the mailbox nor the clock', async () => {
    await api.database.sql(`update installation set mode = 'live', clock_offset = '0', clock_target = null`);
    const live = await createApp({ ...api.config, mode: 'live', port: 0 });
    try {
      await live.listen(0, '127.0.0.1');
      const http = supertest(await live.getUrl());
      for (const path of ['/dev/mail', '/dev/clock', '/api/v1/demo/clock']) await http.get(path).expect(404);
    } finally {
      await live.close();
    }
  });
});
