import { type Database, atDesk, attendeeAt, mintGrant } from '#libs/database';
import { DomainError, type EventDesk, type Attendee, inOrganization, system } from '#libs/domain';
import { importGuestList } from '../../apps/worker/src/attendees/import.ts';
import { expire } from '../../apps/worker/src/attendees/expire.ts';
import type { TestDatabase } from '../support/postgres.ts';
import type { Answer, ApiPair, Sent } from './api-pair.ts';
import type { Evening, SignedIn } from './evening.ts';
import type { Random } from './random.ts';
import type { Roster } from './roster.ts';

/** What one client plays with. */
export interface Play {
  apis: ApiPair;
  db: Database;
  database: TestDatabase;
  evening: Evening;
  /** They have a session. */
  people: readonly SignedIn[];
  /** They have an address and answer their mail, sometimes. */
  strangers: readonly string[];
  roster: Roster;
  random: Random;
  /** Cookie and token of this client's browser for forms. */
  browser: Browser;
}

export interface Browser {
  cookie: string;
  formToken: string;
}

/** The status of the answer; null when there was nothing to do it to. */
type Operation = (play: Play) => Promise<number | null>;

const routes = ({ evening: { organizationId, eventId } }: Play): string =>
  `/api/v1/organizations/${organizationId}/events/${eventId}`;

async function asHost(play: Play, method: Sent['method'], path: string, json?: object): Promise<Answer> {
  const cookie = play.evening.host.cookie;
  return play.apis.send({
    method,
    path: `${routes(play)}${path}`,
    cookie,
    ...(json !== undefined && { json }),
  });
}

const guestsOf = ({ random, evening }: Play): string[] =>
  Array.from({ length: random.between(0, evening.rules.plusOnes) }, (_, index) => `Guest ${index}`);

/** A form of a page, sent by this client's browser, as somebody signed in or not. */
async function submit(
  play: Play,
  path: string,
  fields: Record<string, string>,
  session = '',
): Promise<Answer> {
  const { browser } = play;
  const cookie = [session, browser.cookie].filter((one) => one !== '').join('; ');
  return play.apis.send({ method: 'POST', path, cookie, form: { formToken: browser.formToken, ...fields } });
}

/** Any page with a form marks a browser and gives it the token of all its forms. */
export async function openBrowser(apis: ApiPair, slug: string): Promise<Browser> {
  const { headers, text } = await apis.send({ method: 'GET', path: `/e/${slug}` });
  const cookies = [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)?.[1];
  if (formToken === undefined) throw new Error('The page of the event has no form.');
  return { cookie: cookies.join('; '), formToken };
}

const networkOf = ({ random }: Play): string =>
  `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`;

async function rsvp(play: Play): Promise<number | null> {
  const person = play.random.oneOf(play.people);
  if (person === undefined) return null;
  const { name, email, cookie } = person;
  const path = `/api/v1/events/${play.evening.slug}/rsvps`;
  const json = { name, email, guests: guestsOf(play) };
  return (await play.apis.send({ method: 'POST', path, cookie, json })).status;
}

async function ask(play: Play): Promise<number | null> {
  const email = play.random.oneOf(play.strangers);
  if (email === undefined) return null;
  const json = { name: 'Somebody', email, guests: guestsOf(play) };
  const path = `/api/v1/events/${play.evening.slug}/rsvps`;
  return (await play.apis.send({ method: 'POST', path, json, network: networkOf(play) })).status;
}

/** The button behind the link of the newest mail, as the worker would mint it. */
async function confirm(play: Play): Promise<number | null> {
  const email = play.random.oneOf(play.strangers);
  const [mail] = await play.database.sql<{ grantId: string }>(
    `select m.subject_id as "grantId" from mails m join people p on p.id = m.person_id join grants g on g.id = m.subject_id
     where p.email = $1 and m.organization_id = $2 and m.kind = 'rsvp-confirm' and g.used_at is null order by m.id desc limit 1`,
    [email, play.evening.organizationId],
  );
  if (mail === undefined) return null;
  const token = await mintedOf(play, mail.grantId);
  return token === null ? null : (await submit(play, `/rsvp/confirm/${token}`, {})).status;
}

