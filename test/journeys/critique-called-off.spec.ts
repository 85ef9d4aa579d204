import { app, critiqueNow } from '#libs/words';
import type { Browser } from 'playwright-core';
import { secondsToUndo } from '../../apps/web/src/lib/intentions.ts';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { makeThere } from '../support/critique-evening.ts';
import { hostAt, sideways } from '../support/critique-host.ts';
import { makePlanDesk } from '../support/critique-plan.ts';

const { plan: words } = app.critiqueSessions;

// A session that is not held after all, or was started too soon, as its organizer and an author see it.

let api: Api;
let browser: Browser;

beforeAll(async () => {
  // An hour before the evening of the factories.
  api = await startApi({ webFolder: await builtWeb(), time: '2026-10-20T00:00:00Z' });
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
});

describe('a critique session', () => {
  it('is called off by one button that can be undone, and says so to its organizer and its authors', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(4);
    await desk.post('/plan').expect(200);
    const { page, open } = await hostAt(api, browser, desk);
    await page.clock.install();
    await open(`/${desk.id}`);
    const callOff = page.getByRole('button', { name: words.callOff });
    await callOff.click();
    await page.getByRole('button', { name: app.undo.undo }).click();
    await page.clock.fastForward(secondsToUndo * 1000);
    expect((await desk.read()).session.state).toBe('planned');
    await callOff.click();
    await page.clock.fastForward(secondsToUndo * 1000);
    await page.getByText(words.calledOff).waitFor();
    await page.getByText(app.critiqueSessions.states.calledOff, { exact: true }).waitFor();
    expect((await desk.read()).session.state).toBe('ended');
    expect(await callOff.count()).toBe(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBe(0);

    const { token } = await makeThere(
      api,
      { id: desk.event.id, organizationId: desk.organization.id },
      'Ana',
    );
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${api.url}/critique/${token}#now/${desk.id}`);
    await page.getByText(critiqueNow.after.calledOff).waitFor();
    await page.context().close();
  });

  it('goes back to its plan when it was started too soon', async () => {
    const desk = await makePlanDesk(api);
    await desk.works(4);
    await desk.post('/plan').expect(200);
    await desk.post('/start').expect(204);
    const { page, open } = await hostAt(api, browser, desk);
    await open(`/${desk.id}`);
    await page.getByRole('button', { name: words.unstart }).click();
    await page.getByRole('button', { name: words.rest }).waitFor();
    expect((await desk.read()).session.state).toBe('planned');
    await page.context().close();
  });
});
