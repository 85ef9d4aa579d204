import { type Api, startApi } from '../../../../test/support/api.ts';
import { type ReadEntry, readCalendar } from '../../../../test/support/calendars.ts';
import { deliverDue } from '../../../../test/support/evening.ts';
import { emptyOldParts } from '../../../worker/src/mail/queue.ts';
import { makeMember } from '../../../../test/support/factories.ts';
import { makePanelHost } from '../../../../test/support/panelist.ts';
import { type Evening, RsvpDesk } from '../../../../test/support/rsvp-desk.ts';

// What the mails of an RSVP do to the calendar of its reader, read by another program.

let api: Api;
let desk: RsvpDesk;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});

afterAll(() => api.stop());

type Guest = Awaited<ReturnType<RsvpDesk['signedIn']>>;

interface Brought extends ReadEntry {
  kind: string;
  method: string;
}

/** What left for somebody's calendar, oldest first; the method of the part is that of the file. */
async function broughtTo({ email }: Guest): Promise<Brought[]> {
  await deliverDue(api);
  const rows = await api.database.sql<{ kind: string; method: string; file: string }>(
    `select kind, headers -> 'calendar' ->> 'method' as method, headers -> 'calendar' ->> 'file' as file from mails
     where to_address = $1 and state = 'sent' and headers ? 'calendar' order by final_at, id`,
    [email],
  );
  return rows.map(({ kind, method, file }) => {
    const { method: inFile, entries } = readCalendar(file);
    expect(inFile).toBe(method);
    expect(entries).toHaveLength(1);
    return { kind, method, ...entries[0] } as Brought;
  });
}

const kindsTo = ({ email }: Guest) => desk.mailsTo(email);

async function going(event: Evening) {
  const guest = await desk.signedIn();
  const path = await desk.rsvpAs(event, guest);
  const id = (await desk.attendeesOf(event)).find(({ personId }) => personId === guest.id)?.id ?? '';
  return { guest, path, id };
}

const cancel = ({ guest, id }: Awaited<ReturnType<typeof going>>) =>
  api.http.post(`/api/v1/me/rsvps/${id}/cancel`).set('cookie', guest.cookie).send().expect(200);

async function host(event: Evening) {
  const { personId } = await makeMember(api.database, desk.organizationId, 'owner');
  const cookie = await api.cookieOf(personId);
  const path = `/api/v1/organizations/${event.organizationId}/events/${event.id}`;
  return (method: 'post' | 'patch' | 'delete', below: string, body: object = {}) =>
    api.http[method](`${path}${below}`).set('cookie', cookie).send(body);
}

/** The later one takes the place of the earlier in every calendar that goes by RFC 5546. */
function expectSucceeds(later: Brought | undefined, earlier: Brought | undefined): void {
  expect(later?.uid).toBe(earlier?.uid);
  expect(later?.organizer).toBe(earlier?.organizer);
  expect(later?.attendee).toBe(earlier?.attendee);
  expect(later?.sequence).toBeGreaterThan(earlier?.sequence ?? Infinity);
}

describe('the mail of a seat', () => {
  it('brings the evening for the calendar, with its exact place and nothing of the person', async () => {
    const event = await desk.evening(10);
    const { guest, id } = await going(event);
    const [entry, ...rest] = await broughtTo(guest);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'rsvp-confirmed',
      method: 'REQUEST',
      uid: `${id}@127.0.0.1`,
      status: 'CONFIRMED',
      summary: event.title,
      location: '1200 East 5th Street, Arts District, Los Angeles',
      url: `${api.url}/e/${event.slug}`,
      organizer: 'mailto:hello@acquaint.test',
      attendee: `mailto:${guest.email}`,
      start: new Date('2026-10-20T01:00:00Z'),
      end: new Date('2026-10-20T04:00:00Z'),
    });
    const [mail] = await api.database.sql<{ text: string; file: string }>(
      `select text_part as text, headers -> 'calendar' ->> 'file' as file from mails where to_address = $1`,
      [guest.email],
    );
    expect(mail?.file).not.toContain('/my/');
    expect(mail?.text).toMatch(/Put it into another calendar:\n\S+\/my\/[0-9a-f.]+#calendar/);
  });

  it('that became free later brings it too, and one who waits has nothing in the calendar', async () => {
    const event = await desk.evening(1);
    const [first, second] = [await going(event), await going(event)];
    expect(await broughtTo(second.guest)).toEqual([]);
    await cancel(first);
    const [entry] = await broughtTo(second.guest);
    expect(entry).toMatchObject({ kind: 'rsvp-promoted', method: 'REQUEST', uid: `${second.id}@127.0.0.1` });
  });

  it('that was offered and taken brings it with the taking', async () => {
    const event = await desk.evening(1);
    await api.database.sql(`update events set waitlist = 'offer' where id = $1`, [event.id]);
    const [first, second] = [await going(event), await going(event)];
    await cancel(first);
    expect(await broughtTo(second.guest)).toEqual([]);
    const path = `/api/v1/me/rsvps/${second.id}/claim`;
    await api.http.post(path).set('cookie', second.guest.cookie).send().expect(200);
    expect(await broughtTo(second.guest)).toMatchObject([{ kind: 'rsvp-confirmed', method: 'REQUEST' }]);
  });
});

