import { newId } from '#libs/domain';
import { words } from '#libs/words';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeAttendee, makeEvent, makeOrganization } from '../../../../test/support/factories.ts';
import { publicCss } from './public.css.ts';

let api: Api;
let organization: Awaited<ReturnType<typeof makeOrganization>>;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  organization = await makeOrganization(api.database, { name: 'Los Angeles Sound Guild' });
});

afterAll(() => api.stop());

const evening = (given: object = {}) => makeEvent(api.database, organization.id, given);
const pageOf = async ({ slug }: { slug: string }) => (await api.http.get(`/e/${slug}`).expect(200)).text;

/** What a program reads: the JSON of the page's only block of structured data. */
function structuredData(html: string): Record<string, unknown> {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(blocks).toHaveLength(1);
  return JSON.parse(blocks[0]?.[1] ?? '') as Record<string, unknown>;
}

describe('the page of an event', () => {
  it('says when in the zone of the event by name, where, who hosts and how many seats are left', async () => {
    const html = await pageOf(await evening({ capacity: 12 }));
    expect(html).toContain(
      '<time dateTime="2026-10-20T01:00:00.000Z">Monday 19 October 2026, 18:00 to 21:00, Los Angeles time (PDT)</time>',
    );
    expect(html).toContain('Arts District, Los Angeles');
    expect(html).toContain('Los Angeles Sound Guild');
    expect(html).toContain('12 seats left');
    expect(html).not.toContain('1200 East 5th Street');
  });

  it('carries Open Graph, a canonical address and structured data with the public place alone', async () => {
    const event = await evening();
    const html = await pageOf(event);
    expect(html).toContain(`<link rel="canonical" href="${api.url}/e/${event.slug}"/>`);
    expect(html).toContain(`<meta property="og:title" content="${event.title}"/>`);
    expect(structuredData(html)).toMatchObject({
      '@type': 'Event',
      name: event.title,
      startDate: '2026-10-19T18:00:00-07:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: 'Arts District', address: 'Los Angeles' },
      url: `${api.url}/e/${event.slug}`,
    });
  });

  it('runs nothing that somebody wrote into a title, a place or a description', async () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
    const event = await evening({
      title: attack,
      place: attack,
      description: `# Hello\n${attack}\n\n[click](javascript:alert(1)) [fine](https://example.org) ![spy](https://example.org/x.png)\n\n<iframe src="https://example.org"></iframe>`,
    });
    const html = await pageOf(event);
    expect(structuredData(html)).toMatchObject({ name: attack, location: { name: attack } });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|iframe)/);
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain('<a href="https://example.org" rel="nofollow noopener noreferrer">fine</a>');
    expect(html).toContain('<h3>Hello</h3>');
  });

  it('would have run it, had the JSON not been escaped (the control)', () => {
    const naive = `<script type="application/ld+json">${JSON.stringify({ name: '</script><script>alert(1)</script>' })}</script>`;
    expect(naive.match(/<script/g)).toHaveLength(2);
  });

  it('says that works are heard, how, and until when one can be brought', async () => {
    const event = await evening();
    await api.database.sql(
      `insert into critique_sessions (id, organization_id, event_id, format, title, critics_per_work, rules, deadline_local,
         deadline_at, created_at)
       values ($1, $2, $3, 'tables', 'Songwriting <circle>', 2, 'For those who come.', '2026-10-02T12:00', '2026-10-02T19:00Z', app_now())`,
      [newId(), organization.id, event.id],
    );
    const html = await pageOf(event);
    expect(html).toContain('Songwriting &lt;circle&gt;');
    expect(html).toContain('Works are heard at small tables, each by 2 critics.');
    expect(html).toContain('until Friday 2 October 2026, 12:00, Los Angeles time (PDT)');
    expect(html).not.toContain('For those who come.');
    await api.setTime('2026-10-02T19:00:00Z');
    expect(await pageOf(event)).toContain(words.critiqueInvitation.closed);
  });

  it('is small and works without any script: at most 20 KB, and 10 KB of style', async () => {
    const html = await pageOf(await evening({ description: 'word '.repeat(400) }));
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(publicCss)).toBeLessThanOrEqual(10_000);
    expect(html.match(/<script(?! type="application\/ld\+json")/g)).toBeNull();
    expect(html).not.toMatch(/\son[a-z]+="/);
  });

  it('offers the waitlist when the room is full', async () => {
    const event = await evening({ capacity: 1 });
    await makeAttendee(api.database, event, { came: false });
    const html = await pageOf(event);
    expect(html).toContain('Full. You join the waitlist');
    expect(html).toContain('>Join the waitlist</button>');
  });

  it('stays with a banner and the reason when the event is cancelled, and takes no RSVP', async () => {
    const event = await evening();
    await api.database.sql(
      "update events set state = 'cancelled', cancelled_at = app_now(), cancel_reason = 'The roof <b>leaks</b>.' where id = $1",
      [event.id],
    );
    const html = await pageOf(event);
    expect(html).toContain('This event is cancelled');
    expect(html).toContain('The roof &lt;b&gt;leaks&lt;/b&gt;.');
    expect(html).not.toContain('<form');
    expect(structuredData(html)['eventStatus']).toBe('https://schema.org/EventCancelled');
  });

  it('leads on from an address it had before, and hides drafts', async () => {
    const event = await evening();
    await api.database.sql('insert into event_slugs (slug, organization_id, event_id) values ($1, $2, $3)', [
      `before-${event.slug}`,
      organization.id,
      event.id,
    ]);
    await api.http.get(`/e/before-${event.slug}`).expect(301).expect('location', `/e/${event.slug}`);
    const draft = await evening({ state: 'draft' });
    await api.http.get(`/e/${draft.slug}`).set('accept', 'text/html').expect(404);
  });

  it('changes nothing by being looked at, and refuses a form from another site or without its token', async () => {
    const event = await evening();
    const page = await api.http.get(`/e/${event.slug}`);
    const cookie = (page.headers['set-cookie'] as unknown as string[])
      .map((one) => one.split(';')[0])
      .join('; ');
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const fields = { name: 'X', email: 'cross@example.org' };
    const send = () => api.http.post(`/e/${event.slug}/rsvp`).type('form');
    await send().set('cookie', cookie).send(fields).expect(403);
    await send()
      .send({ ...fields, formToken })
      .expect(403);
    await send()
      .set('cookie', cookie)
      .set('origin', 'https://evil.example')
      .send({ ...fields, formToken })
      .expect(403);
    expect(await api.database.sql('select 1 from attendees where event_id = $1', [event.id])).toEqual([]);
    await send()
      .set('cookie', cookie)
      .set('origin', api.url)
      .send({ ...fields, formToken })
      .expect(200);
    expect(await api.database.sql('select 1 from attendees where event_id = $1', [event.id])).toHaveLength(1);
  });
});

describe('the page of an organization', () => {
  it('lists what is coming, soonest first, and nothing that is over, cancelled, a draft or of somebody else', async () => {
    const guild = await makeOrganization(api.database, { name: 'Foley & Friends' });
    const at = (title: string, day: string, given: object = {}) =>
      makeEvent(api.database, guild.id, {
        title,
        startsLocal: `${day}T18:00`,
        endsLocal: `${day}T21:00`,
        ...given,
      });
    await at('Second', '2026-11-20');
    await at('First', '2026-11-10');
    await at('Secret draft', '2026-11-12', { state: 'draft' });
    await at('Long over', '2026-09-12');
    await makeEvent(api.database, organization.id, { title: 'Not ours' });
    const { text } = await api.http.get(`/o/${guild.slug}?utm_source=mail`).expect(200);
    expect(text).toContain('Foley &amp; Friends');
    expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'));
    for (const hidden of ['Secret draft', 'Long over', 'Not ours']) expect(text).not.toContain(hidden);
    await api.http.get('/o/nobody').set('accept', 'text/html').expect(404);
  });
});
