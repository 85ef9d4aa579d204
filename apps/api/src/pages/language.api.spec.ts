import request from 'supertest';
import { type Api, startApi } from '../../../../test/support/api.ts';
import { makeEvent, makeOrganization, makePerson } from '../../../../test/support/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
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

it('a language that we do not speak is refused, and another host is never gone to', async () => {
  expect((await choose('xx')).status).toBe(404);
  expect((await choose('de', { back: '//evil.example/' })).headers['location']).toBe('/me');
});

it('a refusal comes in the language of its reader', async () => {
  const answer = await page('/e/no-such-evening', { 'accept-language': 'de' });
  expect(answer.status).toBe(404);
  expect(languageOfPage(answer.text)).toEqual(['de', 'ltr']);
});
