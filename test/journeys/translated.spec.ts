import { newId } from '#libs/domain';
import { circleCall, circleInput } from '../support/circles.ts';
import { makeCritiqueEvening } from '../support/critique-evening.ts';
import { type Evening, at, startEvening } from '../support/evening.ts';
import { Host } from '../support/invitations.ts';
import { learnMarked, unmarkedWords } from '../support/marked-language.ts';
import { makePanelHost } from '../support/panelist.ts';
import { RsvpDesk, submit } from '../support/rsvp-desk.ts';
import { makeGuild } from '../support/series.ts';
import { somebodyEverywhere } from '../support/somebody-to-erase.ts';

// Pages for people without an account, as full as they get, in a language that marks every sentence: what stands on them
// unmarked is data, or was never in the catalogue.

const patience = 120_000;
let evening: Evening;
/** Pages as they were sent, in that language and in English. */
const [marked, english] = [new Map<string, string>(), new Map<string, string>()];

beforeAll(async () => {
  evening = await startEvening();
  learnMarked();
  await afterAnEvening();
  await evening.api.setTime('2026-10-01T12:00:00Z');
  await beforeAnEvening();
  await onAPanel();
  await withoutAnEvening();
}, patience);
afterAll(() => evening.stop());

const inLanguage = (language: string, cookie: string) => `language=${language}; ${cookie}`;

async function look(name: string, path: string, cookie = '', status = 200): Promise<void> {
  for (const [language, pages] of [['de', marked] as const, ['en', english] as const]) {
    const request = evening.api.http
      .get(path)
      .set({ accept: 'text/html', cookie: inLanguage(language, cookie) });
    pages.set(name, (await request.expect(status)).text);
  }
}

/** What is answered to a form. */
async function send(name: string, page: string, action: string, fields: Record<string, string>, cookie = '') {
  const answer = await submit(evening.api, page, action, fields, inLanguage('de', cookie));
  marked.set(name, answer.text);
}

/** Every page that a mail leads to, as long as it does. */
async function lookAtMails(when: string): Promise<void> {
  const links = /https?:\/\/[^/\s]+(\/(ask|circle|morning|follow-up|unsubscribe|my)\/\S+)/g;
  for (const { kind, text } of await evening.sent())
    for (const [, path = '', page = ''] of text.matchAll(links)) {
      const { status } = await evening.api.http.get(path);
      await look(
        `${page}, of the mail ${kind}, ${when}${status === 200 ? '' : ', closed'}`,
        path,
        '',
        status,
      );
    }
}

/** Questions, introductions, circles, and what one person reads of their own data. */
async function afterAnEvening(): Promise<void> {
  const { api, eventId } = evening;
  await api.database.sql('update events set morning_at = $2 where id = $1', [
    eventId,
    at('2026-10-20T09:00'),
  ]);
  const { ana, ben, cy, dee } = await somebodyEverywhere(evening);
  const dates = ['2026-11-18T18:30', '2026-11-24T18:30', '2026-11-25T19:00'];
  const input = { ...circleInput([ana, ben, cy, dee]), dates };
  expect((await circleCall(evening, 'post', '', input)).status).toBe(201);
  await evening.pass('2026-10-24T12:00');
  await lookAtMails('soon');
  await evening.pass('2026-11-06T12:00');
  await lookAtMails('later');
  const cookie = await api.cookieOf(ana.personId);
  const own = ['', '/introductions', '/calendar', '/mail', '/privacy', '/erase', `/rsvps/${ana.id}`];
  for (const path of [...own, `/rsvps/${ana.id}/morning`])
    await look(path.replace(ana.id, ':id'), `/me${path}`, cookie);
}

const questions = [
  { id: 'q-desk', kind: 'short', label: 'Desk', required: false, options: [] },
  { id: 'q-food', kind: 'several', label: 'Food', required: false, options: ['Nuts', 'Meat'] },
  { id: 'q-house', kind: 'agreement', label: 'House', required: false, options: [] },
];

