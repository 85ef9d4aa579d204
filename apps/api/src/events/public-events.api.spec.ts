import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
});
afterAll(() => api.stop());

describe('what anybody may see of events', () => {
  it('lists published events that are not over, soonest first, of all organizations', async () => {
    const one = await makeOrganization(api.database, { name: 'One' });
    const two = await makeOrganization(api.database, { name: 'Two' });
    const on = (day: string, state: 'draft' | 'published' = 'published') =>
      ({ startsLocal: `${day}T18:00`, endsLocal: `${day}T21:00`, title: day, state }) as const;
    await makeEvent(api.database, one.id, on('2026-10-20'));
    await makeEvent(api.database, two.id, on('2026-10-19'));
    await makeEvent(api.database, one.id, on('2026-09-30'));
    await makeEvent(api.database, one.id, on('2026-10-21', 'draft'));
    const seen = await api.http.get('/api/v1/events').expect(200);
    expect(seen.body.events.map(({ title }: { title: string }) => title)).toEqual([
      '2026-10-19',
      '2026-10-20',
    ]);
    expect(seen.body.events[0].organization).toEqual({ name: 'Two', slug: two.slug });
    expect(seen.body.next).toBeNull();
  });

  it('come in pages without a gap or a repeat, and a made-up cursor is refused', async () => {
    const organization = await makeOrganization(api.database);
    const made: string[] = [];
    for (let count = 0; count < 55; count += 1) {
      // Five at a time begin at the same minute: the page ends between two of them.
      const day = String(1 + Math.floor(count / 5)).padStart(2, '0');
      const hours = { startsLocal: `2026-12-${day}T18:00`, endsLocal: `2026-12-${day}T21:00` };
      made.push((await makeEvent(api.database, organization.id, hours)).slug);
    }
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await api.http.get(`/api/v1/events${after}`).expect(200);
      expect(body.events.length).toBeLessThanOrEqual(50);
      seen.push(...body.events.map(({ slug }: { slug: string }) => slug));
      after = body.next === null ? '' : `?after=${String(body.next)}`;
    } while (after !== '');
    expect(seen.filter((slug) => made.includes(slug))).toHaveLength(55);
    expect(new Set(seen).size).toBe(seen.length);
    const refused = await api.http.get('/api/v1/events?after=nonsense').expect(422);
    expect(refused.body.code).toBe('not-well-formed');
  });

  it('names each field and never the private part of the place', async () => {
    const organization = await makeOrganization(api.database);
    const event = await makeEvent(api.database, organization.id, { capacity: 2 });
    await makeAttendee(api.database, event, { came: false });
    const seen = await api.http.get(`/api/v1/events/${event.slug}`).expect(200);
    expect(Object.keys(seen.body).sort()).toEqual(
      [
        'approval',
        'cancelReason',
        'capacity',
        'city',
        'closesAt',
        'description',
        'endsAt',
        'endsLocal',
        'mixer',
        'opensAt',
        'organization',
        'pageUrl',
        'panels',
        'place',
        'plusOnes',
        'questions',
        'registration',
        'seatsLeft',
        'slug',
        'startsAt',
        'startsLocal',
        'state',
        'timeZone',
        'title',
        'waitlistOpen',
      ].sort(),
    );
    expect(seen.text).not.toContain(event.privatePlace);
    expect(seen.body.seatsLeft).toBe(1);
  });

  it('shows no draft, by no address', async () => {
    const organization = await makeOrganization(api.database);
    const event = await makeEvent(api.database, organization.id, { state: 'draft' });
    const draft = await api.http.get(`/api/v1/events/${event.slug}`).expect(404);
    const nothing = await api.http.get('/api/v1/events/never-was').expect(404);
    expect(draft.body).toEqual(nothing.body);
  });

  it('come again only when the list has changed', async () => {
    const organization = await makeOrganization(api.database);
    const first = await api.http.get('/api/v1/events').expect(200);
    expect(first.headers['cache-control']).toBe('public, max-age=1');
    const tag = String(first.headers['etag']);
    const unchanged = await api.http.get('/api/v1/events').set('if-none-match', tag).expect(304);
    expect(unchanged.text).toBe('');
    await makeEvent(api.database, organization.id, {
      startsLocal: '2026-10-02T18:00',
      endsLocal: '2026-10-02T21:00',
    });
    const changed = await api.http.get('/api/v1/events').set('if-none-match', tag).expect(200);
    expect(changed.headers['etag']).not.toBe(tag);
  });
});
