import { app } from '#libs/words';
import type { Page } from 'playwright-core';
import type { PlanRead } from '../critique-plan.ts';
import { circle, jo, planNow, seatOf, workOf } from './circle.ts';

// The plan, as an organizer sees it and as its mails tell it.

const sessions = app.critiqueSessions;

export const acceptedIn = ({ works }: PlanRead) => works.filter(({ state }) => state === 'accepted');

export const hearsWhat = ({ critic, submissionId }: PlanRead['hearings'][number]): string =>
  `${critic} hears ${submissionId}`;

/** Two give and two get, at their own table, never their own. */
export function expectFair(plan: PlanRead): void {
  const accepted = acceptedIn(plan);
  expect(accepted.map(({ table, round }) => `${String(table)}.${String(round)}`).sort()).toEqual(
    [1, 2].flatMap((table) => [1, 2, 3, 4].map((round) => `${String(table)}.${String(round)}`)),
  );
  for (const work of accepted) {
    const heardBy = plan.hearings.filter(({ submissionId }) => submissionId === work.id);
    const hears = plan.hearings.filter(({ attendeeId }) => attendeeId === work.attendeeId);
    expect([heardBy.length, hears.length]).toEqual([2, 2]);
    for (const { attendeeId } of heardBy) {
      const critic = accepted.find((one) => one.attendeeId === attendeeId);
      expect([critic?.table, critic?.id === work.id]).toEqual([work.table, false]);
    }
  }
}

export async function standbyNames(): Promise<string[]> {
  const list = circle.owner.getByRole('region', { name: sessions.plan.standby }).getByRole('listitem');
  return (await list.allTextContents()).map((text) => text.trim()).sort();
}

/** By person: each of the eight with the two works they hear, and that a lot decided. */
export async function everybodyWithReason(): Promise<void> {
  await circle.owner.keyboard.press('v');
  const people = circle.owner.getByRole('region', { name: sessions.plan.people });
  await people.waitFor();
  expect(await people.getByText(sessions.plan.hears(2)).count()).toBe(8);
  expect(await people.getByText(`(${sessions.plan.why.drawn})`).count()).toBe(16);
  await circle.owner.keyboard.press('v');
}

/** By keys alone. @returns what the two hear now */
export async function swapByKeyboard(): Promise<string[]> {
  const one = await chooseByKeyboard();
  const other = await tabTo(circle.owner, partners);
  await circle.owner.keyboard.press('Enter');
  await circle.owner.getByText(sessions.plan.willSwap(one.critic, other.critic)).first().waitFor();
  expect((await planNow()).hearings.some(({ fixed }) => fixed)).toBe(false);
  await circle.owner.clock.runFor(11_000);
  for (const [{ critic }, { title }] of [
    [one, other],
    [other, one],
  ] as const)
    await circle.owner
      .getByRole('list', { name: title })
      .getByRole('listitem')
      .filter({ hasText: critic })
      .getByText(sessions.plan.why.swapped)
      .waitFor();
  const fixed = (await planNow()).hearings.filter((hearing) => hearing.fixed);
  expect(fixed).toHaveLength(2);
  return fixed.map(hearsWhat);
}

export const partners = '[aria-label^="Critics of"] [data-partner="true"]';

/** The first critic with whom somebody could change places: at so small a table not everybody can. */
export async function chooseByKeyboard(): Promise<{ critic: string; title: string }> {
  for (let tries = 0; tries < 16; tries += 1) {
    const one = await tabTo(circle.owner, 'button[aria-pressed][data-fixed="false"]');
    await circle.owner.keyboard.press('Enter');
    const choosing = circle.owner.getByRole('list', { name: sessions.plan.standby });
    await choosing.waitFor();
    if ((await circle.owner.locator(partners).count()) > 0) return one;
    await circle.owner.keyboard.press('Escape');
    await choosing.waitFor({ state: 'detached' });
  }
  throw new Error('Nobody can change places');
}

/** Presses Tab until the focus is there. @returns which critic of which work it is on */
export async function tabTo(page: Page, selector: string): Promise<{ critic: string; title: string }> {
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      if (focused?.matches(wanted) !== true) return null;
      const list = focused.closest('ul')?.getAttribute('aria-label') ?? '';
      return { critic: focused.querySelector('b')?.textContent ?? '', title: list };
    }, selector);
    if (found !== null) return found;
  }
  throw new Error(`No key leads to ${selector}`);
}

/** The last mail to each says what the last plan says. */
export async function mailedAsPlanned(plan: PlanRead): Promise<void> {
  await circle.house.moveBy(60);
  const mails = await circle.house.sent('critique-place');
  for (const work of plan.works) {
    const mail = mails.findLast(({ to }) => to === seatOf(work.author).email);
    const { title } = workOf(work.author);
    expect(mail?.text).toContain(`${circle.house.url}/critique/`);
    if (work.state === 'waitlisted') {
      expect(mail?.text).toContain(`“${title}” is number 1 on the waitlist`);
      continue;
    }
    expect(mail?.text).toContain(`“${title}” will be heard`);
    expect(mail?.text).toMatch(new RegExp(`Table:? ${String(work.table)}\\b`));
    expect(mail?.text).toMatch(new RegExp(`Place:? ${String(work.round)}\\b`));
    for (const { submissionId } of plan.hearings.filter(({ attendeeId }) => attendeeId === work.attendeeId)) {
      const author = plan.works.find(({ id }) => id === submissionId)?.author ?? '';
      expect(mail?.text).toContain(`“${workOf(author).title}” by ${author}`);
    }
  }
  expect(mails.map(({ to }) => to)).not.toContain(seatOf(jo).email);
}
