import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-09-01T12:00:00Z' });
});
afterAll(() => api.stop());

const evening = {
  title: 'Sound after the cut',
  timeZone: 'America/Los_Angeles',
  startsLocal: '2026-10-19T18:00',
  endsLocal: '2026-10-19T21:00',
  capacity: 60,
};

async function guild(role: 'owner' | 'editor' | 'host' = 'editor') {
  const organization = await makeOrganization(api.database);
  const member = await makeMember(api.database, organization.id, role);
  const cookie = await api.cookieOf(member.personId);
  const url = `/api/v1/organizations/${organization.id}/events`;
  const send = (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    api.http[method](`${url}${path}`).set('cookie', cookie).send(body);
  return { organization, member, url, cookie, send };
}

const seatsOf = async (eventId: string) => {
  const [row] = await api.database.sql<{ capacity: number; ceiling: number; taken: number; held: number }>(
    'select capacity, ceiling, taken, held from event_seats where event_id = $1',
    [eventId],
  );
  return row;
};

describe('posting an event', () => {
  it('makes a draft of a panel and a mixer with both instants', async () => {
    const { organization, send } = await guild();
    const made = await send('post', '', {
      ...evening,
      place: 'Arts District',
      privatePlace: '1200 East 5th Street',
      panels: [{ topic: 'Foley that tells the story' }, { topic: 'Who mixes the trailer' }],
      mixer: { format: 'open' },
    }).expect(201);
    expect(made.body).toMatchObject({
      ...evening,
      organizationId: organization.id,
      state: 'draft',
      description: '',
      city: '',
      privatePlace: '1200 East 5th Street',
      startsAt: '2026-10-20T01:00:00.000Z',
      endsAt: '2026-10-20T04:00:00.000Z',
      panels: [{ topic: 'Foley that tells the story' }, { topic: 'Who mixes the trailer' }],
      mixer: { format: 'open' },
      critiqueSessions: [],
      counts: {
        confirmed: 0,
        waitlisted: 0,
        held: 0,
        pending: 0,
        declined: 0,
        cancelled: 0,
        offered: 0,
        checkedIn: 0,
        seatsTaken: 0,
      },
      pageUrl: `${api.url}/e/${made.body.slug}`,
      cancelReason: null,
      publishedAt: null,
      version: 1,
    });
    expect((await send('get', `/${made.body.id}`).expect(200)).body).toEqual(made.body);
  });

  it('gives evenings of one title, posted at once by different people, an address each', async () => {
    const guilds = await Promise.all([guild(), guild(), guild(), guild()]);
    const made = await Promise.all(
      guilds.map(({ send }) => send('post', '', { ...evening, title: 'Foley night' }).expect(201)),
    );
    const slugs = made.map(({ body }) => body.slug as string).sort();
    expect(slugs).toEqual(['foley-night', 'foley-night-2', 'foley-night-3', 'foley-night-4']);
  });

  it('points at what is wrong with the times', async () => {
    const { send } = await guild();
    const backwards = await send('post', '', { ...evening, endsLocal: '2026-10-19T18:00' }).expect(422);
    expect(backwards.body).toMatchObject({ code: 'end-before-start', errors: [{ pointer: '/endsLocal' }] });
    const nowhere = await send('post', '', {
      ...evening,
      endsLocal: '2026-02-30T25:00',
      timeZone: 'Mars/Olympus',
    }).expect(422);
    expect(nowhere.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/timeZone',
      '/endsLocal',
    ]);
  });

  it('points into the list of panels', async () => {
    const { send } = await guild();
    const refused = await send('post', '', {
      ...evening,
      panels: [{ topic: 'fine' }, { topic: '' }],
      mixer: { format: 'wild' },
    }).expect(422);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/panels/1/topic',
      '/mixer/format',
    ]);
  });

  it('cannot be given a state, an organization or a slug of somebody else', async () => {
    const { send } = await guild();
    const other = await makeOrganization(api.database);
    const refused = await send('post', '', {
      ...evening,
      state: 'published',
      organizationId: other.id,
    }).expect(422);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/organizationId',
      '/state',
    ]);
  });

  it('is not for hosts', async () => {
    const { send } = await guild('host');
    await send('post', '', evening).expect(403);
  });
});

