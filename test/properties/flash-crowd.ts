import { mintGrant } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import type { TestDatabase } from '../support/postgres.ts';
import { seenOn } from '../support/rsvp-desk.ts';
import type { Answer } from './api-pair.ts';
import { readHistory } from './audit.ts';
import { type Evening, type SignedIn, makeSignedIn, openEvening } from './evening.ts';
import { type Ground, judge } from './histories.ts';
import { openBrowser } from './operations.ts';
import { Random } from './random.ts';

export interface Crowd {
  people: number;
  capacity: number;
  inFlight: number;
  seed: number;
}

const plain = { policy: 'automatic', open: true, approval: false, plusOnes: 0 } as const;

/** Does `work` for each, so many at a time. */
async function inFlight<Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const one = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: most }, one));
}

export const openFor = (database: TestDatabase, { seed, capacity }: Crowd): Promise<Evening> =>
  openEvening(database, new Random(seed), [], { ...plain, capacity });

/** Everybody has a session and comes at once. @returns what should not be */
export async function signedInCrowd(ground: Ground, crowd: Crowd): Promise<string[]> {
  const people = await makeSignedIn(ground.database, crowd.people, `crowd${crowd.seed}-`);
  const evening = await openFor(ground.database, crowd);
  const path = `/api/v1/events/${evening.slug}/rsvps`;
  const answers = new Answers(202);
  const told = new Map<string, string>();
  await inFlight(crowd.inFlight, people, async ({ id, name, email, cookie }: SignedIn) => {
    const answer = await ground.apis.send({ method: 'POST', path, cookie, json: { name, email } });
    answers.count(answer);
    told.set(id, (JSON.parse(answer.text) as { status?: string }).status ?? 'nothing');
  });
  return [
    ...answers.faults(),
    ...(await toldFaults(ground.database, evening, told)),
    ...(await countFaults(ground.database, evening, crowd)),
    ...(await orderFaults(ground.database, evening, crowd)),
    ...(await judge(ground.database, evening, await readHistory(ground.database, evening.eventId))),
  ];
}

/** Nobody has a session: addresses are typed at once, and their links are used in an order of their own. */
export async function unprovenCrowd(ground: Ground, crowd: Crowd): Promise<string[]> {
  const random = new Random(crowd.seed);
  const evening = await openFor(ground.database, crowd);
  const path = `/api/v1/events/${evening.slug}/rsvps`;
  const answers = new Answers(202);
  const numbers = Array.from({ length: crowd.people }, (_, index) => index);
  await inFlight(crowd.inFlight, numbers, async (number) => {
    const json = { name: 'Somebody', email: `typed${crowd.seed}-${number}@example.org` };
    const network = `10.${crowd.seed}.${number >> 8}.${number & 255}`;
    answers.count(await ground.apis.send({ method: 'POST', path, json, network }));
  });
  const links = random.shuffled(await linksOf(ground, evening));
  const { cookie, formToken } = await openBrowser(ground.apis, evening.slug);
  const presses = new Answers(303);
  await inFlight(crowd.inFlight, links, async (link) => {
    const seen = seenOn((await ground.apis.send({ method: 'GET', path: link })).text) ?? '';
    presses.count(await ground.apis.send({ method: 'POST', path: link, cookie, form: { formToken, seen } }));
  });
  return [
    ...answers.faults(),
    ...(links.length === crowd.people ? [] : [`${links.length} mails ask for ${crowd.people} proofs`]),
    ...presses.faults(),
    ...(await countFaults(ground.database, evening, crowd)),
    ...(await judge(ground.database, evening, await readHistory(ground.database, evening.eventId))),
  ];
}

/** The links of the mails that ask for proof, as the worker would mint them. */
async function linksOf({ database, db }: Ground, { organizationId }: Evening): Promise<string[]> {
  const mails = await database.sql<{ grantId: string }>(
    `select subject_id as "grantId" from mails where organization_id = $1 and kind = 'rsvp-confirm'`,
    [organizationId],
  );
  return db.write(inOrganization(organizationId, system), async (tx) => {
    const links: string[] = [];
    for (const { grantId } of mails) links.push(`/rsvp/confirm/${await mintGrant(tx, grantId)}`);
    return links;
  });
}

/** Every answer but the expected one is a fault; 503 was asked again before it came here. */
class Answers {
  private readonly odd = new Map<number, { times: number; text: string }>();

  constructor(private readonly expected: number) {}

  count({ status, text }: Answer): void {
    if (status === this.expected) return;
    const { times } = this.odd.get(status) ?? { times: 0 };
    this.odd.set(status, { times: times + 1, text });
  }

  faults(): string[] {
    return [...this.odd].map(
      ([status, { times, text }]) => `${times} were answered ${status}: ${text.slice(0, 200)}`,
    );
  }
}

interface Standing {
  status: string;
  arrival: number | null;
}

const standings = (database: TestDatabase, { eventId }: Evening): Promise<Standing[]> =>
  database.sql<Standing & Record<string, unknown>>(
    'select status, arrival from attendees where event_id = $1 order by arrival, id',
    [eventId],
  );

/** Exactly as many are confirmed as there are seats, everybody else waits, and arrivals are counted without a gap. */
export async function countFaults(database: TestDatabase, evening: Evening, crowd: Crowd): Promise<string[]> {
  const rows = await standings(database, evening);
  const having = (status: string): number => rows.filter((row) => row.status === status).length;
  const gap = rows.findIndex(({ arrival }, index) => arrival !== index + 1);
  return [
    ...(having('confirmed') === crowd.capacity
      ? []
      : [`${having('confirmed')} are confirmed and there are ${crowd.capacity} seats`]),
    ...(having('waitlisted') === crowd.people - crowd.capacity
      ? []
      : [`${having('waitlisted')} wait and ${crowd.people - crowd.capacity} should`]),
    ...(rows.length === crowd.people && gap === -1 ? [] : [`arrivals have a gap or a double at ${gap + 1}`]),
  ];
}

/** Nobody leaves, so what each was answered is how they still stand. */
async function toldFaults(
  database: TestDatabase,
  { eventId }: Evening,
  told: ReadonlyMap<string, string>,
): Promise<string[]> {
  const rows = await database.sql<{ personId: string; status: string }>(
    'select person_id as "personId", status from attendees where event_id = $1',
    [eventId],
  );
  const wrong = rows.filter(({ personId, status }) => told.get(personId) !== status);
  return wrong.length === 0 ? [] : [`${wrong.length} were told something else than what is so`];
}

/** The first to arrive have the seats, and the history has everybody in the order of arrival. */
async function orderFaults(database: TestDatabase, evening: Evening, { capacity }: Crowd): Promise<string[]> {
  const rows = await standings(database, evening);
  const late = rows.filter(
    ({ status, arrival }) => status === 'confirmed' && (arrival ?? Infinity) > capacity,
  );
  const steps = await readHistory(database, evening.eventId);
  const swapped = steps.findIndex(({ codes }, index) => codes.arrival !== index + 1);
  return [
    ...(late.length === 0 ? [] : [`${late.length} have a seat and came later than the seats were gone`]),
    ...(swapped === -1 ? [] : [`step ${swapped + 1} is not that of arrival ${swapped + 1}`]),
  ];
}
