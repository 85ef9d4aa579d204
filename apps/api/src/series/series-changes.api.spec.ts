import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee } from '../../../../test/support/factories.ts';
import { type SeriesBody, makeGuild } from '../../../../test/support/series.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

async function aSeries() {
  const guild = await makeGuild(api);
  const series = await guild.repeat();
  const { send } = guild;
  const eventOf = (day: string) => series.dates.find((date) => date.day === day)!.eventId;
  const read = async (day: string) => (await send('get', `/events/${eventOf(day)}`).expect(200)).body;
  const edit = async (day: string, change: object) => {
    const { version } = await read(day);
    return send('patch', `/events/${eventOf(day)}`, { ...change, version }).expect(200);
  };
  const now = async () => (await send('get', `/series/${series.id}`).expect(200)).body as SeriesBody;
  const follow = async (day: string, parts: string[], version?: number) =>
    send('post', `/series/${series.id}/following`, {
      ...{ eventId: eventOf(day), parts, version: version ?? (await now()).version },
    });
  const guest = (day: string) =>
    makeAttendee(api.database, { id: eventOf(day), organizationId: guild.organization.id }, { came: false });
  return { ...guild, series, eventOf, read, edit, now, follow, guest };
}

const mails = async (organizationId: string) =>
  (await api.database.sql('select kind from mails where organization_id = $1', [organizationId])).length;

describe('a date that is edited alone', () => {
  it('changes no other, and says in what it differs', async () => {
    const { edit, now } = await aSeries();
    await edit('2026-11-03', { title: 'Cold ears, outdoors', plusOnes: 2 });
    const { dates } = await now();
    expect(dates.filter(({ differs }) => differs.length > 0)).toMatchObject([
      { day: '2026-11-03', title: 'Cold ears, outdoors', differs: ['title', 'rules'] },
    ]);
  });
});

describe('what a date gives to all following ones', () => {
  it('reaches those that follow and those made later, and none before', async () => {
    const { edit, read, follow, now, series } = await aSeries();
    await edit('2026-11-03', {
      ...{ startsLocal: '2026-11-03T20:00', endsLocal: '2026-11-03T22:00', place: 'The barn' },
    });
    const done = await follow('2026-11-03', ['time', 'place']);
    expect(done.body).toEqual({ changed: 3, kept: [] });
    expect(await read('2026-10-27')).toMatchObject({ startsLocal: '2026-10-27T19:00', version: 2 });
    expect(await read('2026-11-10')).toMatchObject({
      ...{ startsLocal: '2026-11-10T20:00', endsLocal: '2026-11-10T22:00', place: 'The barn', version: 3 },
      startsAt: '2026-11-11T04:00:00.000Z',
    });
    const after = await now();
    expect(after.dates.flatMap(({ differs }) => differs)).toEqual([]);
    expect(after.later[0]?.startsAt).toBe('2026-12-02T04:00:00.000Z');
    expect(after.version).toBe(series.version + 1);
  });

  it('leaves a part that was changed by hand, lists it, and changes the others of that date', async () => {
    const { edit, read, follow } = await aSeries();
    await edit('2026-11-17', { startsLocal: '2026-11-17T18:00' });
    await edit('2026-10-27', {
      ...{ startsLocal: '2026-10-27T20:00', endsLocal: '2026-10-27T22:00', title: 'Warm ears' },
    });
    const { body } = await follow('2026-10-27', ['time', 'title']);
    expect(body).toMatchObject({ changed: 4, kept: [{ day: '2026-11-17', differs: ['time'] }] });
    expect(await read('2026-11-17')).toMatchObject({ startsLocal: '2026-11-17T18:00', title: 'Warm ears' });
    // The drift stays known: the next change leaves it again.
    await edit('2026-10-27', { startsLocal: '2026-10-27T20:30' });
    const again = await follow('2026-10-27', ['time']);
    expect(again.body).toMatchObject({ changed: 3, kept: [{ day: '2026-11-17' }] });
    expect((await read('2026-11-10')).startsLocal).toBe('2026-11-10T20:30');
  });

  it('keeps RSVPs opening and closing at their distance from a start that moves', async () => {
    const { edit, read, follow } = await aSeries();
    await edit('2026-10-27', { closesLocal: '2026-10-27T17:00' });
    await follow('2026-10-27', ['rules']);
    expect((await read('2026-11-10')).closesLocal).toBe('2026-11-10T17:00');
    await edit('2026-10-27', { startsLocal: '2026-10-27T20:00' });
    await follow('2026-10-27', ['time']);
    expect(await read('2026-11-10')).toMatchObject({
      startsLocal: '2026-11-10T20:00',
      closesLocal: '2026-11-10T18:00',
    });
  });

  it('tells guests nothing by itself, and lets those who wait have the seats there are', async () => {
    const { organization, edit, follow, guest, eventOf } = await aSeries();
    for (let seat = 0; seat < 3; seat += 1) await guest('2026-11-10');
    const before = await mails(organization.id);
    await edit('2026-10-27', { place: 'The barn', capacity: 20 });
    await follow('2026-10-27', ['place', 'capacity']);
    expect(await mails(organization.id)).toBe(before);
    const [seats] = await api.database.sql<{ capacity: number; taken: number }>(
      'select capacity, taken from event_seats where event_id = $1',
      [eventOf('2026-11-10')],
    );
    expect(seats).toEqual({ capacity: 20, taken: 3 });
  });

  it('is refused on a series that somebody else changed meanwhile, and for a date of another one', async () => {
    const { edit, follow, series, send } = await aSeries();
    const other = await aSeries();
    await edit('2026-10-27', { title: 'Warm ears' });
    await follow('2026-10-27', ['title']);
    expect((await follow('2026-10-27', ['title'], series.version)).body.code).toBe('changed-meanwhile');
    const foreign = { eventId: other.eventOf('2026-10-27'), parts: ['title'], version: series.version + 1 };
    await send('post', `/series/${series.id}/following`, foreign).expect(404);
  });

  it('touches no cancelled date and brings none back', async () => {
    const { edit, follow, send, eventOf, now, read } = await aSeries();
    await send('post', `/events/${eventOf('2026-11-10')}/cancel`, { reason: 'Holiday' }).expect(200);
    await edit('2026-10-27', { title: 'Warm ears' });
    expect((await follow('2026-10-27', ['title'])).body.changed).toBe(3);
    expect(await read('2026-11-10')).toMatchObject({ title: 'Cold ears', state: 'cancelled' });
    expect((await now()).dates.filter(({ day }) => day === '2026-11-10')).toHaveLength(1);
  });
});

