import { app, critiqueNow as criticNow } from '#libs/words';
import type { Locator, Page } from 'playwright-core';
import { shownAtOnce, spreadOf } from '../critique-phones.ts';
import { until } from '../worker.ts';
import { authorAt, circle, criticsAt, phone } from './circle.ts';
import { agreeAt, peopleAt, timersOf } from './clock.ts';

// Screens that lose sight of the evening, and find it again.

const runWords = app.critiqueRun;

/** The next phase for everybody; a critic pins a word to the moment, and it outlives a reload. */
export async function skipAndMark(): Promise<void> {
  // Twice is at once.
  for (const key of ['s', 's']) await circle.first.keyboard.press(key);
  const everybody = peopleAt(1).map((name) => phone(name).getByRole('heading', { name: 'Play or show' }));
  await Promise.all(everybody.map((heading) => heading.waitFor()));
  const before = await agreeAt(1);
  const critic = phone(criticsAt(1)[0] ?? '');
  await critic.getByRole('button', { name: criticNow.marks.add }).first().click();
  await critic.getByLabel(/^What happens at/).fill('Here I stopped breathing');
  await critic.getByText(criticNow.form.saved, { exact: true }).waitFor();
  await critic.reload();
  expect(await critic.getByLabel(/^What happens at/).inputValue()).toBe('Here I stopped breathing');
  expect(await agreeAt(1)).toBeLessThan(before);
}

/** A phone in the corner without a network goes on by itself, and knows better once it is back. */
export async function cutOff(): Promise<void> {
  const { first, way } = circle;
  const lost = phone(criticsAt(1)[1] ?? '');
  const paused = (page: Page): Locator => page.getByText(criticNow.clock.paused, { exact: true });
  way.cut();
  await first.keyboard.press(' ');
  await paused(phone(authorAt(1))).waitFor();
  expect(await paused(lost).count()).toBe(0);
  way.mend();
  await paused(lost).waitFor();
  await agreeAt(1, true);
  await first.keyboard.press(' ');
  await paused(lost).waitFor({ state: 'detached' });
}

/**
 * While nobody answers, the clock goes on; every screen knows it afterwards.
 * @returns the seconds that table 1 shows before and after
 */
export async function killTheApi(): Promise<{ before: number; after: number }> {
  const before = await agreeAt(1);
  await agreeAt(2);
  await circle.house.killApi();
  await circle.first.getByText(runWords.connection.lost).waitFor();
  await circle.house.moveBy(40);
  await circle.house.startApi();
  for (const table of [1, 2] as const)
    await until(
      async () => spreadOf(await shownAtOnce(timersOf(table))) <= 1 && (await shownHere()) <= before - 40,
      'Not every screen has found its way back',
      40_000,
    );
  await agreeAt(2);
  await circle.first.getByText(runWords.connection.live).waitFor();
  return { before, after: await agreeAt(1) };
}

const shownHere = async (): Promise<number> => Math.max(...(await shownAtOnce(timersOf(1))));

/** A phase that is over gives way to the next, without anybody pressing anything. */
export async function walkOn(): Promise<void> {
  await circle.house.moveBy((await agreeAt(1)) + 5);
  const everybody = [circle.first, ...peopleAt(1).map(phone)].map((page) =>
    page.getByText('Write in silence').first(),
  );
  await Promise.all(everybody.map((heading) => heading.waitFor()));
  expect(await agreeAt(1)).toBeGreaterThan(60);
}
