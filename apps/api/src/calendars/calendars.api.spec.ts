import { newId } from '#libs/domain';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { type ReadCalendar, readCalendar } from '../../../../test/support/calendars.ts';
import { deliverDue } from '../../../../test/support/evening.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../../../../test/support/factories.ts';
import { makePanelHost } from '../../../../test/support/panelist.ts';
import { RsvpDesk, submit } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});

afterAll(() => api.stop());

type Person = Awaited<ReturnType<RsvpDesk['signedIn']>>;

const sql = (text: string, values: unknown[] = []) => api.database.sql(text, values);
const raw = (path: string, headers: Record<string, string> = {}) => api.http.get(path).set(headers);

async function read(path: string): Promise<ReadCalendar> {
  const { text } = await raw(path)
    .expect(200)
    .expect('content-type', /^text\/calendar; charset=utf-8/);
  return readCalendar(text);
}

const page = ({ cookie }: Person) => raw('/me/calendar', { cookie });

/** The path of a person's own calendar as their page shows it; null while it shows none. */
async function addressOf(person: Person): Promise<string | null> {
  const { text } = await page(person).expect(200);
  return /<code>http[^<]+(\/calendar\/[0-9a-f.]+\.ics)<\/code>/.exec(text)?.[1] ?? null;
}

async function press(person: Person, act: 'renew' | 'end'): Promise<string | null> {
  const { headers } = await submit(api, '/me/calendar', `/me/calendar/${act}`, {}, person.cookie);
  expect(headers['location']).toBe(`/me/calendar?saved=${act === 'renew' ? 'renewed' : 'ended'}`);
  return addressOf(person);
}

async function madeBy(person: Person): Promise<string> {
  const address = await press(person, 'renew');
  if (address === null) throw new Error('no address');
  return address;
}

const summaries = ({ entries }: ReadCalendar) => entries.map(({ summary }) => summary);
const statuses = ({ entries }: ReadCalendar) =>
  Object.fromEntries(entries.map(({ summary, status }) => [summary, status]));

/** An evening on a day of October or November 2026. */
const on = (day: string, title: string, given: object = {}) => ({
  title,
  startsLocal: `2026-${day}T18:00`,
  endsLocal: `2026-${day}T21:00`,
  ...given,
});