describe('a seat that is no more', () => {
  it('leaves the calendar: given up, taken away by a host, or with the whole evening', async () => {
    const ends = [
      async (_: Evening, one: Awaited<ReturnType<typeof going>>) => {
        await cancel(one);
      },
      async (event: Evening, { id }: Awaited<ReturnType<typeof going>>) => {
        const send = await host(event);
        await send('post', `/attendees/${id}/cancel`, {}).expect(200);
      },
      async (event: Evening) => {
        const send = await host(event);
        await send('post', '/cancel', { reason: 'No power.' }).expect(200);
      },
    ];
    for (const [at, end] of ends.entries()) {
      const event = await desk.evening(10);
      const one = await going(event);
      await broughtTo(one.guest);
      await end(event, one);
      const [first, last, ...rest] = await broughtTo(one.guest);
      expect(rest).toEqual([]);
      expect(last).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
      expect(last?.kind).toBe(at === 2 ? 'event-cancelled' : 'rsvp-cancelled');
      expect(last?.location).not.toContain('1200 East 5th Street');
      expectSucceeds(last, first);
    }
  });

  it('is not taken out of a calendar that never had it', async () => {
    const event = await desk.evening(1);
    await going(event);
    const waiting = await going(event);
    await cancel(waiting);
    expect(await kindsTo(waiting.guest)).toContain('rsvp-cancelled');
    expect(await broughtTo(waiting.guest)).toEqual([]);
    // Its mail was not sent before it was over.
    const other = await desk.evening(10);
    const quick = await going(other);
    await cancel(quick);
    expect(await broughtTo(quick.guest)).toEqual([]);
  });

  it('leaves it also when its own mail did not leave, because they came back to wait', async () => {
    const event = await desk.evening(1);
    const one = await going(event);
    await broughtTo(one.guest);
    const next = await going(event);
    await cancel(one);
    await desk.rsvpAs(event, one.guest);
    const [first, last, ...rest] = await broughtTo(one.guest);
    expect(rest).toEqual([]);
    expect(last).toMatchObject({ kind: 'rsvp-waitlisted', method: 'CANCEL' });
    expectSucceeds(last, first);
    // And once it is out, nothing takes it out again; a new seat brings it back.
    await cancel(next);
    const [, cancelled, back] = await broughtTo(one.guest);
    expect(back).toMatchObject({ kind: 'rsvp-promoted', method: 'REQUEST', status: 'CONFIRMED' });
    expectSucceeds(back, cancelled);
  });

  it('leaves it also when the parts of the mail that brought it are forgotten', async () => {
    const event = await desk.evening(10);
    const one = await going(event);
    await deliverDue(api);
    const mine = 'where person_id = $1';
    await api.database.sql(`update mails set final_at = final_at - interval '31 days' ${mine}`, [
      one.guest.id,
    ]);
    await api.db.write({ kind: 'system' }, emptyOldParts);
    const old = await api.database.sql(`select to_address, subject, headers from mails ${mine}`, [
      one.guest.id,
    ]);
    expect(old).toEqual([{ to_address: null, subject: null, headers: { calendar: { method: 'REQUEST' } } }]);
    await cancel(one);
    expect(await broughtTo(one.guest)).toMatchObject([{ kind: 'rsvp-cancelled', method: 'CANCEL' }]);
  });
});