describe('the list of events', () => {
  it('shows the latest first, page by page, of this organization only', async () => {
    const { organization, send } = await guild();
    await makeEvent(api.database, (await makeOrganization(api.database)).id);
    const starts = Array.from({ length: 53 }, (_, day) =>
      new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10),
    );
    for (const day of starts) {
      await makeEvent(api.database, organization.id, {
        startsLocal: `${day}T18:00`,
        endsLocal: `${day}T20:00`,
      });
    }
    const first = await send('get', '').expect(200);
    const second = await send('get', `?after=${first.body.next}`).expect(200);
    const seen = [...first.body.events, ...second.body.events].map(({ startsLocal }) =>
      startsLocal.slice(0, 10),
    );
    expect(seen).toEqual([...starts].reverse());
    expect([first.body.events.length, second.body.next]).toEqual([50, null]);
  });

  it('shows limited staff their own events and hides the others like ones that do not exist', async () => {
    const { organization, url } = await guild();
    const mine = await makeEvent(api.database, organization.id);
    const other = await makeEvent(api.database, organization.id);
    const door = await makeMember(api.database, organization.id, 'door');
    await api.database.sql('update members set event_ids = array[$2::uuid] where id = $1', [
      door.id,
      mine.id,
    ]);
    const cookie = await api.cookieOf(door.personId);
    const list = await api.http.get(url).set('cookie', cookie).expect(200);
    expect(list.body.events.map(({ id }: { id: string }) => id)).toEqual([mine.id]);
    await api.http.get(`${url}/${other.id}`).set('cookie', cookie).expect(404);
  });

  it('counts people by the state of their RSVP', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id);
    await makeAttendee(api.database, event, { came: true });
    await makeAttendee(api.database, event, { came: false });
    await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    await makeAttendee(api.database, event, { status: 'offered', came: false });
    await makeAttendee(api.database, event, { status: 'cancelled', came: false });
    const seen = await send('get', `/${event.id}`).expect(200);
    expect(seen.body.counts).toEqual({
      confirmed: 2,
      waitlisted: 1,
      held: 0,
      pending: 0,
      declined: 0,
      cancelled: 1,
      offered: 1,
      checkedIn: 1,
      seatsTaken: 3,
    });
  });
});

