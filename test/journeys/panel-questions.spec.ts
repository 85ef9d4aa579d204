import { panelQuestions } from '#libs/words';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Api, freePort, startApi } from '../support/api.ts';
import { type ApiProcess, spawnApi } from '../support/api-process.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { copyOfBuiltWeb } from '../support/built.ts';
import { type PanelEvening, makePanelEvening, panelDesk } from '../support/panel-evening.ts';
import { type Screens, apartMs, screensAt, turnsOf } from '../support/panel-screens.ts';
import { until } from '../support/worker.ts';

// The questions of a panel on every screen of the room: what one does the others see, without anybody reloading.

const patience = 120_000;
const { ask, moderate, timer, own } = panelQuestions;

let api: Api;
let served: ApiProcess;
let port: number;
let environment: Record<string, string>;
let browser: Browser;
let screens: Screens;

beforeAll(async () => {
  api = await startApi({ time: '2026-10-20T02:00:00Z' });
  port = await freePort();
  const filesFolder = api.config.files.folder;
  environment = { WEB_FOLDER: await copyOfBuiltWeb(), FILES_FOLDER: filesFolder };
  served = await spawnApi(api.database, port, environment);
  browser = await launchBrowser();
  screens = screensAt(browser, `http://127.0.0.1:${String(port)}`, async (id) => {
    const [row] = await api.database.sql<{ slug: string }>('select slug from organizations where id = $1', [
      id,
    ]);
    return row?.slug ?? '';
  });
}, patience);

afterEach(() => screens.close());

afterAll(async () => {
  await browser.close();
  await served.stop();
  await api.stop();
});

const question = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(text, { exact: true }) });
const voteFor = (page: Page, text: string): Locator =>
  question(page, text).getByRole('button', { name: panelQuestions.vote(text) });
const press = (page: Page, act: string, text: string): Promise<void> =>
  page.getByRole('button', { name: moderate.labelled(act, text), exact: true }).click();

async function askOn(page: Page, text: string, more: { named?: true; forName?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: ask.open }).click();
  await page.getByLabel(ask.text).fill(text);
  if (more.forName !== undefined) await page.getByLabel(ask.forWhom).selectOption({ label: more.forName });
  if (more.named) await page.getByLabel(ask.named).check();
  await page.getByRole('button', { name: ask.send, exact: true }).click();
  await page.getByText(ask.sent).waitFor();
}

async function room(evening: PanelEvening) {
  const [ana, ben, cleo] = evening.guests;
  const phones = [await screens.phone(ana), await screens.phone(ben), await screens.phone(cleo)] as const;
  return {
    phones,
    desk: await screens.phone(evening.moderator),
    stage: await screens.staff(evening, '/stage'),
  };
}