/** Somebody else may have pressed the button in the meantime. */
async function mintedOf({ db, evening }: Play, grantId: string): Promise<string | null> {
  try {
    return await db.write(inOrganization(evening.organizationId, system), (tx) => mintGrant(tx, grantId));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** By the person's own page where they have a session, else what the link of their mail leads to. */
async function byPerson(play: Play, act: string, fields: Record<string, string>, ...statuses: string[]) {
  const listed = await play.roster.somebody(play.random, ...statuses);
  const person = play.people.find(({ id }) => id === listed?.personId);
  if (listed === undefined || person === undefined) return null;
  return (await submit(play, `/me/rsvps/${listed.id}/${act}`, fields, person.cookie)).status;
}

async function byHost(play: Play, act: string, json: object, ...statuses: string[]): Promise<number | null> {
  const listed = await play.roster.somebody(play.random, ...statuses);
  if (listed === undefined) return null;
  return (await asHost(play, 'POST', `/attendees/${listed.id}/${act}`, json)).status;
}

async function inBulk(play: Play, act: 'approve' | 'decline'): Promise<number | null> {
  const listed = await play.roster.several(play.random, play.random.between(1, 8), 'pending', 'declined');
  if (listed.length === 0) return null;
  return (await asHost(play, 'POST', `/attendees/${act}`, { ids: listed.map(({ id }) => id) })).status;
}

/** At the desk without a route. */
async function atTheDesk(
  { db, evening: { organizationId, eventId } }: Play,
  attendeeId: string,
  act: (desk: EventDesk, attendee: Attendee) => void,
): Promise<number> {
  try {
    await db.write(inOrganization(organizationId, system), (tx) =>
      atDesk(tx, organizationId, eventId, async (desk) => {
        act(desk, await attendeeAt(tx, desk, attendeeId));
      }),
    );
    return 200;
  } catch (error) {
    if (error instanceof DomainError) return 422;
    throw error;
  }
}

async function claim(play: Play): Promise<number | null> {
  const listed = await play.roster.somebody(play.random, 'offered');
  if (listed === undefined) return null;
  return atTheDesk(play, listed.id, (desk, attendee) => {
    desk.claim(attendee, system);
  });
}

async function changeParty(play: Play): Promise<number | null> {
  const listed = await play.roster.somebody(play.random, 'confirmed', 'waitlisted', 'pending');
  if (listed === undefined) return null;
  return atTheDesk(play, listed.id, (desk, attendee) => {
    desk.changeParty(attendee, guestsOf(play), system);
  });
}

async function changeEvent(play: Play, change: object): Promise<number> {
  const [event] = await play.database.sql<{ version: number }>('select version from events where id = $1', [
    play.evening.eventId,
  ]);
  return (await asHost(play, 'PATCH', '', { version: event?.version ?? 0, ...change })).status;
}

async function add(play: Play): Promise<number | null> {
  const { random, people, strangers } = play;
  const email = random.happens(0.5) ? random.oneOf(people)?.email : random.oneOf(strangers);
  const json = { name: 'Added', email, guests: guestsOf(play), beyondCapacity: random.happens(0.2) };
  return (await asHost(play, 'POST', '/attendees', json)).status;
}

const listWords = ['going', 'going', 'waitlist', 'pending', 'declined', 'checked in', 'cancelled', ''];

async function importList(play: Play): Promise<number | null> {
  const { random, people, strangers, apis, evening, db } = play;
  const emails = random
    .shuffled([...people.map(({ email }) => email), ...strangers])
    .slice(0, random.between(1, 6));
  const rows = emails.map((email) => `Listed,${email},${random.oneOf(listWords) ?? ''}`);
  const csv = ['name,email,status', ...rows].join('\n');
  const { cookie } = evening.host;
  const uploaded = await apis.send({ method: 'POST', path: `${routes(play)}/imports`, cookie, csv });
  if (uploaded.status !== 201) return uploaded.status;
  const { id: importId } = JSON.parse(uploaded.text) as { id: string };
  const { status } = await asHost(play, 'POST', `/imports/${importId}/start`);
  await importGuestList({ organizationId: evening.organizationId, importId }, { db });
  return status;
}

async function letTimePass({ random, database }: Play): Promise<number> {
  await database.sql('update installation set clock_offset = clock_offset + make_interval(secs => $1)', [
    random.between(1, 15) * 60,
  ]);
  return 200;
}

async function wakeWorker({ db, evening: { organizationId, eventId } }: Play): Promise<number> {
  await expire({ organizationId, eventId }, { db });
  return 200;
}

const anybody = ['held', 'pending', 'confirmed', 'waitlisted', 'offered'];
const reason = { reason: 'speaker' };

/** What clients do. */
export const operations = {
  rsvp,
  ask,
  confirm,
  cancel: (play) => byPerson(play, 'cancel', {}, ...anybody),
  cancelFor: (play) => byHost(play, 'cancel', {}, ...anybody),
  claim,
  changeParty,
  approve: (play) => byHost(play, 'approve', {}, 'pending', 'declined'),
  decline: (play) => byHost(play, 'decline', {}, 'pending'),
  approveSeveral: (play) => inBulk(play, 'approve'),
  declineSeveral: (play) => inBulk(play, 'decline'),
  moveUp: (play) => byHost(play, 'move-up', reason, 'waitlisted'),
  seat: (play) => byHost(play, 'seat', reason, 'waitlisted', 'pending', 'offered'),
  add,
  importList,
  setCapacity: (play) => changeEvent(play, { capacity: play.random.between(2, 40) }),
  turnWaitlist: (play) =>
    changeEvent(play, {
      waitlist: play.random.oneOf(['automatic', 'offer']),
      waitlistOpen: play.random.happens(0.7),
    }),
  letTimePass,
  wakeWorker,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** How often each is done, in parts of their sum. */
export const weights: Readonly<Record<OperationName, number>> = {
  rsvp: 24,
  ask: 10,
  confirm: 10,
  cancel: 10,
  cancelFor: 4,
  claim: 8,
  changeParty: 7,
  approve: 3,
  decline: 2,
  approveSeveral: 1,
  declineSeveral: 0.5,
  moveUp: 2,
  seat: 1.5,
  add: 3,
  importList: 0.3,
  setCapacity: 3,
  turnWaitlist: 3,
  letTimePass: 4,
  wakeWorker: 2,
};
