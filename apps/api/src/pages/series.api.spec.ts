import { type Api, startApi } from '../../../../test/support/api.ts';
import { readCalendar } from '../../../../test/support/calendars.ts';
import { type SeriesBody, makeGuild } from '../../../../test/support/series.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

const pathOf = ({ pageUrl }: SeriesBody) => new URL(pageUrl).pathname;

describe('the page of a series', () => {
  it('has the dates that are announced, and nothing that confirmed people alone may know', async () => {
    const { organization, event, repeat, send } = await makeGuild(api);
    const series = await repeat();
    await send('post', `/events/${series.dates[2]?.eventId}/cancel`, { reason: 'Holiday' }).expect(200);
    expect(pathOf(series)).toBe(`/o/${organization.slug}/series/cold-ears`);
    const { text } = await api.http.get(pathOf(series)).expect(200);
    expect(text).toContain('<h1>Cold ears</h1>');
    expect([...text.matchAll(/href="\/e\/([^"]+)"/g)].map(([, slug]) => slug)).toEqual([
      event.slug,
      ...['2026-10-27', '2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'].map(
        (day) => `cold-ears-${day}`,
      ),
    ]);
    expect(text.match(/Cancelled/g)).toHaveLength(1);
    expect(text).not.toContain(event.privatePlace);
    const page = await api.http.get(`/e/${event.slug}`).expect(200);
    expect(page.text).toContain(`href="${pathOf(series)}">All dates</a>`);
    for (const name of ['no-such-series', 'cold-ears.ics']) {
      await api.http.get(`/o/${organization.slug}/series/${name}`).expect(404);
    }
  });

  it('shows no draft, and is not there while nothing is published', async () => {
    const { event, repeat } = await makeGuild(api);
    await api.database.sql(`update events set state = 'draft', published_at = null where id = $1`, [
      event.id,
    ]);
    const series = await repeat({ announces: false });
    await api.http.get(pathOf(series)).expect(404);
    await api.http.get(`${pathOf(series)}/calendar.ics`).expect(404);
    await api.database.sql(`update events set state = 'published', published_at = app_now() where id = $1`, [
      series.dates[1]?.eventId,
    ]);
    const { text } = await api.http.get(pathOf(series)).expect(200);
    expect([...text.matchAll(/href="\/e\//g)]).toHaveLength(1);
  });

  it('is a calendar too, in which each date starts at seven by its own zone', async () => {
    const { repeat } = await makeGuild(api);
    const { text } = await api.http.get(`${pathOf(await repeat())}/calendar.ics`).expect(200);
    const calendar = readCalendar(text);
    expect(calendar).toMatchObject({ name: 'Cold ears', method: 'PUBLISH', zones: ['America/Los_Angeles'] });
    expect(calendar.entries.map(({ start }) => start.toISOString())).toEqual([
      ...['2026-10-21T02:00:00.000Z', '2026-10-28T02:00:00.000Z', '2026-11-04T03:00:00.000Z'],
      ...['2026-11-11T03:00:00.000Z', '2026-11-18T03:00:00.000Z', '2026-11-25T03:00:00.000Z'],
    ]);
    expect(new Set(calendar.entries.map(({ uid }) => uid)).size).toBe(6);
    expect(text.match(/DTSTART;TZID=America\/Los_Angeles:\d{8}T190000/g)).toHaveLength(6);
  });
});
