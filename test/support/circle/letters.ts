import { readFile } from 'node:fs/promises';
import { found } from '#libs/domain';
import { app } from '#libs/words';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../browser.ts';
import { openPhone } from '../critique-phones.ts';
import { readPdf } from '../pdf-text.ts';
import { until } from '../worker.ts';
import { authorAt, circle, criticsAt, leave, phoneOf, seatOf, workOf, works } from './circle.ts';
import { said } from './words.ts';

// The end of a session: letters by mail, and the files of thirty days.

const runWords = app.critiqueRun;

export async function endSession(): Promise<void> {
  await circle.owner.goto(`${circle.path}/${circle.sessionId}/run`);
  await circle.owner.getByRole('button', { name: runWords.end }).click();
  await circle.owner.getByText(runWords.willEnd).first().waitFor();
  await circle.owner.clock.runFor(11_000);
  await circle.owner.getByText(runWords.ended).waitFor();
  await circle.room.getByText(runWords.roomOver).waitFor();
  const there = [...Object.keys(works), circle.called];
  const everybody = there.map((name) => seatOf(name).email);
  await until(
    async () => (await circle.house.sent('critique-feedback')).length >= everybody.length,
    'Not everybody was written to',
  );
  const mails = await circle.house.sent('critique-feedback');
  expect(mails.map(({ to }) => to).sort()).toEqual(everybody.sort());
  await leave(circle.first, circle.second);
}

/** By the link of the mail: each part, thanks, and the letter to keep as PDF and as text. */
export async function expectLetter(): Promise<void> {
  const author = authorAt(1);
  const page = await openByMail(author);
  const { title, question, opinions } = workOf(author);
  await page.getByRole('heading', { name: question }).waitFor();
  const letter = await page.getByRole('article').innerText();
  const [one = '', other = ''] = criticsAt(1);
  for (const critic of [one, other]) {
    const { opinion, ...parts } = said(critic);
    expect(letter).toContain(`From ${critic}`);
    for (const text of Object.values(parts)) expect(letter).toContain(text);
    expect(letter.includes(opinion)).toBe(opinions === true);
  }
  expect(letter).toContain('Here I stopped breathing');
  await expectAccessible(page);

  for (const [link, read] of [
    ['Save as PDF', async (saved: string) => readPdf(await readFile(saved)).pages.join(' ')],
    ['Save as text', (saved: string) => readFile(saved, 'utf8')],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    const text = (await read(await (await download).path())).replaceAll(/\s+/g, ' ');
    for (const words of [title, question, said(one).meaning, said(other).answer, 'Here I stopped breathing'])
      expect(text).toContain(words);
  }

  await page.getByRole('button', { name: `Thank ${one}` }).click();
  await page.getByText(`You thanked ${one}.`).waitFor();
  await page.goto('about:blank');
  await leave(page);
  const critic = await phoneOf(one, `#letter/${circle.sessionId}`);
  const thanks = critic.getByText(`${author} thanked you for your critique of “${title}”.`);
  await until(async () => {
    await critic.reload();
    return thanks.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  }, 'The thanks did not arrive');
  await leave(critic);
}

/** The page behind the link of somebody's newest mail of this session. */
export async function openByMail(name: string): Promise<Page> {
  let token = '';
  // Posted with the end, and written when it leaves.
  await until(async () => {
    const mails = await circle.house.sent('critique-feedback');
    const mail = mails.find(({ to }) => to === seatOf(name).email);
    token = /\/critique\/([\w.~-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    return token !== '';
  }, `${name} got no mail`);
  const page = await openPhone(
    circle.browser,
    circle.house,
    { ...seatOf(name), token },
    `#letter/${circle.sessionId}`,
  );
  return page;
}

export async function expectNotHeard(): Promise<void> {
  const page = await openByMail(circle.lost);
  await page.getByRole('heading', { name: 'Your work was not heard this time' }).waitFor();
  await leave(page);
}

/** One of those who sent a file and were heard keeps it. */
export async function keepOneFile(): Promise<void> {
  const keeper = found(['Ana Ortiz', 'Ben Imani', 'Eli Novak'].find((name) => name !== circle.lost));
  const page = await openByMail(keeper);
  await page.getByText('unless you keep it').waitFor();
  await page.getByRole('button', { name: 'Keep the file' }).click();
  await page.getByText('it stays until you let it go').waitFor();
  await leave(page);
  circle.keeper = keeper;
}

export async function expectFilesGone(): Promise<void> {
  const { keeper } = circle;
  const files = await circle.house.database.sql<{ personId: string; key: string; state: string }>(
    'select person_id as "personId", storage_key as key, state from files order by created_at',
  );
  const kept = files.filter(({ state }) => state !== 'gone');
  expect(kept.map(({ personId }) => personId)).toEqual([seatOf(keeper).personId]);
  expect(circle.house.stored()).toEqual(kept.map(({ key }) => expect.stringContaining(key) as string));
  for (const name of ['Ana Ortiz', 'Ben Imani', 'Cleo Marsh', 'Eli Novak']) {
    const page = await phoneOf(name, `#letter/${circle.sessionId}`);
    await page.getByText(name === keeper ? 'it stays until you let it go' : /: deleted\.$/).waitFor();
    await leave(page);
  }
}