describe('the questions of a panel', () => {
  it(
    'are asked, voted for, joined, put on the stage, hidden and brought back, and everybody sees it',
    async () => {
      const evening = await makePanelEvening(api);
      const { phones, desk, stage } = await room(evening);
      const [ana, ben, cleo] = phones;
      await stage.getByText(panelQuestions.stage.ask).waitFor();

      await askOn(ana, 'How do you record snow?', { named: true, forName: 'Pia Panelist' });
      await askOn(ben, 'How is snow recorded?');
      for (const page of [ben, cleo]) await voteFor(page, 'How do you record snow?').click();
      await voteFor(cleo, 'How is snow recorded?').click();
      await question(desk, 'How do you record snow?').getByText(panelQuestions.votes(2)).waitFor();
      // One's own name is shown where one said so, and nobody's where one did not.
      await question(cleo, 'How do you record snow?').getByText(panelQuestions.by('Ana Asker')).waitFor();
      expect(await question(desk, 'How is snow recorded?').getByText(moderate.nobody).count()).toBe(1);
      expect(await desk.getByText('Ben Berg').count()).toBe(0);

      await press(desk, moderate.merge, 'How is snow recorded?');
      await desk
        .getByRole('group', { name: moderate.mergeTitle })
        .getByText('How do you record snow?')
        .click();
      await question(ana, 'How is snow recorded?').waitFor({ state: 'hidden' });
      // Cleo voted for both: it counts once.
      await question(desk, 'How do you record snow?').getByText(panelQuestions.votes(2)).first().waitFor();
      await ben.getByText(own.states.merged).waitFor();

      await press(desk, moderate.highlight, 'How do you record snow?');
      await stage.getByText('How do you record snow?').waitFor();
      await stage.getByText(panelQuestions.forName('Pia Panelist')).waitFor();
      for (const phone of phones)
        await phone.getByRole('heading', { name: panelQuestions.current }).waitFor();
      for (const page of [ana, desk, stage]) await expectAccessible(page);

      await askOn(cleo, 'Something rude?');
      await question(ana, 'Something rude?').waitFor();
      await press(desk, moderate.hide, 'Something rude?');
      await question(ana, 'Something rude?').waitFor({ state: 'hidden' });
      await desk.getByText(moderate.hidden).waitFor();
      await desk.getByRole('button', { name: 'Undo' }).click();
      await question(ana, 'Something rude?').waitFor();

      await desk.getByRole('button', { name: moderate.answered, exact: true }).first().click();
      await stage.getByText(panelQuestions.stage.ask).waitFor();
      await ana.getByText(own.states.answered).waitFor();
    },
    patience,
  );

  it(
    'show one time of the speaker on every screen, within a quarter of a second, also on a phone whose clock is wrong',
    async () => {
      const evening = await makePanelEvening(api);
      const desk = await screens.phone(evening.moderator);
      const wrong = await screens.phone(evening.guests[0], '', { javaScriptEnabled: true });
      await wrong.addInitScript(() => {
        const real = Date.now.bind(Date);
        Date.now = () => real() - 95_000;
      });
      await wrong.reload();
      const stage = await screens.staff(evening, '/stage');
      await desk.getByRole('button', { name: timer.setLabel(2) }).click();
      const all = [desk, wrong, stage];
      await Promise.all(all.map((page) => page.getByRole('timer').waitFor()));
      // The machine may be busy with something else while one is watched; a clock that is wrong stays wrong.
      const apart: number[] = [];
      while (apart.length < 3 && Math.min(...apart) >= 250) apart.push(apartMs(await turnsOf(all, 5)));
      expect(Math.min(...apart)).toBeLessThan(250);

      await desk.getByRole('button', { name: timer.pause }).click();
      await stage.getByText(timer.states.paused).waitFor();
      const seen = await Promise.all(all.map((page) => page.getByRole('timer').textContent()));
      expect(new Set(seen).size).toBe(1);
      await desk.getByRole('button', { name: timer.stop, exact: true }).click();
      await stage.getByRole('timer').waitFor({ state: 'hidden' });
    },
    patience,
  );

  it(
    'come back by themselves when the server was gone, and the clock goes on meanwhile',
    async () => {
      const evening = await makePanelEvening(api);
      const { phones, desk, stage } = await room(evening);
      const [ana] = phones;
      await desk.getByRole('button', { name: timer.setLabel(5) }).click();
      for (const page of [...phones, desk, stage]) await page.getByRole('timer').waitFor();
      await served.kill();
      try {
        await stage.getByText(panelQuestions.stage.lost).waitFor();
        await desk.getByText(moderate.lost).waitFor();
        const before = await stage.getByRole('timer').textContent();
        await stage.waitForFunction(
          (text) => document.querySelector('[role=timer]')?.textContent !== text,
          before,
        );
      } finally {
        served = await spawnApi(api.database, port, environment);
      }
      await panelDesk(api, evening).asked(evening.guests[1], 'Are you still there?');
      for (const page of [...phones, desk]) await page.getByText('Are you still there?').first().waitFor();
      await desk.getByText(moderate.live).waitFor();
      await voteFor(ana, 'Are you still there?').click();
      await question(desk, 'Are you still there?').getByText(panelQuestions.votes(1)).waitFor();
      expect((await panelDesk(api, evening).stage()).timer?.seconds).toBe(300);
    },
    patience,
  );
});