describe('changing an event', () => {
  it('changes what is sent, keeps the rest, and is a new version', async () => {
    const { send } = await guild();
    const made = await send('post', '', {
      ...evening,
      panels: [{ topic: 'One' }, { topic: 'Two' }],
      mixer: { format: 'tables' },
    }).expect(201);
    const [one, two] = made.body.panels;
    const changed = await send('patch', `/${made.body.id}`, {
      version: 1,
      startsLocal: '2026-11-02T18:00',
      endsLocal: '2026-11-02T20:00',
      panels: [{ id: two.id, topic: 'Two, first' }, { topic: 'Three' }],
      mixer: null,
    }).expect(200);
    expect(changed.body).toMatchObject({
      title: evening.title,
      capacity: 60,
      // Los Angeles left daylight-saving time the day before.
      startsAt: '2026-11-03T02:00:00.000Z',
      panels: [{ id: two.id, topic: 'Two, first' }, { topic: 'Three' }],
      mixer: null,
      version: 2,
    });
    expect(changed.body.panels.map(({ id }: { id: string }) => id)).not.toContain(one.id);
  });

  it('refuses a change that was made from an older version', async () => {
    const { send } = await guild();
    const made = await send('post', '', evening).expect(201);
    await send('patch', `/${made.body.id}`, { version: 1, place: 'Here' }).expect(200);
    const refused = await send('patch', `/${made.body.id}`, { version: 1, place: 'There' }).expect(409);
    expect(refused.body.code).toBe('changed-meanwhile');
    expect((await send('get', `/${made.body.id}`)).body.place).toBe('Here');
  });

  it('lets one of two changes made at once win, and tells the other', async () => {
    const { send } = await guild();
    const made = await send('post', '', evening).expect(201);
    const answers = await Promise.all(
      ['A', 'B'].map((place) => send('patch', `/${made.body.id}`, { version: 1, place })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('takes no panel of another event for its own', async () => {
    const { send } = await guild();
    const other = await send('post', '', { ...evening, panels: [{ topic: 'Theirs' }] }).expect(201);
    const made = await send('post', '', evening).expect(201);
    const panels = [{ id: other.body.panels[0].id, topic: 'Mine now' }];
    await send('patch', `/${made.body.id}`, { version: 1, panels }).expect(422);
    expect((await send('get', `/${other.body.id}`)).body.panels).toEqual(other.body.panels);
  });

  it('gives a retitled draft a new address, and the old one still leads to it', async () => {
    const { send } = await guild();
    const made = await send('post', '', { ...evening, title: 'Working title' }).expect(201);
    const changed = await send('patch', `/${made.body.id}`, { version: 1, title: 'The mix, unmixed' }).expect(
      200,
    );
    expect([made.body.slug, changed.body.slug]).toEqual(['working-title', 'the-mix-unmixed']);
    await send('post', `/${made.body.id}/publish`).expect(200);
    const seen = await api.http.get('/api/v1/events/working-title').expect(200);
    expect(seen.body).toMatchObject({ slug: 'the-mix-unmixed', title: 'The mix, unmixed' });
  });

  it('never gives an address that an event once had to another', async () => {
    const { send } = await guild();
    const made = await send('post', '', { ...evening, title: 'Once mine' }).expect(201);
    await send('patch', `/${made.body.id}`, { version: 1, title: 'Renamed for good' }).expect(200);
    const other = await guild();
    const theirs = await other.send('post', '', { ...evening, title: 'Once mine' }).expect(201);
    expect(theirs.body.slug).toBe('once-mine-2');
    const refused = await other
      .send('patch', `/${theirs.body.id}`, { version: 1, slug: 'once-mine' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'address-taken', errors: [{ pointer: '/slug' }] });
    const back = await send('patch', `/${made.body.id}`, { version: 2, slug: 'Once mine' }).expect(200);
    expect(back.body.slug).toBe('once-mine');
  });

  it('keeps the address of a published event unless somebody types another', async () => {
    const { send } = await guild();
    const made = await send('post', '', { ...evening, title: 'Stable name' }).expect(201);
    const { version } = (await send('post', `/${made.body.id}/publish`).expect(200)).body;
    const retitled = await send('patch', `/${made.body.id}`, { version, title: 'Another name' }).expect(200);
    expect(retitled.body.slug).toBe('stable-name');
  });

  it('removes nobody when the capacity falls below the guests', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, { capacity: 3 });
    for (let guests = 0; guests < 3; guests += 1) await makeAttendee(api.database, event);
    const changed = await send('patch', `/${event.id}`, { version: 1, capacity: 1 }).expect(200);
    expect(changed.body).toMatchObject({ capacity: 1, counts: { confirmed: 3 } });
    expect(await seatsOf(event.id)).toMatchObject({ capacity: 1, ceiling: 3, taken: 3 });
  });

  it('lets the head of the queue move up when the capacity rises', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, { capacity: 1 });
    await makeAttendee(api.database, event);
    const first = await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    const changed = await send('patch', `/${event.id}`, { version: 1, capacity: 2 }).expect(200);
    expect(changed.body.counts).toMatchObject({ confirmed: 2, waitlisted: 1 });
    const [row] = await api.database.sql('select status from attendees where id = $1', [first.id]);
    expect(row).toEqual({ status: 'confirmed' });
  });

  it('answers for an event of another organization as for one that does not exist', async () => {
    const { send } = await guild();
    const theirs = await makeEvent(api.database, (await makeOrganization(api.database)).id);
    const refused = await send('patch', `/${theirs.id}`, { version: 1, title: 'Mine' }).expect(404);
    const missing = await send('patch', '/00000000-0000-7000-8000-000000000000', {
      version: 1,
      title: 'Mine',
    }).expect(404);
    expect(refused.body).toEqual(missing.body);
  });
});