describe('an evening that moves', () => {
  it('moves in the calendar of whoever goes, when they are told, and brings nothing to whoever waits', async () => {
    const event = await desk.evening(1);
    const [one, waiting] = [await going(event), await going(event)];
    await broughtTo(one.guest);
    const send = await host(event);
    const { body } = await send('patch', '', {
      version: 1,
      startsLocal: '2026-10-20T19:00',
      endsLocal: '2026-10-20T22:00',
    }).expect(200);
    await send('post', '/tell', { revision: (body as { version: number }).version }).expect(200);
    const [first, moved, ...rest] = await broughtTo(one.guest);
    expect(rest).toEqual([]);
    expect(moved).toMatchObject({ method: 'REQUEST', start: new Date('2026-10-21T02:00:00Z') });
    expectSucceeds(moved, first);
    await cancel(waiting);
    expect(await broughtTo(waiting.guest)).toEqual([]);
    expect(await kindsTo(waiting.guest)).toEqual(expect.arrayContaining(['event-changed', 'rsvp-cancelled']));
    await cancel(one);
    expectSucceeds((await broughtTo(one.guest)).at(2), moved);
  });
});

describe('a guest who says yes to a panel', () => {
  it('has the entry of the panel and no longer that of the seat, and nothing more leaves with a cancelled evening', async () => {
    const evening = await makePanelHost(api);
    const guest = await desk.signedIn();
    await desk.rsvpAs({ ...evening.event, organizationId: evening.organization.id }, guest);
    const [seat] = await broughtTo(guest);
    const { id, panelist } = await evening.ask(guest.email);
    await panelist.press('answer', { answer: 'yes' });
    const after = (await broughtTo(guest)).slice(1);
    const [out, panel] = [
      after.find(({ kind }) => kind === 'rsvp-on-panel'),
      after.find(({ uid }) => uid.startsWith(id)),
    ];
    expect(after).toHaveLength(2);
    expect(out).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
    expectSucceeds(out, seat);
    expect(panel).toMatchObject({ kind: 'panelist-confirmed', method: 'REQUEST' });
    await evening.send('post', '/cancel', { reason: 'No power.' }).expect(200);
    const [last, ...rest] = (await broughtTo(guest)).slice(3);
    expect(rest).toEqual([]);
    expect(last).toMatchObject({ kind: 'panelist-cancelled', method: 'CANCEL', uid: panel?.uid });
  });

  it('is told of no entry that was never brought', async () => {
    const evening = await makePanelHost(api);
    const guest = await desk.signedIn();
    const { panelist } = await evening.ask(guest.email);
    await panelist.press('answer', { answer: 'yes' });
    expect((await broughtTo(guest)).map(({ kind }) => kind)).toEqual(['panelist-confirmed']);
    expect(await kindsTo(guest)).not.toContain('rsvp-on-panel');
  });

  it.each(['person', 'host'] as const)(
    'and gives up the whole evening has nothing of it left, by the %s',
    async (by) => {
      const evening = await makePanelHost(api);
      const guest = await desk.signedIn();
      const { panelist } = await evening.ask(guest.email);
      await panelist.press('answer', { answer: 'yes' });
      const [panel] = await broughtTo(guest);
      const [row] = await api.database.sql<{ id: string }>('select id from attendees where person_id = $1', [
        guest.id,
      ]);
      const id = row?.id ?? '';
      if (by === 'person') await cancel({ guest, path: '', id });
      else await evening.send('post', `/attendees/${id}/cancel`).expect(200);
      const [, out, ...rest] = await broughtTo(guest);
      expect(rest).toEqual([]);
      expect(out).toMatchObject({ kind: 'panelist-cancelled', method: 'CANCEL', status: 'CANCELLED' });
      expectSucceeds(out, panel);
      const [mail] = await evening.mails('panelist-cancelled');
      expect(mail?.text).toContain(
        by === 'person' ? 'You said that you cannot be there' : 'The organizers have changed the evening',
      );
    },
  );
});
