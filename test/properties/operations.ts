import { type Database, atDesk, attendeeAt, mintGrant, parseKeys } from '#libs/database';
import { DomainError, inOrganization, system } from '#libs/domain';
import { expire } from '../../apps/worker/src/attendees/expire.ts';
import { importGuestList } from '../../apps/worker/src/attendees/import.ts';
import { testKeys } from '../support/api.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { seenOn } from '../support/rsvp-desk.ts';
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
  /** Where the pages of those are that have confirmed. */
  links: Map<string, string>;
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

const guestFields = (play: Play): Record<string, string> =>
  Object.fromEntries(guestsOf(play).map((name, index) => [`guest.${index + 1}`, name]));

/** A form of a page, sent by this client's browser, as somebody signed in or not. */
async function submit(
  play: Play,
  path: string,
  fields: Record<string, string>,
  session = '',
): Promise<Answer> {
  const { browser } = play;
  const cookie = [session, browser.cookie].filter((one) => one !== '').join('; ');
  const form = { formToken: browser.formToken, ...fields };
  return play.apis.send({ method: 'POST', path, cookie, form, network: networkOf(play) });
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

async function askByForm(play: Play): Promise<number | null> {
  const email = play.random.oneOf(play.strangers);
  if (email === undefined) return null;
  const fields = { name: 'Somebody', email, ...guestFields(play) };
  return (await submit(play, `/e/${play.evening.slug}/rsvp`, fields)).status;
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
  const [grant] = await play.database.sql<{ id: string }>(
    `select g.id from grants g join people p on p.id = g.person_id
     where p.email = $1 and g.organization_id = $2 and g.purpose = 'confirm-rsvp' and g.used_at is null
     order by g.created_at desc limit 1`,
    [email, play.evening.organizationId],
  );
  if (grant === undefined) return null;
  const token = await mintedOf(play, grant.id);
  if (email === undefined || token === null) return null;
  const path = `/rsvp/confirm/${token}`;
  const page = await play.apis.send({ method: 'GET', path });
  // Somebody may send the form again just now, and the button then confirms nothing.
  const { status, headers } = await submit(play, path, { seen: seenOn(page.text) ?? '' });
  if (status === 303 && typeof headers['location'] === 'string') play.links.set(email, headers['location']);
  return status;
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

/** On the person's own page: with their session, or by the link that confirming led to. */
async function byPerson(
  play: Play,
  act: string,
  fields: Record<string, string>,
  ...statuses: string[]
): Promise<number | null> {
  const listed = await play.roster.somebody(play.random, ...statuses);
  if (listed === undefined) return null;
  const person = play.people.find(({ id }) => id === listed.personId);
  const page = person === undefined ? play.links.get(listed.email) : `/me/rsvps/${listed.id}`;
  return page === undefined ? null : (await submit(play, `${page}/${act}`, fields, person?.cookie)).status;
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

/** The button on a panelist's page, past the invitation to a panel that leads there. */
async function joinPanel(play: Play): Promise<number | null> {
  const { roster, random, db, evening } = play;
  const listed = await roster.somebody(random, ...anybody, 'declined', 'cancelled');
  if (listed === undefined) return null;
  const { organizationId, eventId } = evening;
  await db.write(inOrganization(organizationId, system), (tx) =>
    atDesk(tx, organizationId, eventId, async (desk) => {
      desk.joinPanel(await attendeeAt(tx, desk, listed.id), { kind: 'person', id: listed.personId });
    }),
  );
  return 200;
}

/** Somebody stands at the door who was not going. */
async function letIn(play: Play): Promise<number | null> {
  const { roster, random, db, evening } = play;
  const listed = await roster.somebody(
    random,
    'held',
    'pending',
    'waitlisted',
    'offered',
    'declined',
    'cancelled',
  );
  if (listed === undefined) return null;
  const { organizationId, eventId } = evening;
  await db.write(inOrganization(organizationId, system), (tx) =>
    atDesk(tx, organizationId, eventId, async (desk) => {
      desk.letIn(await attendeeAt(tx, desk, listed.id), { tell: true }, system);
    }),
  );
  return 200;
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
  await importGuestList(
    { organizationId: evening.organizationId, importId },
    { db, keys: parseKeys(testKeys) },
  );
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

/** Nothing may happen after it: the audit does not say in which version it was cancelled. */
export const cancelEvening = async (play: Play): Promise<number> =>
  (await asHost(play, 'POST', '/cancel', { reason: 'The roof leaks.' })).status;

/** What clients do. */
export const operations = {
  rsvp,
  ask,
  askByForm,
  confirm,
  cancel: (play) => byPerson(play, 'cancel', {}, ...anybody),
  cancelFor: (play) => byHost(play, 'cancel', {}, ...anybody),
  claim: (play) => byPerson(play, 'claim', {}, 'offered'),
  changeParty: (play) => byPerson(play, 'guests', guestFields(play), 'confirmed', 'waitlisted', 'pending'),
  approve: (play) => byHost(play, 'approve', {}, 'pending', 'declined'),
  decline: (play) => byHost(play, 'decline', {}, 'pending'),
  approveSeveral: (play) => inBulk(play, 'approve'),
  declineSeveral: (play) => inBulk(play, 'decline'),
  moveUp: (play) => byHost(play, 'move-up', reason, 'waitlisted'),
  seat: (play) => byHost(play, 'seat', reason, 'waitlisted', 'pending', 'offered'),
  add,
  joinPanel,
  letIn,
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
  ask: 5,
  askByForm: 5,
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
  joinPanel: 2,
  letIn: 1.5,
  importList: 0.3,
  setCapacity: 3,
  turnWaitlist: 3,
  letTimePass: 2.5,
  wakeWorker: 2,
};