describe('the calendar of an organization', () => {
  it('has its published evenings with what anybody may know, each zone once', async () => {
    const guild = await makeOrganization(api.database, { name: 'Sound Guild' });
    const event = await makeEvent(api.database, guild.id, on('10-19', 'First'));
    await makeEvent(api.database, guild.id, on('11-19', 'Second'));
    await makeEvent(api.database, guild.id, on('10-25', 'Berlin', { timeZone: 'Europe/Berlin' }));
    await makeEvent(api.database, guild.id, on('10-20', 'Draft', { state: 'draft' }));
    await makeEvent(api.database, desk.organizationId, on('10-19', 'Of another'));
    const calendar = await read(`/o/${guild.slug}/calendar.ics`);
    expect(calendar).toMatchObject({
      method: 'PUBLISH',
      name: 'Sound Guild',
      zones: ['America/Los_Angeles', 'Europe/Berlin'],
    });
    expect(summaries(calendar)).toEqual(['First', 'Berlin', 'Second']);
    expect(calendar.entries[0]).toMatchObject({
      uid: `${event.id}@127.0.0.1`,
      status: 'CONFIRMED',
      location: 'Arts District, Los Angeles',
      url: `${api.url}/e/${event.slug}`,
      attendee: null,
      start: new Date('2026-10-20T01:00:00Z'),
    });
    const { text } = await raw(`/o/${guild.slug}/calendar.ics`);
    expect(text).not.toContain('1200 East 5th Street');
    expect((await raw(`/o/${guild.slug}`)).text).toContain(`/o/${guild.slug}/calendar.ics`);
    await raw('/o/no-such-guild/calendar.ics').expect(404);
  });

  it('says what is cancelled until it would have been over, and keeps what was for 90 days', async () => {
    const guild = await makeOrganization(api.database);
    const off = await makeEvent(api.database, guild.id, on('10-19', 'Off'));
    await makeEvent(api.database, guild.id, on('07-10', 'In July'));
    await makeEvent(api.database, guild.id, on('06-10', 'In June'));
    const before = await read(`/o/${guild.slug}/calendar.ics`);
    await sql(
      `update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'Rain', version = version + 1 where id = $1`,
      [off.id],
    );
    const after = await read(`/o/${guild.slug}/calendar.ics`);
    expect(statuses(after)).toEqual({ 'In July': 'CONFIRMED', Off: 'CANCELLED' });
    expect(after.entries.at(-1)?.sequence).toBeGreaterThan(before.entries.at(-1)?.sequence ?? Infinity);
    await sql(
      `update events set starts_at = starts_at - interval '30 days', ends_at = ends_at - interval '30 days' where id = $1`,
      [off.id],
    );
    expect(summaries(await read(`/o/${guild.slug}/calendar.ics`))).toEqual(['In July']);
  });

  it('is sent again only when it changed, by its tag and by its time', async () => {
    const guild = await makeOrganization(api.database);
    const path = `/o/${guild.slug}/calendar.ics`;
    const event = await makeEvent(api.database, guild.id, on('10-19', 'First'));
    const { headers } = await raw(path).expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'referrer-policy': 'no-referrer',
    });
    const [tag, time] = [String(headers['etag']), String(headers['last-modified'])];
    const unchanged = await raw(path, { 'if-none-match': `"other", ${tag}` }).expect(304);
    expect(unchanged.headers).toMatchObject({ etag: tag, 'cache-control': 'public, max-age=300' });
    expect(unchanged.text).toBe('');
    await raw(path, { 'if-none-match': `W/${tag}` }).expect(304);
    await raw(path, { 'if-modified-since': time }).expect(304);
    // A tag counts before a time.
    await raw(path, { 'if-none-match': '"other"', 'if-modified-since': time }).expect(200);
    await raw(path, { 'if-modified-since': 'soon' }).expect(200);

    await api.setTime('2026-10-01T12:30:00Z');
    await sql('update events set title = $2, version = version + 1 where id = $1', [event.id, 'Renamed']);
    await raw(path, { 'if-none-match': tag }).expect(200);
    const { headers: later } = await raw(path, { 'if-modified-since': time }).expect(200);
    expect(new Date(String(later['last-modified'])).getTime()).toBeGreaterThan(new Date(time).getTime());
    expect((await read(path)).entries[0]?.stamp).toEqual(new Date(String(later['last-modified'])));
  });

  it('holds 500 evenings at most', async () => {
    const guild = await makeOrganization(api.database);
    await sql(
      `insert into events (id, organization_id, slug, title, description, place, city, time_zone, starts_local, ends_local, starts_at,
         ends_at, state, published_at, version, created_at)
       select gen_random_uuid(), $1, 'many-' || n, 'Evening ' || n, '', '', '', 'UTC', '2026-10-19T18:00', '2026-10-19T21:00',
         '2026-10-19T18:00Z'::timestamptz + n * interval '1 day', '2026-10-19T21:00Z'::timestamptz + n * interval '1 day',
         'published', app_now(), 1, app_now() from generate_series(1, 510) n`,
      [guild.id],
    );
    const { entries } = await read(`/o/${guild.slug}/calendar.ics`);
    expect(entries).toHaveLength(500);
    expect(entries[0]?.summary).toBe('Evening 1');
  });
});

