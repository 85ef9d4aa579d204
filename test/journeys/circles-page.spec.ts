import { app } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { answerCircle, circleCall, plannedCircle } from '../support/circles.ts';
import { type Evening, type Guest, nextEvening, startEvening } from '../support/evening.ts';
import { makeIntroducedPair } from '../support/mails.ts';

// The host's screen of circles in a browser: by keys alone on a desk, by touch on a phone, and the person's own page.

const words = app.circles;
const patience = 120_000;
const names = [
  'Ana Lind',
  'Ben Ode',
  'Cem Kaya',
  'Dana Wu',
  'Eli Roth',
  'Fay Moss',
  'Gus Hale',
  'Hal Ito',
  'Ida Berg',
];

let first: Evening;
let evening: Evening;
let guests: Guest[];
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  first = await startEvening({ webFolder: await builtWeb() });
  browser = await launchBrowser();
}, patience);
beforeEach(async () => {
  evening = await nextEvening(first);
  guests = [];
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await first.stop();
});

async function inviteAll(): Promise<void> {
  for (const name of names) guests.push(await evening.guest({ name }));
}

async function opened(made: Promise<BrowserContext>, path?: string, cookie = evening.host): Promise<Page> {
  context = await made;
  const { api, organizationId, eventId } = evening;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: api.url }]);
  const [organization] = await api.database.sql<{ slug: string }>(
    'select slug from organizations where id = $1',
    [organizationId],
  );
  const page = await context.newPage();
  await page.goto(`${api.url}${path ?? `/app/${organization?.slug ?? ''}/events/${eventId}/circles`}`);
  return page;
}

const standings = async (): Promise<string[]> =>
  (await circleCall<{ circles: { standing: string }[] }>(evening, 'get')).body.circles.map(
    ({ standing }) => standing,
  );

