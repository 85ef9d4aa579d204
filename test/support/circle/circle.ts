import { found } from '#libs/domain';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type House, type Seat, makeCircleEvening, openHouse, wasHeardBefore } from '../critique-journey.ts';
import { type GivenWork, openPhone } from '../critique-phones.ts';
import type { PlanRead } from '../critique-plan.ts';
import type { Run, RunSlot } from '../critique-run.ts';
import type { Way } from '../cut-network.ts';

// The people of one songwriting circle and what they bring; one to a test file, as a file has its modules to itself.

interface Circle {
  house: House;
  browser: Browser;
  evening: Awaited<ReturnType<typeof makeCircleEvening>>;
  /** Of the critique sessions in the web app, and in the api. */
  path: string;
  api: string;
  owner: Page;
  sessionId: string;
  /** The slots as they stood when somebody last looked. */
  run: RunSlot[];
  /** The screens of the two who run it, and the wall. */
  first: Page;
  second: Page;
  room: Page;
  /** By which one of the phones is connected. */
  way: Way;
  /** The author who did not come in time. */
  lost: string;
  /** The guest who was called in. */
  called: string;
  /** Who keeps their file. */
  keeper: string;
}

export const circle = {} as Circle;

/** Who waits, and the two who bring nothing. */
export const [late, jo, kit] = ['Ivy Tran', 'Jo Usher', 'Kit Vance'];
export const works: Record<string, GivenWork> = {
  'Ana Ortiz': { title: 'Low tide', question: 'Does the bridge earn the key change?', opinions: true },
  'Ben Imani': { title: 'Paper boats', question: 'Is the second verse too long?', opinions: true },
  'Cleo Marsh': { title: 'Seven letters', question: 'Which line would you cut?' },
  'Dee Park': { title: 'Night bus', question: 'Where does it begin for you?', opinions: true },
  'Eli Novak': { title: 'Second snow', question: 'Is the last chorus one too many?' },
  'Fay Quist': { title: 'The orchard', question: 'Who is singing to whom?', opinions: true },
  'Gus Rowe': { title: 'Glass harbour', question: 'What do you see at the end?' },
  'Hal Sato': { title: 'Slow train', question: 'Does the rhythm say what the words say?' },
  [late]: { title: 'Late light', question: 'Would you hear it twice?' },
};
export const workOf = (name: string): GivenWork => found(works[name]);

export async function openCircle(): Promise<void> {
  const [house, browser] = await Promise.all([openHouse('2026-10-12T09:00'), launchBrowser()]);
  const evening = await makeCircleEvening(house, [...Object.keys(works), jo, kit]);
  const { organization, event } = evening;
  Object.assign(circle, {
    house,
    browser,
    evening,
    path: `${house.url}/app/${organization.slug}/events/${event.id}/critique-sessions`,
    api: `/api/v1/organizations/${organization.id}/events/${event.id}/critique-sessions`,
  });
  await wasHeardBefore(house, organization.id, seatOf(late));
}

export async function closeCircle(): Promise<void> {
  const { browser, house, way } = circle as Partial<Circle>;
  await browser?.close();
  await way?.close();
  await house?.stop();
}

export const seatOf = (name: string): Seat => found(circle.evening.seats.find((seat) => seat.name === name));

export const phoneOf = (name: string, ...how: [string?, BrowserContextOptions?]): Promise<Page> =>
  openPhone(circle.browser, circle.house, seatOf(name), ...how);
export const leave = (...pages: Page[]): Promise<unknown> =>
  Promise.all(pages.map((page) => page.context().close()));

/** Phones that stay open, by whose they are. */
export const phones = new Map<string, Page>();
export const phone = (name: string): Page => found(phones.get(name));

let signedIn: Promise<string> | undefined;
/** Of the organizer, for what is asked without a browser. */
export function cookie(): Promise<string> {
  signedIn ??= circle.house.cookieOf(circle.evening.owner.id).then(({ name, value }) => `${name}=${value}`);
  return signedIn;
}

async function answerOf<Body>(below = ''): Promise<Body> {
  const { body } = await circle.house.http
    .get(`${circle.api}${below}`)
    .set('cookie', await cookie())
    .expect(200);
  return body as Body;
}

interface SessionRow {
  id: string;
  format: string;
  tables: number;
  criticsPerWork: number;
  state: string;
  deadlineAt: string;
  works: number;
}

export const sessionNow = async (): Promise<SessionRow> =>
  found((await answerOf<{ critiqueSessions: SessionRow[] }>()).critiqueSessions[0]);
export const planNow = (): Promise<PlanRead> => answerOf(`/${circle.sessionId}`);
export const runNow = (): Promise<Run> => answerOf(`/${circle.sessionId}/live`);

export const slotAt = (table: number, round: number): RunSlot =>
  found(circle.run.find((slot) => slot.table === table && slot.round === round));
export const authorAt = (table: number, round = 1): string => slotAt(table, round).author ?? '';
export const criticsAt = (table: number, round = 1): string[] =>
  slotAt(table, round).critics.map(({ name }) => name);
