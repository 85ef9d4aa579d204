import { app, critiqueFiles, critiqueNow } from '#libs/words';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi } from '../support/api.ts';
import { expectAccessible, launchBrowser, newDesktop, newPhone } from '../support/browser.ts';
import { builtWeb } from '../support/built.ts';
import { changeSession, makeCritiqueEvening, startSlot } from '../support/critique-evening.ts';
import { makeMember } from '../support/factories.ts';
import { aiff, mp3, pdf, wav } from '../support/made-files.ts';
import { Uploader } from '../support/uploads.ts';

// A work in a real browser: heard, seen and marked, and never kept.

const patience = 120_000;
const words = critiqueFiles.player;
let api: Api;
let browser: Browser;
let phones: BrowserContext[] = [];

beforeAll(async () => {
  api = await startApi({ webFolder: await builtWeb(), time: '2026-10-19T20:00:00Z' });
  browser = await launchBrowser();
}, patience);
afterEach(async () => {
  for (const phone of phones) await phone.close();
  phones = [];
}, patience);
afterAll(async () => {
  await browser.close();
  await api.stop();
}, patience);

async function aPhone(width = 390): Promise<Page> {
  const phone = await newPhone(browser, { viewport: { width, height: 844 } });
  phone.setDefaultTimeout(30_000);
  phones.push(phone);
  return phone.newPage();
}

/** An evening of two authors who hear each other; the first one brought this file. */
async function brought(bytes: Buffer, name: string, medium: 'audio' | 'video' | 'text' = 'audio') {
  const evening = await makeCritiqueEvening(api, { authors: 2, critics: 1 });
  const [work] = evening.works;
  const [hearing] = work?.critics ?? [];
  if (work === undefined || hearing === undefined) throw new Error('nobody hears it');
  const { id } = await new Uploader(api, work.author.token, evening.critiqueSessionId).send(bytes, name);
  await api.database.sql('update submissions set file_id = $2, link = null, medium = $3 where id = $1', [
    work.id,
    id,
    medium,
  ]);
  return { ...evening, fileId: id, author: work.author, ...hearing };
}

/** The page of a critic before the evening, with the work open. */
async function opened(page: Page, { token }: { token: string }): Promise<void> {
  await page.goto(`${api.url}/critique/${token}#now`);
  await page.getByRole('button', { name: words.load }).click();
}

const player = (page: Page) => page.getByRole('group', { name: words.title });
const play = (page: Page) => player(page).getByRole('button', { name: words.play, exact: true }).click();
const placeOf = (page: Page): Promise<number> =>
  page.locator('video').evaluate((one) => (one as HTMLVideoElement).currentTime);
const isPast = (page: Page, seconds: number) =>
  page.waitForFunction((past) => (document.querySelector('video')?.currentTime ?? 0) > past, seconds);
const scrollsSideways = (page: Page, width: number): Promise<boolean> =>
  page.evaluate((wide) => document.documentElement.scrollWidth > wide, width);

