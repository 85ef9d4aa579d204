import request from 'supertest';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeOrganization, makePerson } from '../../../../test/support/factories.ts';
import { Host } from '../../../../test/support/invitations.ts';
import { RsvpDesk } from '../../../../test/support/rsvp-desk.ts';

let api: Api;
let desk: RsvpDesk;
beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  desk = await RsvpDesk.of(api);
});
afterAll(() => api.stop());

const page = (path: string, headers: Record<string, string> = {}) =>
  request(api.url).get(path).set('accept', 'text/html').set(headers);

const cookiesOf = ({ headers }: { headers: unknown }): string[] =>
  ((headers as { 'set-cookie'?: string[] })['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? '');

/** The hidden field and the cookie of a form. */
async function formOf(path: string, cookie = '') {
  const answer = await page(path, cookie === '' ? {} : { cookie });
  const token = /name="formToken" value="([^"]+)"/.exec(answer.text)?.[1] ?? '';
  const given = cookiesOf(answer);
  return { token, cookie: [cookie, ...given].filter((one) => one !== '').join('; ') };
}

async function choose(language: string, { back = '/me', cookie = '' } = {}) {
  const form = await formOf(`/language?back=${encodeURIComponent(back)}`, cookie);
  return request(api.url)
    .post(`/language?back=${encodeURIComponent(back)}`)
    .set('cookie', form.cookie)
    .type('form')
    .send({ formToken: form.token, language });
}

const languageOfPage = (html: string) => /<html lang="([a-z]{2})" dir="(ltr|rtl)"/.exec(html)?.slice(1);

it('a page says its language, which is what the browser asks for where we speak it', async () => {
  const event = await makeEvent(api.database, (await makeOrganization(api.database)).id);
  const asked = async (header: string) =>
    languageOfPage((await page(`/e/${event.slug}`, { 'accept-language': header })).text);
  expect(await asked('de-AT, en;q=0.5')).toEqual(['de', 'ltr']);
  expect(await asked('es')).toEqual(['es', 'ltr']);
  expect(await asked('fr, it;q=0.5')).toEqual(['en', 'ltr']);
});

it('every page leads to the languages, and what is chosen there counts more than what the browser asks for', async () => {
  const { slug } = await makeEvent(api.database, (await makeOrganization(api.database)).id);
  expect((await page(`/e/${slug}?ref=poster`)).text).toContain(
    `href="/language?back=/e/${slug}%3Fref%3Dposter"`,
  );
  const chosen = await choose('es', { back: `/e/${slug}` });
  expect(chosen.status).toBe(303);
  expect(chosen.headers['location']).toBe(`/e/${slug}`);
  const [cookie = ''] = cookiesOf(chosen);
  const again = await page(`/e/${slug}`, { cookie, 'accept-language': 'de' });
  expect(languageOfPage(again.text)).toEqual(['es', 'ltr']);
});

it('whoever is signed in chooses for their mails too, and for nobody else', async () => {
  const [ada, ben] = [await makePerson(api.database), await makePerson(api.database)];
  await choose('de', { cookie: await api.cookieOf(ada.id) });
  const languages = async () =>
    (
      await api.database.sql<{ id: string; language: string | null }>(
        'select id, language from people where id = any ($1)',
        [[ada.id, ben.id]],
      )
    ).map(({ id, language }) => [id, language] as const);
  expect(new Map(await languages())).toEqual(
    new Map([
      [ada.id, 'de'],
      [ben.id, null],
    ]),
  );
});

describe('the mails of a guest without an account', () => {
  /** Opens a page of theirs and presses its button, in a browser that asks for a language. */
  async function press(path: string, language: string, fields: Record<string, string> = {}) {
    const opened = await page(path, { 'accept-language': language });
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(opened.text)?.[1] ?? '';
    return request(api.url)
      .post(path)
      .set({ 'accept-language': language, cookie: cookiesOf(opened).join('; ') })
      .type('form')
      .send({ formToken: hidden('formToken'), seen: hidden('seen'), ...fields })
      .expect(303);
  }
  const languageOf = async (email: string) => {
    const [row] = await api.database.sql<{ language: string | null }>(
      'select language from people where email = $1',
      [email],
    );
    return row?.language;
  };
  const ask = async (email: string, language: string) => {
    const event = await desk.evening();
    await api.http
      .post(`/api/v1/events/${event.slug}/rsvps`)
      .set('accept-language', language)
      .send({ name: 'Ines Okafor', email })
      .expect(202);
    return desk.confirmLink(email);
  };

  it('come in the language of the page on which they confirm, and of nobody who types their address', async () => {
    const link = await ask('ines@guests.example', 'de');
    expect(await languageOf('ines@guests.example')).toBeNull();
    await press(link, 'es-MX, en;q=0.5');
    expect(await languageOf('ines@guests.example')).toBe('es');
    await ask('ines@guests.example', 'de');
    expect(await languageOf('ines@guests.example')).toBe('es');
  });

  it('come in the language of the page on which they answer an invitation', async () => {
    const [event, host] = [await desk.evening(), await Host.of(api, desk)];
    await host.invite(event, 'tam@guests.example');
    await press(await host.linkOf('tam@guests.example'), 'de', { name: 'Tam' });
    expect(await languageOf('tam@guests.example')).toBe('de');
  });

  it('come as the organization speaks to whoever asks for a language that we do not speak', async () => {
    await press(await ask('bo@guests.example', 'fr'), 'fr');
    expect(await languageOf('bo@guests.example')).toBeNull();
  });

  it('come as they chose while signed in, before or after', async () => {
    const cookie = async () => {
      const [row] = await api.database.sql<{ id: string }>(`select id from people where email = $1`, [
        'cy@guests.example',
      ]);
      return api.cookieOf(row?.id ?? '');
    };
    await press(await ask('cy@guests.example', 'en'), 'de');
    await choose('es', { cookie: await cookie() });
    await press(await ask('cy@guests.example', 'en'), 'de');
    expect(await languageOf('cy@guests.example')).toBe('es');
  });
});

it('a language that we do not speak is refused, and another host is never gone to', async () => {
  expect((await choose('xx')).status).toBe(404);
  expect((await choose('de', { back: '//evil.example/' })).headers['location']).toBe('/me');
});

it('a refusal comes in the language of its reader', async () => {
  const answer = await page('/e/no-such-evening', { 'accept-language': 'de' });
  expect(answer.status).toBe(404);
  expect(languageOfPage(answer.text)).toEqual(['de', 'ltr']);
});
