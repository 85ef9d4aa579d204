import { app, critiqueNow as criticNow } from '#libs/words';
import type { Page } from 'playwright-core';
import { until } from '../worker.ts';
import {
  authorAt,
  circle,
  criticsAt,
  jo,
  kit,
  late,
  phone,
  phoneOf,
  phones,
  runNow,
  slotAt,
  workOf,
} from './circle.ts';

// Who does not come, and who comes in their place.

const runWords = app.critiqueRun;

/** The author of the second work of table 1 is not there; three minutes later it is the turn of the one who waited. */
export async function missAuthor(): Promise<void> {
  const { first } = circle;
  const lost = authorAt(1, 2);
  for (const name of [lost, late]) if (!phones.has(name)) phones.set(name, await phoneOf(name, '#now'));
  await phone(late).getByText(criticNow.other.listenAlong).waitFor();
  await nextWork(first);
  await first.getByRole('heading', { name: slotAt(1, 2).title }).waitFor();
  await first.getByRole('button', { name: runWords.author.missing }).click();
  await phone(lost).getByText(criticNow.waiting.author).waitFor();
  await first.getByText(runWords.author.waitlist(1)).waitFor();
  await circle.house.moveBy(185);
  await first.getByRole('heading', { name: workOf(late).title }).waitFor();
  await phone(late).getByText(criticNow.between.nextOwn(1)).waitFor();
  await phone(lost).getByText(criticNow.waiting.author).waitFor({ state: 'detached' });
  circle.lost = lost;
  circle.run = (await runNow()).slots;
  expect(authorAt(1, 2)).toBe(late);
}

/** Of the two who should hear it one is not there: a guest is called, and reads so on their phone. */
export async function missCritic(): Promise<string[]> {
  const { first } = circle;
  for (const name of [jo, kit]) phones.set(name, await phoneOf(name));
  const guests = [jo, kit].map((name) => phone(name).getByText(criticNow.other.listenAlong));
  await Promise.all(guests.map((listens) => listens.waitFor()));
  const [, missing = ''] = criticsAt(1, 2);
  if (!phones.has(missing)) phones.set(missing, await phoneOf(missing));
  await first.keyboard.press(' ');
  await first.getByRole('timer').waitFor();
  await first.getByRole('button', { name: runWords.critics.missingFor(missing) }).click();
  await phone(missing)
    .getByText(criticNow.decline.missed(workOf(late).title))
    .waitFor();
  await until(async () => (await calledTo()).length > 0, 'Nobody is called');
  circle.run = (await runNow()).slots;
  const called = slotAt(1, 2).critics.filter(({ standby }) => standby);
  expect(called.map(({ name }) => name)).toEqual(await calledTo());
  circle.called = called[0]?.name ?? '';
  return called.map(({ name }) => name);
}

export async function calledTo(): Promise<string[]> {
  const guests = [jo, kit];
  const called = await Promise.all(guests.map((name) => phone(name).getByText(criticNow.called).count()));
  return guests.filter((_, at) => called[at] === 1);
}

/** Twice is at once, where the time of a work is not over yet. */
async function nextWork(page: Page): Promise<void> {
  const isOver = (await page.getByText(runWords.over, { exact: true }).count()) > 0;
  await page.keyboard.press('n');
  if (!isOver) await page.keyboard.press('n');
}

/** By the keys of a facilitator in a hurry, to the last work of their table. */
export async function hearRest(page: Page): Promise<void> {
  const over = page.getByText(runWords.allDone);
  for (let press = 0; press < 8 && (await over.count()) === 0; press += 1) {
    const title = (await page.locator('h3').first().textContent()) ?? '';
    // A key that comes while the act before is on its way does nothing.
    const enabled = page.locator(':enabled');
    const main = page.getByRole('button', { name: /^(Start|Pause|Go on)/ }).and(enabled);
    await main.waitFor();
    if ((await page.getByRole('timer').count()) === 0) await page.keyboard.press(' ');
    await page.getByRole('timer').waitFor();
    await page
      .getByRole('button', { name: /^(Pause|Go on)/ })
      .and(enabled)
      .waitFor();
    await nextWork(page);
    await page
      .getByRole('heading', { name: title, exact: true, level: 3 })
      .first()
      .waitFor({ state: 'detached' });
  }
  await over.waitFor();
}