/** Events, RSVPs and invitations. */
async function beforeAnEvening(): Promise<void> {
  const { api } = evening;
  const desk = await RsvpDesk.of(api);
  const event = await desk.evening(1);
  await api.database.sql(
    `update events set waitlist = 'offer', offer_hours = 24, plus_ones = 2, questions = $2 where id = $1`,
    [event.id, JSON.stringify(questions)],
  );
  const page = `/e/${event.slug}`;
  await look('event', page);
  await send('event, faults', page, `${page}/rsvp`, {
    email: 'nobody',
    introductions: 'yes',
    crafts: 'x'.repeat(500),
  });
  await send('event, sent', page, `${page}/rsvp`, { name: 'Ines Okafor', email: 'ines@example.org' });
  await look('confirm', await desk.confirmLink('ines@example.org'));
  const people = [await desk.signedIn(), await desk.signedIn(), await desk.signedIn()] as const;
  const [seated, waiting] = [await desk.rsvpAs(event, people[0]), await desk.rsvpAs(event, people[1])];
  await look('RSVP, going', seated);
  await look('RSVP, waiting', waiting);
  await look('event, full', page, people[2].cookie);
  await look('event, of somebody who goes', page, people[0].cookie);
  await submit(api, seated, `${seated}/cancel`);
  await look('RSVP, cancelled', seated);
  await look('RSVP, offered', waiting);
  const [organization] = await api.database.sql<{ slug: string }>(
    'select slug from organizations where id = $1',
    [desk.organizationId],
  );
  await look('organization', `/o/${organization?.slug ?? ''}`);
  const host = await Host.of(api, desk);
  await host.invite(event, 'invited@example.org');
  await look('invitation', await host.linkOf('invited@example.org'));
}

async function onAPanel(): Promise<void> {
  const host = await makePanelHost(evening.api);
  const { panelist } = await host.ask('panelist@example.org');
  await look('panelist, asked', panelist.path);
  await panelist.press('answer', { answer: 'yes' });
  await look('panelist', panelist.path);
  await look('panelist, profile', `${panelist.path}/profile`);
  await panelist.send('profile', { name: 'Ines Okafor', pronunciation: '', bio: 'Foley.', links: '' });
  await look('panelist, preview', `${panelist.path}/preview`);
  await look('event with a panel', `/e/${host.event.slug}`);
}

async function withoutAnEvening(): Promise<void> {
  const { event } = await makeCritiqueEvening(evening.api);
  await look('event with a critique session', `/e/${event.slug}`);
  const { pageUrl } = await (await makeGuild(evening.api)).repeat();
  await look('series', new URL(pageUrl).pathname);
  await look('sign in', '/sign-in');
  await send('sign in, faults', '/sign-in', '/sign-in', { email: 'nobody' });
  await send('sign in, sent', '/sign-in', '/sign-in', { email: 'ines@example.org' });
  await look('languages', '/language');
  await look('link that is used up', '/sign-in/link/nothing', '', 410);
  await look('no page', `/e/${newId()}`, '', 404);
}

/** What people wrote, with the reasons that were frozen in the language of a host, and languages by their own names. */
const data = [
  'Guild',
  'Sound after the cut: a panel and a mixer, Arts District, Los Angeles, 1200 East 5th Street',
  'What happens to a film after the picture is locked.',
  'Desk, Food, Nuts, Meat, House',
  'Anaxandra Quillmark, Cy Park, Ines Okafor, Person, Somebody zanzifex',
  'They work in mixing, they are working on zanzifex work, zanzifex craft',
  'Field recording, Foley after dark, Stage B, Foley, Songwriting circle, Cold ears',
  'English, Deutsch, Español',
];

const outside = (pages: Map<string, string>) =>
  [...pages].map(([name, html]) => ({ name, words: unmarkedWords(html, data) }));

it('every word of a page is in the catalogue or data', () => {
  expect(marked.size).toBeGreaterThan(40);
  expect(outside(marked).filter(({ words }) => words.length > 0)).toEqual([]);
});

it('a page that does not ask the catalogue is found', () => {
  expect(outside(english).filter(({ words }) => words.length < 5)).toEqual([]);
});