describe('what everybody reads of a series', () => {
  it('is called as its latest published date is, whatever a draft gave to those that follow', async () => {
    const { organization, series, send, edit, follow, eventOf } = await aSeries();
    const [row] = await api.database.sql<{ slug: string }>('select slug from event_series where id = $1', [
      series.id,
    ]);
    const page = `/o/${organization.slug}/series/${row!.slug}`;
    const seen = async () => {
      const [shown, feed] = [await api.http.get(page), await api.http.get(`${page}/calendar.ics`)];
      expect([shown.status, feed.status]).toEqual([200, 200]);
      return {
        page: /<h1[^>]*>([^<]*)/.exec(shown.text)?.[1],
        feed: /^X-WR-CALNAME:(.*)\r$/m.exec(feed.text)?.[1],
      };
    };
    const draft = '2026-11-17';
    // As where dates are made for somebody to look at before anybody else does.
    await api.database.sql(`update events set state = 'draft', published_at = null where id = any($1)`, [
      [eventOf(draft), eventOf('2026-11-24')],
    ]);
    await edit(draft, { title: 'The secret guest' });
    await follow(draft, ['title']);
    await edit('2026-11-10', { title: 'Cold ears, outdoors' });
    expect(await seen()).toEqual({ page: 'Cold ears', feed: 'Cold ears' });
    await send('post', `/events/${eventOf(draft)}/publish`).expect(200);
    expect(await seen()).toEqual({ page: 'The secret guest', feed: 'The secret guest' });
  });
});

describe('the end of a series', () => {
  it('cancels what nobody answered, keeps and lists dates with guests, and makes no more', async () => {
    const { series, send, guest, now, organization } = await aSeries();
    await guest('2026-11-17');
    const before = await mails(organization.id);
    const end = await send('post', `/series/${series.id}/end`, {
      ...{ from: '2026-11-10', version: series.version },
    }).expect(200);
    expect(end.body).toMatchObject({ cancelled: 2, kept: [{ day: '2026-11-17', guests: 1 }] });
    const after = await now();
    expect(after).toMatchObject({ running: false, later: [] });
    expect(after.dates.map(({ day, state }) => `${day} ${state}`)).toEqual([
      ...['2026-10-20 published', '2026-10-27 published', '2026-11-03 published', '2026-11-10 cancelled'],
      ...['2026-11-17 published', '2026-11-24 cancelled'],
    ]);
    expect(await mails(organization.id)).toBe(before);
  });

  it('may lie ahead: dates until then are still to be made', async () => {
    const { series, send, now } = await aSeries();
    const end = await send('post', `/series/${series.id}/end`, {
      ...{ from: '2026-12-16', version: series.version },
    }).expect(200);
    expect(end.body).toEqual({ cancelled: 0, kept: [] });
    expect(await now()).toMatchObject({
      running: true,
      later: [{ day: '2026-12-01' }, { day: '2026-12-08' }, { day: '2026-12-15' }],
    });
  });
});
