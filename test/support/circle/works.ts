import { critiqueFiles, critiqueWorkPage, words } from '#libs/words';
import { expectAccessible } from '../browser.ts';
import { tone } from '../critique-journey.ts';
import { bring, chooseFile, fileThere, giveLink, slowDown, typeWork } from '../critique-phones.ts';
import { openWay } from '../cut-network.ts';
import { pdf } from '../made-files.ts';
import { circle, leave, phoneOf, seatOf, workOf } from './circle.ts';

// Works as they are brought from phones: each in another way.

export const sound = (name: string, seconds: number) => ({
  name,
  mimeType: 'audio/wav',
  buffer: tone(seconds),
});

export const linkOf = (name: string): string =>
  `https://music.example/${name.split(' ')[0]?.toLowerCase() ?? ''}`;

/** By the way of the RSVP page, with a question forgotten at first. */
export async function bringSound(): Promise<void> {
  const work = workOf('Ana Ortiz');
  const page = await phoneOf('Ana Ortiz');
  await page.goto(`${circle.house.url}/my/${seatOf('Ana Ortiz').token}`);
  await page.getByRole('link', { name: words.critiqueInvitation.mine }).click();
  await typeWork(page, { ...work, question: '' });
  const file = sound('low tide mix 3.wav', 4);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('img', { name: critiqueFiles.wave }).waitFor();
  await page.getByRole('button', { name: critiqueFiles.send(file.name) }).click();
  await fileThere(page, file);

  await page.getByRole('button', { name: critiqueWorkPage.bring }).click();
  const question = page.getByLabel(critiqueWorkPage.fields.question, { exact: true });
  await page.getByText('Ask one question. Your critics answer it.').first().waitFor();
  expect(await question.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.getByLabel(critiqueWorkPage.fields.title, { exact: true }).inputValue()).toBe(work.title);
  expect(await page.getByText(file.name).count()).toBe(1);
  await question.fill(work.question);
  await expectAccessible(page);
  await bring(page);
  await leave(page);
}

/** The network goes while the file travels; it goes on where it was. */
export async function bringOverACut(): Promise<void> {
  const way = await openWay();
  const page = await phoneOf('Ben Imani', '', { proxy: way.proxy });
  const offsets: number[] = [];
  const begun: string[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('/uploads')) return;
    if (request.method() === 'POST') begun.push(request.url());
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await typeWork(page, workOf('Ben Imani'));
  await slowDown(page);
  const file = sound('boats.wav', 60);
  await chooseFile(page, file);
  await page.getByText(/^[2-9]\d % sent$/).waitFor();
  way.cut();
  await page.getByText(critiqueFiles.waits).waitFor();
  way.mend();
  await fileThere(page, file);
  expect(begun).toHaveLength(1);
  expect([offsets[0], offsets.length > 1, (offsets.at(-1) ?? 0) > 0]).toEqual([0, true, true]);
  await bring(page);
  await leave(page);
  await way.close();
}

export async function bringText(): Promise<void> {
  const page = await phoneOf('Cleo Marsh');
  await typeWork(page, workOf('Cleo Marsh'));
  const file = { name: 'seven letters.pdf', mimeType: 'application/pdf', buffer: pdf() };
  await chooseFile(page, file);
  await fileThere(page, file);
  await bring(page);
  await leave(page);
}

export async function replaceFile(): Promise<void> {
  const page = await phoneOf('Eli Novak');
  await typeWork(page, workOf('Eli Novak'));
  await chooseFile(page, sound('snow first.wav', 2));
  await fileThere(page, { name: 'snow first.wav' });
  await bring(page);
  await page.getByRole('button', { name: critiqueWorkPage.change }).click();
  await page.getByRole('button', { name: critiqueWorkPage.file.replace }).click();
  await chooseFile(page, sound('snow second.wav', 3));
  await fileThere(page, { name: 'snow second.wav' });
  await page.getByText(critiqueWorkPage.savedIn, { exact: true }).waitFor();
  await page.getByRole('button', { name: critiqueWorkPage.done }).click();
  await page.getByText('snow second.wav').waitFor();
  expect(await page.getByText('snow first.wav').count()).toBe(0);
  await leave(page);
}

/** Takes it back, and thinks better of it: what was typed is still there. */
export async function bringAgain(): Promise<void> {
  const page = await phoneOf('Fay Quist');
  const { withdraw } = critiqueWorkPage;
  await typeWork(page, workOf('Fay Quist'));
  await giveLink(page, linkOf('Fay Quist'));
  await bring(page);
  await page.getByRole('button', { name: withdraw.open }).click();
  await page.getByRole('button', { name: withdraw.confirm }).click();
  await page.getByText(critiqueWorkPage.withdrawn).waitFor();
  await page.getByRole('button', { name: critiqueWorkPage.bringAgain }).click();
  await page.getByRole('heading', { name: critiqueWorkPage.brought }).waitFor();
  await page.getByText(workOf('Fay Quist').question).waitFor();
  await leave(page);
}

export async function bringByLink(name: string): Promise<void> {
  const page = await phoneOf(name);
  await typeWork(page, workOf(name));
  await giveLink(page, linkOf(name));
  await bring(page);
  await leave(page);
}