describe('one’s own calendar', () => {
  it('has every RSVP of every organization as it stands, with the exact place of a seat alone', async () => {
    const other = await RsvpDesk.of(api);
    const person = await desk.signedIn();
    const [going, waiting, offered, lapsed, gone, pending, held] = await Promise.all(
      ['Going', 'Waiting', 'Offered', 'Lapsed', 'Gone', 'Pending', 'Held'].map((title, at) =>
        (at % 2 === 0 ? desk : other).evening(10, on(`10-2${String(at)}`, title)),
      ),
    );
    const rows = [
      [going, 'confirmed'],
      [waiting, 'waitlisted'],
      [offered, 'offered'],
      [lapsed, 'offered'],
      [gone, 'cancelled'],
      [pending, 'pending'],
      [held, 'held'],
    ] as const;
    for (const [event, status] of rows) {
      if (event === undefined) throw new Error('no event');
      const { id } = await makeAttendee(api.database, event, { person, status, came: false });
      if (status === 'offered') {
        await sql(
          `insert into offers (id, organization_id, event_id, attendee_id, person_id, state, expires_at, created_at)
           values ($1, $2, $3, $4, $5, 'live', app_now() + $6::interval, app_now())`,
          [newId(), event.organizationId, event.id, id, person.id, event === lapsed ? '-1 minute' : '1 day'],
        );
      }
    }
    await makeAttendee(api.database, await desk.evening(10, on('10-19', 'Of somebody else')));
    const address = await madeBy(person);
    const calendar = await read(address);
    expect(statuses(calendar)).toEqual({
      Going: 'CONFIRMED',
      Waiting: 'TENTATIVE',
      Offered: 'TENTATIVE',
      Lapsed: 'CANCELLED',
      Gone: 'CANCELLED',
      Pending: 'TENTATIVE',
    });
    const places = calendar.entries.map(({ location }) => location.includes('1200 East 5th Street'));
    expect(places).toEqual([true, false, false, false, false, false]);
    const { text } = await raw(address);
    expect(text).not.toContain(address.split('/').at(-1));
    expect(text).not.toContain(person.email);
  });

  it('has the same entry as the mail of the seat, and as the file of its page', async () => {
    const person = await desk.signedIn();
    const event = await desk.evening(10);
    const path = await desk.rsvpAs(event, person);
    await deliverDue(api);
    const [mail] = await api.database.sql<{ file: string }>(
      `select headers -> 'calendar' ->> 'file' as file from mails where to_address = $1 and headers ? 'calendar'`,
      [person.email],
    );
    const [mailed] = readCalendar(mail?.file ?? '').entries;
    const [filed] = (await read(`${path}/calendar.ics`)).entries;
    const [fetched] = (await read(await madeBy(person))).entries;
    if (mailed === undefined) throw new Error('no entry by mail');
    const { uid, sequence, status, summary, location, url, start, end } = mailed;
    const same = { uid, sequence, status, summary, location, url, start, end };
    expect(filed).toMatchObject(same);
    expect(fetched).toMatchObject(same);
  });

  it('has panels in place of the seat, meetings of circles, and no introductions', async () => {
    const host = await makePanelHost(api);
    const person = await desk.signedIn();
    const { id, panelist } = await host.ask(person.email);
    await panelist.press('answer', { answer: 'yes' });
    const [circleId, memberId] = [newId(), newId()];
    const [row] = await api.database.sql<{ id: string }>('select id from attendees where person_id = $1', [
      person.id,
    ]);
    await sql(
      `insert into circles (id, organization_id, event_id, name, place, state, time_zone, started_by, version, created_at)
       values ($1, $2, $3, 'Field recording', 'The back room', 'meeting', 'America/Los_Angeles', $4, 1, app_now())`,
      [circleId, host.organization.id, host.event.id, person.id],
    );
    await sql(
      `insert into circle_members (id, organization_id, circle_id, person_id, attendee_id, place, consent, joined_at, version)
       values ($1, $2, $3, $4, $5, 1, 'yes', app_now(), 1)`,
      [memberId, host.organization.id, circleId, person.id, row?.id],
    );
    await sql(
      `insert into circle_meetings (id, organization_id, circle_id, number, starts_local, starts_at, ends_at, created_at)
       values ($1, $2, $3, 1, '2026-11-11T18:30', '2026-11-12T02:30Z', '2026-11-12T04:30Z', app_now())`,
      [newId(), host.organization.id, circleId],
    );
    const address = await madeBy(person);
    const [panel, meeting, ...rest] = (await read(address)).entries;
    expect(rest).toEqual([]);
    expect(panel).toMatchObject({
      uid: `${id}@127.0.0.1`,
      summary: `Foley after dark · ${host.event.title}`,
      location: 'Stage B, 1200 East 5th Street, Arts District, Los Angeles',
      // Half an hour ahead of the panel, when they are asked to be there.
      start: new Date('2026-10-20T02:00:00Z'),
    });
    expect(meeting).toMatchObject({
      summary: 'Field recording',
      location: 'The back room',
      start: new Date('2026-11-12T02:30:00Z'),
    });
    await sql('update circle_members set left_at = app_now() where id = $1', [memberId]);
    await host.send('post', '/cancel', { reason: 'No power.' }).expect(200);
    const after = await read(address);
    expect(after.entries).toMatchObject([{ uid: panel?.uid, status: 'CANCELLED' }]);
    expect(after.entries[0]?.sequence).toBeGreaterThan(panel?.sequence ?? Infinity);
  });

  it('is sent again only when it changed, and is kept by nobody on the way', async () => {
    const person = await desk.signedIn();
    const event = await desk.evening(10);
    await desk.rsvpAs(event, person);
    const address = await madeBy(person);
    const { headers } = await raw(address).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' });
    expect(headers['last-modified']).toBeUndefined();
    const known = { 'if-none-match': String(headers['etag']) };
    await raw(address, known).expect(304);
    await raw(address, { 'if-modified-since': new Date().toUTCString() }).expect(200);
    await sql(
      `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false, confirmed_at = null,
      version = version + 1 where person_id = $1`,
      [person.id],
    );
    await raw(address, known).expect(200);
  });

  it('opens at its address alone: not forged, not of before, not when it is off, not of another', async () => {
    const person = await desk.signedIn();
    expect(await addressOf(person)).toBeNull();
    const first = await madeBy(person);
    const second = await madeBy(person);
    expect(second).not.toBe(first);
    await raw(second).expect(200);
    await raw(first).expect(410);
    const seal = /\.([0-9a-f]{32})\.ics$/.exec(second)?.[1] ?? '';
    await raw(
      second.replace(
        seal,
        seal.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ).expect(410);
    await raw(second.replace('.ics', '')).expect(410);
    await raw('/calendar/nothing.ics').expect(410);
    expect(await press(person, 'end')).toBeNull();
    await raw(second).expect(410);
    // Off already: nothing happens.
    expect(await press(person, 'end')).toBeNull();
    const actions = await api.database.sql<{ action: string }>(
      `select action from audit where subject_id = $1 and action like 'calendar%' order by id`,
      [person.id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'calendar-feed.renewed',
      'calendar-feed.renewed',
      'calendar-feed.ended',
    ]);
    await raw('/me/calendar').expect(401);
    await api.http.post('/me/calendar/renew').send({}).expect(401);
    const withoutToken = api.http.post('/me/calendar/renew').set('cookie', person.cookie);
    await withoutToken.type('form').send({ act: 'renew' }).expect(403);
  });

  it('has one address also when two are made at once', async () => {
    const person = await desk.signedIn();
    await Promise.all([press(person, 'renew'), press(person, 'renew')]);
    const rows = await sql('select id from calendar_feeds where person_id = $1', [person.id]);
    expect(rows).toHaveLength(1);
    await raw((await addressOf(person)) ?? '').expect(200);
  });

  it('is kept from stores and referrers on its page, and ends with its person', async () => {
    const person = await desk.signedIn();
    const address = await madeBy(person);
    const { headers, text } = await page(person);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(text).toContain(`webcal://${api.url.replace('http://', '')}${address}`);
    await submit(api, '/me/erase', '/me/erase', { email: person.email }, person.cookie);
    expect(await sql('select id from calendar_feeds where person_id = $1', [person.id])).toEqual([]);
    await raw(address).expect(410);
  });
});
