import { app, critiqueNow as criticNow } from '#libs/words';
import type { Locator, Page } from 'playwright-core';
import { openDesk, openPhone, shownAtOnce, spreadOf } from '../critique-phones.ts';
import { openWay } from '../cut-network.ts';
import { until } from '../worker.ts';
import { authorAt, circle, criticsAt, phone, phoneOf, phones, runNow, seatOf, slotAt } from './circle.ts';

// One clock on every screen of the evening.

const runWords = app.critiqueRun;

/** A phone whose own clock is a minute and a half behind. */
export const lateClock = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() - 95_000;
  });

export async function openScreens(): Promise<void> {
  const [first, second] = await Promise.all([
    openDesk(circle.browser, circle.house, circle.evening.host.id),
    openDesk(circle.browser, circle.house, circle.evening.owner.id),
  ]);
  const room = await first.context().newPage();
  Object.assign(circle, { run: (await runNow()).slots, first, second, room, way: await openWay() });
  await Promise.all([
    first.goto(`${circle.path}/${circle.sessionId}/run`),
    second.goto(`${circle.path}/${circle.sessionId}/run`),
    room.goto(`${circle.path}/${circle.sessionId}/room`),
  ]);
  const [one = '', other = ''] = criticsAt(1);
  const [wrong = ''] = criticsAt(2);
  for (const name of [authorAt(1), one, authorAt(2)]) phones.set(name, await phoneOf(name));
  phones.set(other, await phoneOf(other, '', { proxy: circle.way.proxy }));
  phones.set(wrong, await openPhone(circle.browser, circle.house, seatOf(wrong), '', {}, lateClock));
  const hears = criticNow.before.title(2, true);
  for (const name of phones.keys()) await phone(name).getByRole('heading', { name: hears }).waitFor();
}

/** Both facilitators press at the same moment: it starts once. */
export async function startTogether(): Promise<void> {
  const { first, second, room } = circle;
  await first.getByRole('button', { name: runWords.startSession }).click();
  await room.getByText(runWords.roomNext).first().waitFor();
  await phone(authorAt(1)).getByText(criticNow.between.nextOwn(1)).waitFor();
  const starts = [first, second].map((page) => page.getByRole('button', { name: /^Start/ }));
  await Promise.all(starts.map((start) => start.waitFor()));
  await Promise.all(starts.map((start) => start.click()));
  await Promise.all([first, second].map((page) => page.getByRole('timer').waitFor()));
  const started = await circle.house.database.sql(`select from audit where action = 'critique-slot.started'`);
  expect(started).toHaveLength(1);
  await second.keyboard.press('2');
  await second.getByRole('heading', { name: slotAt(2, 1).title }).waitFor();
  await second.keyboard.press(' ');
  await second.getByRole('timer').waitFor();
}

/** Every screen that shows the clock of a table; the first facilitator has table 1 before them, the second table 2. */
export function timersOf(table: 1 | 2, isPaused = false): Locator[] {
  const { first, second, room } = circle;
  const [large, small] = table === 1 ? [first, second] : [second, first];
  const tab = small
    .getByRole('navigation', { name: runWords.tables })
    .getByRole('button', { name: runWords.table(table) })
    .locator('span')
    .last();
  return [
    large.getByRole('timer'),
    // In so little room it says that it stands still, and not where.
    ...(isPaused ? [] : [tab]),
    room.getByRole('region', { name: runWords.table(table) }).getByRole('timer'),
    ...peopleAt(table).map((name) => phone(name).getByRole('timer')),
  ];
}

export const peopleAt = (table: number): string[] =>
  [authorAt(table), ...criticsAt(table)].filter((name) => phones.has(name));

/**
 * A look may fall on the moment when a phase ends, or when one screen of eight has not drawn what the others have.
 * @returns the seconds that all of them show
 */
export async function agreeAt(table: 1 | 2, isPaused = false): Promise<number> {
  const timers = timersOf(table, isPaused);
  await Promise.all(timers.slice(2).map((timer) => timer.waitFor()));
  const screens = peopleAt(table).length + (isPaused ? 2 : 3);
  let seen: number[] = [];
  const agree = async (): Promise<boolean> => {
    seen = await shownAtOnce(timers);
    return seen.length === screens && spreadOf(seen) <= 1;
  };
  await until(agree, `The screens of table ${String(table)} do not show the same second`);
  return Math.min(...seen);
}

export async function pauseOneTable(): Promise<void> {
  const { second, room } = circle;
  await second.keyboard.press(' ');
  const paused = peopleAt(2).map((name) => phone(name).getByText(criticNow.clock.paused, { exact: true }));
  await Promise.all(paused.map((one) => one.waitFor()));
  await room
    .getByRole('region', { name: runWords.table(2) })
    .getByText(runWords.paused)
    .waitFor();
  const stood = await agreeAt(2, true);
  const ran = await agreeAt(1);
  await until(async () => (await agreeAt(1)) < ran - 1, 'The other table stands still too');
  expect(await agreeAt(2, true)).toBe(stood);
  await second.keyboard.press(' ');
  await Promise.all(paused.map((one) => one.waitFor({ state: 'detached' })));
}

export async function giveOneMinute(): Promise<void> {
  const { first } = circle;
  const before = await agreeAt(1);
  await first.keyboard.press('+');
  await first.getByRole('button', { name: runWords.acts.plusUsed }).waitFor();
  await until(
    async () => Math.min(...(await shownAtOnce(timersOf(1)))) > before + 30,
    'It is not everywhere',
  );
  expect(await agreeAt(1)).toBeGreaterThan(before + 45);
}
