import { found } from '#libs/domain';
import { critiqueNow as criticNow } from '#libs/words';
import type { Locator, Page } from 'playwright-core';
import type { RunSlot } from '../critique-run.ts';
import {
  authorAt,
  circle,
  criticsAt,
  late,
  leave,
  phone,
  phoneOf,
  runNow,
  seatOf,
  workOf,
} from './circle.ts';

// What critics write, and who may not read it yet.

const { form } = criticNow;

export const said = (critic: string) => ({
  meaning: `${critic} kept the held breath before the last chorus, and the sea that stood still while you sang of it.`,
  answer: `${critic} says yes, the second time more than the first, because the words wait.`,
  question: `${critic} wonders: what made you end on that chord?`,
  opinion: `${critic} would leave the strings out of the first verse.`,
});

export async function writeInSilence(): Promise<void> {
  for (const name of criticsAt(1)) {
    const page = phone(name);
    await writeWords(page, name, workOf(authorAt(1)).opinions === true);
    await page.reload();
    await page.getByText(form.counts).waitFor();
    expect(await page.getByLabel(form.answer).inputValue()).toBe(said(name).answer);
  }
}

export async function writeWords(page: Locator | Page, name: string, opinions: boolean): Promise<void> {
  const words = said(name);
  await page.getByLabel(form.meaning).fill(words.meaning);
  await page.getByLabel(form.answer).fill(words.answer);
  await page.getByLabel(form.neutralQuestion).fill(words.question);
  expect(await page.getByLabel(form.opinion).count()).toBe(opinions ? 1 : 0);
  if (opinions) await page.getByLabel(form.opinion).fill(words.opinion);
  await page.getByText(form.counts).waitFor();
  await page.getByText(form.saved, { exact: true }).waitFor();
}

/** Neither on the page nor in anything that is sent to it. */
export async function expectAuthorSeesNothing(): Promise<void> {
  const name = authorAt(1);
  const page = phone(name);
  const heard: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'fetch')
      void response.text().then(
        (text) => heard.push(text),
        () => undefined,
      );
  });
  const there = {
    letter: page.getByRole('heading', { name: 'Your letter is not here yet' }),
    people: page.getByRole('checkbox').first(),
    now: page.getByRole('timer'),
  };
  for (const [section, shows] of Object.entries(there)) {
    await page.goto(`${circle.house.url}/critique/${seatOf(name).token}#${section}/${circle.sessionId}`);
    await page.reload();
    await shows.waitFor();
    heard.push(await page.locator('main').innerText());
  }
  expect(heard.join(' ')).toContain('Your letter is not here yet');
  for (const critic of criticsAt(1))
    for (const words of ['kept the held breath', 'stopped breathing', `${critic} says`, `${critic} wonders`])
      expect(heard.join(' ')).not.toContain(words);
}

/** Words can be finished until the end: for a work whose author wants opinions, and by the guest who was called in. */
export async function finishWords(): Promise<void> {
  const { slots } = await runNow();
  const wants = ({ author, title }: RunSlot): boolean =>
    workOf(author ?? '').opinions === true && title !== workOf(authorAt(1)).title;
  const { title, critics } = found(slots.find(wants));
  const { name } = found(critics.find(({ state }) => state === 'assigned'));
  await finish(name, title, true);
  await finish(circle.called, workOf(late).title, false);
}

export async function finish(name: string, title: string, opinions: boolean): Promise<void> {
  const page = await phoneOf(name, '#now');
  await page.getByText(form.title(title)).click();
  await writeWords(page.getByRole('article', { name: title }), name, opinions);
  await leave(page);
}
