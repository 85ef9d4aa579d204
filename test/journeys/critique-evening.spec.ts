import { app, critiqueWorkPage } from '#libs/words';
import { openDesk } from '../support/critique-phones.ts';
import {
  circle,
  closeCircle,
  jo,
  kit,
  late,
  leave,
  openCircle,
  phoneOf,
  phones,
  planNow,
  sessionNow,
  workOf,
} from '../support/circle/circle.ts';
import {
  bringAgain,
  bringByLink,
  bringOverACut,
  bringSound,
  bringText,
  replaceFile,
} from '../support/circle/works.ts';
import {
  everybodyWithReason,
  expectFair,
  hearsWhat,
  mailedAsPlanned,
  standbyNames,
  swapByKeyboard,
} from '../support/circle/plan.ts';
import {
  agreeAt,
  giveOneMinute,
  openScreens,
  pauseOneTable,
  startTogether,
} from '../support/circle/clock.ts';
import { cutOff, killTheApi, skipAndMark, walkOn } from '../support/circle/lost.ts';
import { expectAuthorSeesNothing, finishWords, writeInSilence } from '../support/circle/words.ts';
import { hearRest, missAuthor, missCritic } from '../support/circle/missing.ts';
import {
  endSession,
  expectFilesGone,
  keepOneFile,
  expectNotHeard,
  expectLetter,
} from '../support/circle/letters.ts';
import { choose, expectIntroduced } from '../support/circle/picks.ts';

// One evening of a songwriting circle, from its setting up to the day its files are gone: eight are heard at two tables, a
// ninth waits, two come to listen. Everybody does what they do on their own screen; only product time is ours.

const patience = 110_000;
const sessions = app.critiqueSessions;

beforeAll(openCircle, 180_000);
afterAll(closeCircle, 60_000);

describe('an evening of a songwriting circle', () => {
  it(
    'is set up from its template in a minute: two tables, two critics, another phase, a deadline',
    async () => {
      circle.owner = await openDesk(circle.browser, circle.house, circle.evening.owner.id);
      await circle.owner.goto(circle.path);
      await circle.owner.getByText(sessions.none).waitFor();
      await circle.owner.keyboard.press('n');
      const { form } = sessions;
      await circle.owner.getByLabel(form.name, { exact: true }).fill('Songwriting circle');
      await circle.owner.getByLabel(form.tables).check();
      const opinions = circle.owner.getByLabel(`${form.phase(7)}: ${form.minutes}`);
      expect(await opinions.inputValue()).toBe('2');
      await opinions.fill('1');
      await circle.owner.getByText(form.fits(4, 2, 100)).waitFor();
      await circle.owner.getByLabel(form.deadline).fill('2026-10-19T12:00');
      await circle.owner.getByLabel(form.critics).fill('2');
      await circle.owner.getByRole('button', { name: form.addButton }).click();
      await circle.owner.getByText(sessions.plan.noWorks).waitFor();
      const session = await sessionNow();
      expect(session).toMatchObject({ format: 'tables', tables: 2, criticsPerWork: 2, state: 'open' });
      expect(session.deadlineAt).toBe('2026-10-19T19:00:00.000Z');
    },
    patience,
  );

  it(
    'is brought works from phones: files that travel, a text, links, and the one question that is asked of everybody',
    async () => {
      await Promise.all([bringSound(), bringOverACut(), bringText()]);
      await Promise.all([replaceFile(), bringAgain()]);
      await Promise.all(['Dee Park', 'Gus Rowe', 'Hal Sato', late].map(bringByLink));
      const listener = await phoneOf(jo);
      await listener.getByRole('heading', { name: critiqueWorkPage.start }).waitFor();
      await leave(listener);
      const session = await sessionNow();
      expect(session.works).toBe(9);
      expect(circle.house.stored()).toHaveLength(4);
    },
    patience,
  );

  it(
    'is planned with a reason for each who hears a work, changed by keyboard, planned again around that, and told by mail',
    async () => {
      const session = await sessionNow();
      circle.sessionId = session.id;
      await circle.house.moveTo('2026-10-19T12:30');
      await circle.owner.clock.install();
      await circle.owner.reload();
      await circle.owner.getByText(sessions.plan.summary(9, 8)).waitFor();
      await circle.owner.keyboard.press('p');
      await circle.owner.keyboard.press('Enter');
      await circle.owner.getByText(sessions.plan.planned(8, 2)).waitFor();
      expectFair(await planNow());
      // Who was heard last time waits for those who never were.
      const waiting = circle.owner.getByRole('region', { name: sessions.plan.waitlist });
      await waiting.getByText(workOf(late).title).waitFor();
      expect(await standbyNames()).toEqual([jo, kit]);
      await everybodyWithReason();

      const swapped = await swapByKeyboard();
      await circle.owner.keyboard.press('p');
      await circle.owner.keyboard.press('Enter');
      await circle.owner.getByText(sessions.plan.redone).waitFor();
      const again = await planNow();
      expectFair(again);
      expect(again.hearings.filter(({ fixed }) => fixed).map(hearsWhat)).toEqual(swapped);
      await mailedAsPlanned(again);
    },
    patience,
  );

  it(
    'starts once although two press at once, and shows the same second on every screen, whoever pauses or gives a minute',
    async () => {
      await circle.house.moveTo('2026-10-19T18:00');
      await openScreens();
      await startTogether();
      expect(await agreeAt(1)).toBeLessThanOrEqual(60);
      expect(await agreeAt(2)).toBeLessThanOrEqual(60);
      await pauseOneTable();
      await giveOneMinute();
    },
    patience,
  );

  it(
    'finds every screen again after a reload, a network that was gone, and an api that was killed while a work was on',
    async () => {
      await skipAndMark();
      await cutOff();
      const { before, after } = await killTheApi();
      expect(after).toBeLessThanOrEqual(before - 40);
    },
    patience,
  );

  it(
    'keeps what critics type, asks for opinions only where they are wanted, and shows the author nothing of it',
    async () => {
      await walkOn();
      await writeInSilence();
      await expectAuthorSeesNothing();
    },
    patience,
  );

  it(
    'gives the time of an author who does not come to whoever waits, and calls a guest for a critic who does not',
    async () => {
      await missAuthor();
      expect(await missCritic()).toHaveLength(1);
    },
    patience,
  );

  it(
    'hears the rest, ends, and hands each author a letter that can be thanked for and kept',
    async () => {
      await Promise.all([hearRest(circle.first), hearRest(circle.second)]);
      await leave(...phones.values());
      phones.clear();
      await finishWords();
      await endSession();
      await expectLetter();
      await expectNotHeard();
    },
    patience,
  );

  it(
    'introduces two who chose each other, and tells nobody of whoever chose alone',
    async () => {
      await choose();
      await expectIntroduced();
    },
    patience,
  );

  it(
    'keeps no file for more than thirty days but the one whose author keeps it',
    async () => {
      await keepOneFile();
      await circle.house.moveTo('2026-11-20T12:00');
      await expectFilesGone();
    },
    patience,
  );
});