describe('publishing and cancelling', () => {
  it('publishes a draft once', async () => {
    const { send } = await guild();
    const made = await send('post', '', evening).expect(201);
    const published = await send('post', `/${made.body.id}/publish`).expect(200);
    expect(published.body).toMatchObject({
      state: 'published',
      publishedAt: expect.stringContaining('2026-09-01'),
    });
    const again = await send('post', `/${made.body.id}/publish`).expect(409);
    expect(again.body.code).toBe('event-not-draft');
  });

  it('tells everybody who is expected, ends the holds, and keeps the page with its reason', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, { capacity: 2 });
    const going = await makeAttendee(api.database, event, { came: false });
    const waiting = await makeAttendee(api.database, event, { status: 'waitlisted', came: false });
    const held = await makeAttendee(api.database, event, { status: 'held', came: false });
    await makeAttendee(api.database, event, { status: 'cancelled', came: false });
    await api.database.sql('update attendees set seat = true where id = $1', [held.id]);
    await api.database.sql('update event_seats set taken = 2, held = 1 where event_id = $1', [event.id]);

    const cancelled = await send('post', `/${event.id}/cancel`, { reason: 'The room has no power.' }).expect(
      200,
    );
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      cancelReason: 'The room has no power.',
      counts: { confirmed: 1, waitlisted: 1, held: 0, cancelled: 2 },
    });
    const told = await api.database.sql<{ subject_id: string }>(
      `select subject_id from mails where kind = 'event-cancelled' and organization_id = $1`,
      [organization.id],
    );
    expect(told.map(({ subject_id }) => subject_id).sort()).toEqual([going.id, waiting.id].sort());
    expect(await seatsOf(event.id)).toEqual({ capacity: 2, ceiling: 2, taken: 1, held: 0 });
    const page = await api.http.get(`/api/v1/events/${event.slug}`).expect(200);
    expect(page.body).toMatchObject({ state: 'cancelled', cancelReason: 'The room has no power.' });
  });

  it('cancels once, and a cancelled event changes no more', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id);
    await send('post', `/${event.id}/cancel`, { reason: 'Rain' }).expect(200);
    expect((await send('post', `/${event.id}/cancel`, { reason: 'Rain' }).expect(409)).body.code).toBe(
      'event-cancelled',
    );
    expect((await send('patch', `/${event.id}`, { version: 2, title: 'Sun' }).expect(409)).body.code).toBe(
      'event-cancelled',
    );
  });

  it('tells nobody of a draft that nobody could see', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, { state: 'draft' });
    await makeAttendee(api.database, event, { came: false });
    await send('post', `/${event.id}/cancel`, { reason: 'Never mind' }).expect(200);
    expect(
      await api.database.sql('select 1 from mails where organization_id = $1', [organization.id]),
    ).toEqual([]);
    await api.http.get(`/api/v1/events/${event.slug}`).expect(404);
  });

  it('does not cancel an evening that has been', async () => {
    const { organization, send } = await guild();
    const event = await makeEvent(api.database, organization.id, {
      startsLocal: '2026-08-01T18:00',
      endsLocal: '2026-08-01T20:00',
    });
    expect((await send('post', `/${event.id}/cancel`, { reason: 'Late' }).expect(409)).body.code).toBe(
      'event-over',
    );
  });
});