describe('a sound', () => {
  it(
    'plays, is sought by a tap and by keys, and carries the marks of who hears it on its waveform',
    async () => {
      const { critic, assignmentId } = await brought(wav(60 * 8000), `${'long'.repeat(20)}.wav`);
      const page = await aPhone(320);
      const drawing: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('wavesurfer')) drawing.push(request.url());
      });
      await page.goto(`${api.url}/critique/${critic.token}#now`);
      await page.getByRole('button', { name: words.load }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      // Whoever does not listen does not wait for what draws the picture.
      expect(drawing).toEqual([]);
      await page.getByRole('button', { name: words.load }).click();
      await play(page);
      await isPast(page, 0.2);
      await player(page).getByRole('button', { name: words.pause }).click();

      await page.getByRole('slider', { name: words.position }).focus();
      const before = await placeOf(page);
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
      expect(await placeOf(page)).toBeCloseTo(before + 5, 1);
      expect(await page.getByRole('slider', { name: words.position }).getAttribute('aria-valuetext')).toBe(
        words.at('0:05', '1:00'),
      );

      // The picture comes on its own; half of it is half of the minute.
      const wave = player(page).locator('[class*=wave]');
      await wave.locator('canvas').first().waitFor({ state: 'attached' });
      expect(drawing).toHaveLength(1);
      const box = await wave.boundingBox();
      if (box === null) throw new Error('no waveform');
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
      await isPast(page, 25);
      expect(await placeOf(page)).toBeCloseTo(30, 0);

      await player(page).getByRole('button', { name: words.mark }).click();
      await page.getByRole('button', { name: words.pin('0:30', '') }).waitFor();
      const tick = await player(page).locator('[class*=tick] [class*=tick]').boundingBox();
      expect(Math.abs((tick?.x ?? 0) - (box.x + box.width / 2))).toBeLessThan(6);
      expect([tick?.y, tick?.height]).toEqual([box.y, box.height]);
      await markedAt(assignmentId, 30_000);

      // Back to the mark by its button.
      await page.keyboard.press('Home');
      await page.getByRole('button', { name: words.pin('0:30', '') }).click();
      expect(await placeOf(page)).toBeCloseTo(30, 0);
      await expectAccessible(page);
      expect(await scrollsSideways(page, 320)).toBe(false);
    },
    patience,
  );

  it(
    'is not offered for download, by us or by the browser',
    async () => {
      const { critic } = await brought(wav(), 'low tide.wav');
      const page = await aPhone();
      await opened(page, critic);
      await player(page).waitFor();
      expect(await page.locator('a[download]').count()).toBe(0);
      const video = page.locator('video');
      expect(await video.getAttribute('controls')).toBeNull();
      expect(await video.getAttribute('controlslist')).toContain('nodownload');
      expect(await video.isVisible()).toBe(false);
    },
    patience,
  );

  it(
    'as MP3 plays like any other',
    async () => {
      const { critic } = await brought(mp3(), 'low tide.mp3');
      const page = await aPhone();
      await opened(page, critic);
      await play(page);
      await isPast(page, 0.1);
      expect(await page.getByText(words.unplayable).count()).toBe(0);
    },
    patience,
  );

  it(
    'goes on where it was when its link has become too old, and only then asks for another',
    async () => {
      // Long enough that a browser does not fetch all of it at once.
      const { critic, fileId } = await brought(wav(30 * 60 * 8000), 'long.wav');
      const page = await aPhone();
      const links: string[] = [];
      let isOld = false;
      // A link that is too old is refused as one that was torn.
      await page.route(`**/api/v1/files/${fileId}/**`, (route) => {
        const url = route.request().url();
        if (!links.includes(url)) links.push(url);
        return route.continue(isOld && url === links[0] ? { url: `${url}x` } : {});
      });
      await opened(page, critic);
      await play(page);
      await isPast(page, 0.2);
      await page.getByRole('slider', { name: words.position }).fill('600');
      await isPast(page, 600);
      expect(links).toHaveLength(1);

      isOld = true;
      await page.getByRole('slider', { name: words.position }).fill('1500');
      await isPast(page, 1500.2);
      expect(links).toHaveLength(2);
      await player(page).getByRole('button', { name: words.pause }).waitFor();
    },
    patience,
  );

  it(
    'says so when it may not be heard any more',
    async () => {
      const { critic, fileId } = await brought(wav(), 'low tide.wav');
      const page = await aPhone();
      await page.route(`**/api/v1/files/${fileId}/**`, (route) =>
        route.continue({ url: `${route.request().url()}x` }),
      );
      await opened(page, critic);
      await page.getByText(words.failed).waitFor();
      expect(await page.getByText(words.unplayable).count()).toBe(0);
    },
    patience,
  );

  it(
    'as AIFF is warned of before it is sent, and says to its critics who can play it',
    async () => {
      const { critic, guest } = await brought(aiff(), 'low tide.aiff');
      const page = await aPhone();
      await page.goto(`${api.url}/critique/${guest.token}#work`);
      await page.setInputFiles('input[type=file]', {
        name: 'demo.aif',
        mimeType: 'audio/aiff',
        buffer: aiff(),
      });
      await page.getByText(critiqueFiles.aiff).waitFor();
      const other = await aPhone();
      await opened(other, critic);
      await other.getByText(words.unplayableAiff).waitFor();
      expect(await other.locator('video').count()).toBe(0);
    },
    patience,
  );
});

describe('a work of another kind', () => {
  it(
    'as pages opens in the viewer of the browser and is the file that was brought',
    async () => {
      const bytes = pdf();
      const { critic } = await brought(bytes, 'score.pdf', 'text');
      const page = await aPhone();
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) refused.push(message.text());
      });
      // No viewer can be asked what it shows: what it was given can.
      await page.addInitScript(() => {
        const shown: Blob[] = [];
        Object.assign(window, { shown });
        const real = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob: Blob) => {
          shown.push(blob);
          return real(blob);
        };
      });
      await opened(page, critic);
      const link = page.getByRole('link', { name: words.openPages });
      await link.waitFor();
      expect([await link.getAttribute('rel'), await link.getAttribute('download')]).toEqual([
        'noopener',
        null,
      ]);
      const shown = await page.evaluate(async () => {
        const [blob] = (window as unknown as { shown: Blob[] }).shown;
        return { type: blob?.type, bytes: [...new Uint8Array((await blob?.arrayBuffer()) ?? [])] };
      });
      expect(shown.type).toBe('application/pdf');
      expect(Buffer.compare(Buffer.from(shown.bytes), bytes)).toBe(0);
      expect(refused).toEqual([]);
      await expectAccessible(page);
    },
    patience,
  );

  it(
    'as a film is seen, at any width',
    async () => {
      const page = await aPhone(320);
      await page.goto(`${api.url}/`);
      const { critic } = await brought(await filmed(page), 'scene.mp4', 'video');
      await opened(page, critic);
      await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
      expect(await page.locator('video').isVisible()).toBe(true);
      await play(page);
      await isPast(page, 0.1);
      await expectAccessible(page);
      expect(await scrollsSideways(page, 320)).toBe(false);
    },
    patience,
  );

  it(
    'as a link opens beside the page, which it learns nothing of',
    async () => {
      const { works } = await makeCritiqueEvening(api, { authors: 2, critics: 1 });
      const page = await aPhone();
      await page.goto(`${api.url}/critique/${works[0]!.critics[0]!.critic.token}#now`);
      const link = page.getByRole('link', { name: critiqueNow.work.link });
      await link.waitFor();
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual([
        '_blank',
        'noopener noreferrer nofollow',
      ]);
    },
    patience,
  );
});