describe('a host at the circles of an evening', () => {
  it(
    'reads why there can be none among three people',
    async () => {
      for (const name of names.slice(0, 3)) await evening.guest({ name });
      const page = await opened(newPhone(browser));
      await page.getByRole('heading', { name: words.tooFew }).waitFor();
      await expectAccessible(page);
    },
    patience,
  );

  it(
    'starts one by keys alone, with four evenings filled in, and reads when the questions leave',
    async () => {
      await inviteAll();
      const page = await opened(newDesktop(browser));
      await page.getByRole('heading', { name: words.none }).waitFor();
      await page.keyboard.press('n');
      await page.getByRole('heading', { name: words.form.title }).waitFor();
      // The name has the focus; what follows is reached by Tab.
      await page.keyboard.type('Late mixes');
      await page.keyboard.press('Tab');
      await page.keyboard.type('roth');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: words.form.remove('Eli Roth') }).waitFor();
      await page.getByLabel(words.form.find).fill('');
      for (const name of ['Ana Lind', 'Ben Ode', 'Cem Kaya']) {
        await page.getByRole('checkbox', { name }).focus();
        await page.keyboard.press('Space');
      }
      await expectAccessible(page);
      await page.getByRole('button', { name: words.form.save(4) }).press('Enter');
      await page.getByText(words.leaves('Wed 21 Oct 2026, 10:00 (PDT)')).waitFor();
      const [circle] = (await circleCall<{ circles: { chosen: string[] }[] }>(evening, 'get')).body.circles;
      expect(circle?.chosen).toEqual(['Eli Roth', 'Ana Lind', 'Ben Ode', 'Cem Kaya']);
    },
    patience,
  );

  it(
    'is told beside the field what is missing, and loses nothing typed',
    async () => {
      await inviteAll();
      const page = await opened(newPhone(browser));
      await page.getByRole('button', { name: words.start }).click();
      for (const name of names.slice(0, 4)) await page.getByRole('checkbox', { name }).check();
      await page.getByRole('button', { name: words.form.save(4) }).click();
      await page.getByText(words.form.nameNeeded).waitFor();
      await page.getByLabel(words.form.name).fill('Late mixes');
      await page.getByRole('textbox', { name: words.form.date(2) }).fill('2026-10-22T18:30');
      await page.getByRole('button', { name: words.form.save(4) }).click();
      await page.locator('[name="dates.1"][aria-invalid="true"]').waitFor();
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(4);
      await expectAccessible(page);
      expect(await standings()).toEqual([]);
    },
    patience,
  );

  it(
    'starts from two who both wished for a group, and takes back with ten seconds to think again',
    async () => {
      await inviteAll();
      const pair = await makeIntroducedPair(evening.api.database, {
        id: evening.eventId,
        organizationId: evening.organizationId,
      });
      await evening.api.database.sql(
        'update introduction_sides set circle_wished_at = app_now() where introduction_id = $1',
        [pair.id],
      );
      const page = await opened(newPhone(browser, { viewport: { width: 320, height: 700 } }));
      await page.getByRole('button', { name: words.fromWish }).click();
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
      await page.getByLabel(words.form.name).fill('A'.repeat(80));
      for (const name of names.slice(0, 6)) await page.getByRole('checkbox', { name }).check();
      expect(await page.getByRole('checkbox', { name: 'Gus Hale' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: words.form.save(8) }).click();
      await page.getByRole('button', { name: words.takeBack }).waitFor();
      expect(await page.getByText(words.fromWish).count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.getByRole('button', { name: words.takeBack }).click();
      await page.getByRole('button', { name: app.undo.undo }).click();
      expect(await standings()).toEqual(['planned']);
      await page.getByRole('button', { name: words.takeBack }).click();
      // Leaving applies what waits.
      await page.goto('about:blank');
      await page.goBack();
      await page.getByText(words.standings.withdrawn).waitFor();
      expect(await standings()).toEqual(['withdrawn']);
    },
    patience,
  );

  it(
    'reads of an open one how many are in it, and never who',
    async () => {
      await inviteAll();
      const id = await plannedCircle(evening, guests.slice(0, 6));
      await evening.pass('2026-10-21T10:05');
      for (const guest of guests.slice(0, 4)) await answerCircle(evening, guest, id, 'yes');
      const page = await opened(newDesktop(browser));
      await page.getByText(words.asked).waitFor();
      await evening.pass('2026-10-21T17:00');
      await page.reload();
      await page.getByText(words.members(4)).waitFor();
      await page.getByText(words.chosen(names.slice(0, 6))).waitFor();
      await expectAccessible(page);
    },
    patience,
  );
});

describe('a person at their own page', () => {
  it(
    'finds the circles they are asked about or are in, and nothing of others',
    async () => {
      await inviteAll();
      const id = await plannedCircle(evening, guests.slice(0, 6));
      const [ana, , , , , fay, gus] = guests;
      if (ana === undefined || fay === undefined || gus === undefined) throw new Error('nobody');
      const mine = async ({ personId }: Guest) =>
        (await evening.api.http.get('/me').set('cookie', await evening.api.cookieOf(personId))).text;
      expect(await mine(ana)).not.toContain('Field recording');
      await evening.pass('2026-10-21T10:05');
      expect(await mine(ana)).toContain('Would you like to be part of it?');
      expect(await mine(gus)).not.toContain('Field recording');
      for (const guest of guests.slice(0, 4)) await answerCircle(evening, guest, id, 'yes');
      expect(await mine(ana)).toContain('You said yes.');
      await evening.pass('2026-10-21T17:00');
      const page = await opened(newPhone(browser), '/me', await evening.api.cookieOf(ana.personId));
      await page.getByText('Please tick the dates that suit you.').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Field recording' }).click();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Send my dates' }).click();
      await page.getByText('Your dates are saved.').waitFor();
      await expectAccessible(page);
      expect(await mine(fay)).not.toContain('Ana Lind');
      await page.goto(`${evening.api.url}/me/introductions`);
      await page.getByRole('link', { name: 'See your circles' }).click();
      await page.getByRole('heading', { name: 'Your circles' }).waitFor();
      await answerCircle(evening, fay, id, 'no');
      expect(await mine(fay)).not.toContain('Field recording');
    },
    patience,
  );
});
