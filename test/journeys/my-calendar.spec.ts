import { words } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newPhone } from '../support/browser.ts';
import { readCalendar } from '../support/calendars.ts';
import { type Evening, RsvpDesk } from '../support/rsvp-desk.ts';
import { smallTargets } from '../support/touch-targets.ts';

// Somebody on a phone without any script gets their evenings into the calendar they use.

let api: Api;
let browser: Browser;
let desk: RsvpDesk;
let event: Evening;
let phone: BrowserContext;
let myPath: string;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-01T12:00:00Z' });
  browser = await launchBrowser();
  desk = await RsvpDesk.of(api);
  event = await desk.evening(10);
});

beforeEach(async () => {
  const person = await desk.signedIn();
  myPath = await desk.rsvpAs(event, person);
  const [name = '', value = ''] = person.cookie.split('=');
  phone = await newPhone(browser, { javaScriptEnabled: false });
  await phone.addCookies([{ name, value, url: api.url }]);
});

afterEach(() => phone.close());

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const { mine, rsvp } = words.calendar;

async function open(path: string): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(`${api.url}${path}`);
  return page;
}

/** Scripts of the check run in a browser with scripts. */
async function expectGood(path: string): Promise<void> {
  const looking = await newPhone(browser, { viewport: { width: 320, height: 640 } });
  await looking.addCookies(await phone.cookies());
  const page = await looking.newPage();
  await page.goto(`${api.url}${path}`);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await looking.close();
}

describe('one’s evenings in one’s calendar', () => {
  it('are fetched from an address that is made, replaced and turned off by buttons', async () => {
    const page = await open('/me');
    await page.click(`text=${mine.link}`);
    expect(await page.textContent('main')).toContain(mine.off);
    await page.click(`text=${mine.start}`);
    expect(await page.textContent('main')).toContain(mine.saved.renewed);
    const address = (await page.textContent('code')) ?? '';
    expect(await page.getAttribute(`text=${mine.open}`, 'href')).toBe(address.replace('http:', 'webcal:'));
    const fetched = await (await fetch(address)).text();
    expect(readCalendar(fetched).entries).toMatchObject([{ summary: event.title, status: 'CONFIRMED' }]);
    await expectGood('/me/calendar');

    await page.click(`button:has-text("${mine.renew}")`);
    expect(await page.textContent('code')).not.toBe(address);
    expect((await fetch(address)).status).toBe(410);
    await page.click(`text=${mine.end}`);
    expect(await page.textContent('main')).toContain(mine.saved.ended);
    await expectGood('/me/calendar');
  });

  it('are put there one by one from the page of the RSVP, by links that a finger meets', async () => {
    const page = await open(`${myPath}#calendar`);
    const google = new URL((await page.getAttribute(`text=${rsvp.google}`, 'href')) ?? '');
    expect(google.searchParams.get('text')).toBe(event.title);
    expect(google.searchParams.get('dates')).toBe('20261020T010000Z/20261020T040000Z');
    // The address of the page is a secret, and no other site learns it.
    for (const name of [rsvp.google, rsvp.outlook, rsvp.microsoft365]) {
      expect(await page.getAttribute(`text=${name}`, 'rel')).toBe('noreferrer');
      expect(await page.getAttribute(`text=${name}`, 'href')).not.toContain(myPath.slice('/my/'.length));
    }
    const file = await page.getAttribute(`text=${rsvp.file}`, 'href');
    const fetched = await (await fetch(`${api.url}${String(file)}`)).text();
    expect(readCalendar(fetched).entries).toMatchObject([{ summary: event.title }]);
    expect((await smallTargets(page)).filter((one) => /Calendar|Outlook|Microsoft|file/.test(one))).toEqual(
      [],
    );
  });
});
