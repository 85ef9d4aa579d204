import { app, doorApp } from '#libs/words';
import type { Browser } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { launchBrowser, newPhone } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { giveDoorLink, isOpen, openLink, toTab, typeCode } from '../support/door-phones.ts';
import { makeAttendee, makePerson } from '../support/factories.ts';
import { makePanelEvening, panelDesk } from '../support/panel-evening.ts';
import { smallTargets } from '../support/touch-targets.ts';

// What people press at an evening, on a phone of 390 pixels, standing, with a glass in the other hand.

const patience = 120_000;
let api: Api;
let browser: Browser;

beforeAll(async () => {
  api = await startApi({ webFolder: await copyOfBuiltWeb(), time: '2026-10-20T02:00:00Z' });
  browser = await launchBrowser();
}, 240_000);

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await api.stop();
});

describe('what is pressed by finger', () => {
  it('is looked for everywhere: what is too small is found, and a link within a sentence is none', async () => {
    const page = await (await newPhone(browser)).newPage();
    await page.setContent(`<style>button { width: 60px; height: 48px }</style>
      <button>Large</button> <button style="height: 44px">Low</button> <button style="width: 30px">Thin</button>
      <p>Read <a href="/a">the rules</a> first.</p> <p><a href="/b">Alone</a></p>
      <label style="display: block; height: 48px"><input type="checkbox"> Ticked by its label</label> <input type="checkbox">`);
    const found = await smallTargets(page);
    expect(found.map((one) => one.replace(/ \d+ × \d+$/, ''))).toEqual([
      'button “Low”',
      'button “Thin”',
      'a “Alone”',
      'input “”',
    ]);
  });

  it(
    'is 48 pixels high and wide at the door',
    async () => {
      const { event } = await makePanelEvening(api);
      for (const status of ['confirmed', 'waitlisted'] as const)
        await makeAttendee(api.database, event, {
          person: await makePerson(api.database),
          came: false,
          status,
        });
      const given = await giveDoorLink(api, event);
      const page = await openLink(browser, given);
      await page.getByLabel(doorApp.opening.code, { exact: true }).waitFor();
      expect(await smallTargets(page)).toEqual([]);
      await typeCode(page, given.code);
      await isOpen(page);
      for (const tab of ['scan', 'list', 'walkIn'] as const) {
        await toTab(page, tab);
        expect([tab, await smallTargets(page)]).toEqual([tab, []]);
      }
    },
    patience,
  );

  it(
    'is 48 pixels high and wide on the phones of the audience and the moderator',
    async () => {
      const evening = await makePanelEvening(api);
      const text = 'How do you record snow?';
      await panelDesk(api, evening).asked(evening.guests[1], text, { named: true });
      const page = await (await newPhone(browser)).newPage();
      for (const [{ token }, hash] of [
        [evening.guests[0], '#questions'],
        [evening.guests[0], '#contacts'],
        [evening.moderator, '#moderate'],
      ] as const) {
        await page.goto('about:blank');
        await page.goto(`${api.url}/evening/${token}${hash}`);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        if (hash !== '#contacts') await page.getByText(text).first().waitFor();
        expect([hash, await smallTargets(page)]).toEqual([hash, []]);
      }
    },
    patience,
  );

  it(
    'is 48 pixels high and wide on the agenda',
    async () => {
      const evening = await makePanelEvening(api);
      const [row] = await api.database.sql<{ slug: string }>('select slug from organizations where id = $1', [
        evening.organization.id,
      ]);
      const context = await newPhone(browser);
      const [name = '', value = ''] = evening.cookie.split('=');
      await context.addCookies([{ name, value, url: api.url }]);
      const page = await context.newPage();
      await page.goto(`${api.url}/app/${row?.slug ?? ''}/events/${evening.event.id}/agenda`);
      await page.getByText('Pia Panelist').waitFor();
      expect(await smallTargets(page)).toEqual([]);
      await page.getByRole('button', { name: app.agenda.change }).first().click();
      await page.getByLabel(app.agenda.form.start).waitFor();
      expect(await smallTargets(page)).toEqual([]);
    },
    patience,
  );
});