describe('a phone of the audience', () => {
  it(
    'undoes a vote that was refused, and says why',
    async () => {
      const evening = await makePanelEvening(api);
      const text = 'Is it too late?';
      await panelDesk(api, evening).asked(evening.guests[1], text);
      const page = await screens.phone(evening.guests[0]);
      await voteFor(page, text).waitFor();
      await page.route('**/vote', (route) => route.abort());
      await voteFor(page, text).click();
      await page.getByRole('alert').waitFor();
      expect(await voteFor(page, text).getAttribute('aria-pressed')).toBe('false');
      expect(await voteFor(page, text).textContent()).toBe('0');
      await page.unroute('**/vote');
      await voteFor(page, text).click();
      await question(page, text).getByRole('button', { pressed: true }).waitFor();
      // The phone shows it first.
      await until(
        async () => (await panelDesk(api, evening).live(evening.guests[0])).questions[0]?.votes === 1,
        'The vote did not arrive',
      );
    },
    patience,
  );

  it(
    'takes its own question back unless that is undone, and says when the panel is over',
    async () => {
      const evening = await makePanelEvening(api, { state: 'planned' });
      const page = await screens.phone(evening.guests[0]);
      await page.getByText(panelQuestions.askAlready).waitFor();
      await askOn(page, 'Shall I stay?');
      await page.getByRole('button', { name: own.withdrawLabel('Shall I stay?') }).click();
      await page.getByText(own.withdrawing).waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText(own.states.open, { exact: true }).waitFor();
      await page.getByRole('button', { name: own.withdrawLabel('Shall I stay?') }).click();
      // Leaving means it.
      await page.goto('about:blank');
      await page.goBack();
      await page.getByText(panelQuestions.listEmpty).waitFor();
      for (const act of ['start', 'end']) await panelDesk(api, evening).moderate(act);
      await page.getByText(panelQuestions.closedText).waitFor();
      expect(await page.getByRole('button', { name: ask.open }).count()).toBe(0);
    },
    patience,
  );

  it(
    'is readable and reachable on narrow and wide screens',
    async () => {
      const evening = await makePanelEvening(api);
      const long = `${'Extraordinarily'.repeat(6)} long? `.repeat(3).trim();
      await panelDesk(api, evening).asked(evening.guests[1], long, { named: true });
      for (const width of [320, 390, 1280]) {
        for (const [who, hash] of [
          [evening.guests[0], '#questions'],
          [evening.moderator, '#moderate'],
        ] as const) {
          const page = await screens.phone(who, hash, { viewport: { width, height: 700 } });
          await page.getByText(long).first().waitFor();
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await expectAccessible(page);
        }
        const staff = await screens.staff(evening, '', { viewport: { width, height: 700 } });
        await staff.getByText(long).first().waitFor();
        expect([width, await staff.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
          width,
          width,
        ]);
        await expectAccessible(staff);
        await screens.close();
      }
    },
    patience,
  );
});

describe('the staff', () => {
  it(
    'moderate by keyboard what the phone of the moderator shows too',
    async () => {
      const evening = await makePanelEvening(api);
      const desk = panelDesk(api, evening);
      const first = await desk.asked(evening.guests[0], 'First?');
      await desk.vote(evening.guests[1], first);
      await desk.asked(evening.guests[1], 'Second?');
      const staff = await screens.staff(evening);
      const phone = await screens.phone(evening.moderator);
      await question(staff, 'Second?').waitFor();
      await staff.keyboard.press('ArrowDown');
      await staff.keyboard.press('ArrowDown');
      await staff.keyboard.press('s');
      await question(phone, 'Second?').getByRole('button', { pressed: true }).waitFor();
      await staff.keyboard.press('o');
      await phone.getByRole('button', { name: moderate.unhighlight }).waitFor();
      expect((await desk.stage()).current?.text).toBe('Second?');
      await expectAccessible(staff);
      await question(staff, 'First?').focus();
      await staff.keyboard.press('h');
      await staff.getByText(moderate.hidden).waitFor();
      await staff.keyboard.press('u');
      await question(staff, 'First?')
        .getByRole('button', { name: moderate.labelled(moderate.hide, 'First?') })
        .waitFor();
      expect((await desk.live(evening.guests[2])).questions).toHaveLength(2);
      await question(staff, 'First?').focus();
      await staff.keyboard.press('j');
      const joining = staff.getByRole('group', { name: moderate.mergeTitle });
      await joining.getByRole('button', { name: 'Second?' }).waitFor();
      await staff.keyboard.press('Escape');
      await joining.waitFor({ state: 'detached' });
    },
    patience,
  );

  it(
    'show the stage a question of any length without a scroll, and whose panel it is between',
    async () => {
      const evening = await makePanelEvening(api);
      const desk = panelDesk(api, evening);
      const stage = await screens.staff(evening, '/stage', { viewport: { width: 1920, height: 1080 } });
      await stage.getByRole('img', { name: panelQuestions.stage.qr }).waitFor();
      await expectAccessible(stage);
      await desk.moderate('timer', { seconds: 120 });
      const text = 'Why does it have to be so very long? '.repeat(8).trim();
      const questionId = await desk.asked(evening.guests[0], text, { named: true });
      await desk.moderate('highlight', { questionId });
      await stage.getByText(text).waitFor();
      expect(await stage.evaluate(() => document.documentElement.scrollHeight)).toBe(1080);
      await expectAccessible(stage);
    },
    patience,
  );
});
