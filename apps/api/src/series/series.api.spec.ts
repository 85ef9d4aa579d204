import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeMember, makeOrganization } from '../../../../test/support/factories.ts';
import { makeGuild, weeklyOnTuesdays } from '../../../../test/support/series.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

describe('repeating an event', () => {
  it('makes the dates of the next eight weeks at once, at seven on the wall also after the clocks changed', async () => {
    const { event, repeat, send } = await makeGuild(api);
    const series = await repeat();
    expect(series.dates.map(({ day }) => day)).toEqual([
      ...['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'],
    ]);
    // Summer time ends on 1 November.
    expect(series.dates.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      ...['02:00', '02:00', '03:00', '03:00', '03:00', '03:00'],
    ]);
    expect(series.dates[0]?.eventId).toBe(event.id);
    expect(series).toMatchObject({ running: true, firstDay: '2026-10-20', title: 'Cold ears' });
    expect(series.later.slice(0, 2).map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-08']);
    const made = (await send('get', `/events/${series.dates[2]?.eventId}`).expect(200)).body;
    expect(made).toMatchObject({
      ...{ title: 'Cold ears', place: event.place, privatePlace: event.privatePlace, capacity: 12 },
      ...{ startsLocal: '2026-11-03T19:00', endsLocal: '2026-11-03T21:30', state: 'published' },
      ...{ slug: 'cold-ears-2026-11-03', version: 2 },
    });
    expect(series.dates.every(({ differs }) => differs.length === 0)).toBe(true);
  });

  it('copies what is asked, who may come and when, panels and the mixer', async () => {
    const { event, repeat, send } = await makeGuild(api);
    await send('patch', `/events/${event.id}`, {
      ...{ version: 1, opensLocal: '2026-10-13T09:00', closesLocal: '2026-10-20T17:00', approval: true },
      ...{
        questions: [{ kind: 'short', label: 'Your role' }],
        plusOnes: 1,
        waitlist: 'offer',
        offerHours: 6,
      },
      ...{ panels: [{ topic: 'Foley' }, { topic: 'Trailers' }], mixer: { format: 'tables' } },
    }).expect(200);
    const series = await repeat();
    const made = (await send('get', `/events/${series.dates[1]?.eventId}`).expect(200)).body;
    expect(made).toMatchObject({
      ...{ opensLocal: '2026-10-20T09:00', closesLocal: '2026-10-27T17:00', approval: true, plusOnes: 1 },
      ...{
        questions: [{ label: 'Your role' }],
        waitlist: 'offer',
        offerHours: 6,
        mixer: { format: 'tables' },
      },
      panels: [{ topic: 'Foley' }, { topic: 'Trailers' }],
    });
    expect(series.dates.every(({ differs }) => differs.length === 0)).toBe(true);
  });

  it('leaves each date a draft where nobody wants it published by itself', async () => {
    const { repeat } = await makeGuild(api);
    const { dates } = await repeat({ announces: false });
    expect(dates.map(({ state }) => state).slice(0, 3)).toEqual(['published', 'draft', 'draft']);
  });

  it('never makes a date that was left out, and puts it back when asked', async () => {
    const { repeat, send } = await makeGuild(api);
    const series = await repeat({ leaveOut: ['2026-10-27', '2026-10-28'] });
    expect(series.dates.map(({ day }) => day)).not.toContain('2026-10-27');
    expect(series.later[0]).toMatchObject({ day: '2026-10-27', leftOut: true });
    expect(series.later.map(({ day }) => day)).not.toContain('2026-10-28');
    const choose = (day: string, leftOut: boolean) =>
      send('post', `/series/${series.id}/leave-out`, { day, leftOut });
    await choose('2026-12-08', true).expect(200);
    await choose('2026-12-08', true).expect(200);
    const back = await choose('2026-10-27', false).expect(200);
    expect(back.body.dates.map(({ day }: { day: string }) => day)).toContain('2026-10-27');
    expect(back.body.later.find(({ day }: { day: string }) => day === '2026-12-08').leftOut).toBe(true);
    expect((await choose('2026-12-09', true).expect(409)).body.code).toBe('series-day-unknown');
    expect((await choose('2026-11-03', true).expect(409)).body.code).toBe('series-day-unknown');
  });

  it('is refused for a date of a series, a cancelled event, and a rule that does not go with the day', async () => {
    const { event, repeat, send } = await makeGuild(api);
    const input = { ...weeklyOnTuesdays, announces: true };
    const asked = (body: object) => send('post', `/events/${event.id}/series`, body);
    const wrong = await asked({ ...input, weekdays: ['MO'] }).expect(422);
    expect(wrong.body.errors[0].pointer).toBe('/weekdays');
    await asked({ ...input, interval: 0 }).expect(422);
    await asked({ ...input, leaveOut: ['someday'] }).expect(422);
    const { dates } = await repeat();
    for (const { eventId } of dates.slice(0, 2)) {
      const again = await send('post', `/events/${eventId}/series`, input);
      expect(again.body.code).toMatch(/event-in-series|not-well-formed/);
    }
    const { event: off, send: sendOff } = await makeGuild(api);
    await sendOff('post', `/events/${off.id}/cancel`, { reason: 'No heating' }).expect(200);
    const refused = await sendOff('post', `/events/${off.id}/series`, input).expect(409);
    expect(refused.body.code).toBe('event-cancelled');
  });

  it('shows the next dates before, with what the clocks do and what else is on that day', async () => {
    const { organization, send } = await makeGuild(api);
    const night = await makeEvent(api.database, organization.id, {
      ...{ timeZone: 'Europe/Berlin', startsLocal: '2026-10-18T02:30', endsLocal: '2026-10-18T04:00' },
    });
    await makeEvent(api.database, organization.id, {
      ...{ title: 'The quiet room', startsLocal: '2026-11-01T18:00', endsLocal: '2026-11-01T20:00' },
    });
    const asked = await send('post', `/events/${night.id}/series/preview`, {
      ...{ pattern: 'weeks', interval: 1, weekdays: ['SU'] },
    }).expect(200);
    expect(asked.body.dates).toHaveLength(12);
    expect(asked.body.dates.slice(0, 2)).toMatchObject([
      { day: '2026-10-25', startsLocal: '2026-10-25T02:30', note: 'repeated-hour', other: null },
      { day: '2026-11-01', startsLocal: '2026-11-01T02:30', note: null, other: 'The quiet room' },
    ]);
    const spring = await makeEvent(api.database, organization.id, {
      ...{ timeZone: 'Europe/Berlin', startsLocal: '2027-03-21T02:30', endsLocal: '2027-03-21T04:00' },
    });
    const next = await send('post', `/events/${spring.id}/series/preview`, {
      ...{ pattern: 'weeks', interval: 1, weekdays: ['SU'] },
    }).expect(200);
    expect(next.body.dates[0]).toMatchObject({ startsLocal: '2027-03-28T03:30', note: 'skipped-hour' });
  });

  it('tells an event what series it is a date of, and how else it could be repeated', async () => {
    const { event, repeat, send } = await makeGuild(api);
    const before = await send('get', `/events/${event.id}/series`).expect(200);
    expect(before.body).toEqual({
      series: null,
      patterns: ['weeks', 'month-day', 'month-weekday'],
      differs: [],
      following: [],
    });
    const { id, dates } = await repeat();
    const after = await send('get', `/events/${dates[3]?.eventId}/series`).expect(200);
    expect(after.body).toMatchObject({ series: { id, running: true }, differs: [] });
    expect(after.body.following.map(({ day }: { day: string }) => day)).toEqual(['2026-11-17', '2026-11-24']);
    const list = await send('get', '/series').expect(200);
    expect(list.body.series).toMatchObject([{ id, made: 6, nextStartsAt: '2026-10-21T02:00:00.000Z' }]);
  });

  it('shows nothing of it to another organization', async () => {
    const { event, repeat } = await makeGuild(api);
    const { id } = await repeat();
    const other = await makeOrganization(api.database);
    const { personId } = await makeMember(api.database, other.id, 'owner');
    const cookie = await api.cookieOf(personId);
    const ask = (path: string) =>
      api.http.get(`/api/v1/organizations/${other.id}${path}`).set('cookie', cookie);
    await ask(`/series/${id}`).expect(404);
    await ask(`/events/${event.id}/series`).expect(404);
    expect((await ask('/series').expect(200)).body.series).toEqual([]);
  });
});