describe('who runs the session', () => {
  it(
    'hears the work of the slot and does everything by keyboard, without one key doing two things',
    async () => {
      const { organization, event, critiqueSessionId, fileId, slotId, assignmentId } = await running();
      const context = await newDesktop(browser);
      phones.push(context);
      const host = await makeMember(api.database, organization.id, 'host');
      const [name = '', value = ''] = (await api.cookieOf(host.personId)).split(/[=;]/);
      await context.addCookies([{ name, value, url: api.url }]);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const base = `${api.url}/app/${organization.slug}/events/${event.id}/critique-sessions`;
      await page.goto(`${base}/${critiqueSessionId}/run`);

      const { keys, acts, author, critics } = app.critiqueRun;
      // A key pressed before the screen shows what the one before did means nothing.
      const ready = (label: string) => page.getByRole('button', { name: label, disabled: false }).waitFor();
      await page.getByRole('heading', { name: keys.title }).waitFor();
      await page.getByRole('button', { name: words.load }).press('Enter');
      const toggle = player(page).getByRole('button', { name: words.play, exact: true });
      await toggle.press(' ');
      await isPast(page, 0.1);
      expect((await stateOf(slotId)).state).toBe('running');
      expect(await page.locator('video').getAttribute('src')).toContain(fileId);

      // Space belongs to the clock wherever no button has the focus.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press(' ');
      await ready(acts.resume);
      expect((await stateOf(slotId)).state).toBe('paused');
      await page.keyboard.press('a');
      await ready(author.here);
      await page.keyboard.press('a');
      await ready(author.missing);

      await page.locator('[data-row]').first().focus();
      await page.keyboard.press('m');
      await page.getByText(critics.nobodyLeft).waitFor();
      const [missed] = await api.database.sql<{ state: string }>(
        'select state from assignments where id = $1',
        [assignmentId],
      );
      expect(missed?.state).toBe('missed');
      await expectAccessible(page);
    },
    patience,
  );
});

/** The first work of an evening is being heard, and nobody without a work can stand in. */
async function running() {
  const evening = await brought(wav(60 * 8000), 'low tide.wav');
  await api.database.sql(
    `update attendees set status = 'cancelled', cancel_cause = 'by-person', seat = false where id = $1`,
    [evening.guest.attendeeId],
  );
  await changeSession(api, evening.critiqueSessionId, `state = 'running', started_at = app_now()`);
  const slotId = evening.works[0]?.slotId ?? '';
  await startSlot(api, slotId, 70);
  return { ...evening, slotId };
}

async function stateOf(slotId: string): Promise<{ state: string }> {
  const [slot] = await api.database.sql<{ state: string }>('select state from critique_slots where id = $1', [
    slotId,
  ]);
  if (slot === undefined) throw new Error('no slot');
  return slot;
}

async function markedAt(assignmentId: string, at: number): Promise<void> {
  const end = Date.now() + 15_000;
  for (;;) {
    const [row] = await api.database.sql<{ marks: { at: number }[] }>(
      'select marks from critiques where assignment_id = $1',
      [assignmentId],
    );
    const mark = row?.marks[0]?.at;
    if (mark !== undefined && Math.abs(mark - at) < 1000) return;
    if (Date.now() > end) throw new Error(`no mark was saved at ${at} ms: ${JSON.stringify(row)}`);
  }
}

/** A second of a film, taken by the browser itself. */
async function filmed(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [160, 90];
    const ink = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/mp4' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let frame = 0; frame < 30; frame += 1) {
      if (ink !== null) ink.fillStyle = frame % 2 === 0 ? '#1f5f5b' : '#fbf8f3';
      ink?.fillRect(0, 0, 160, 90);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  });
  return Buffer.from(text, 'latin1');
}
