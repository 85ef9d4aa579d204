import {
  Database,
  type KeyStanding,
  type Newcomer,
  type Tx,
  keep,
  lockPeople,
  lookUp,
  newGrants,
  openDesks,
  peopleByEmail,
  confirmPerson,
  refusalForEverybody,
  seatNewcomers,
  spendMany,
  unansweredMails,
} from '#libs/database';
import {
  type Attendee,
  type AttendeeStatus,
  DomainError,
  type EventDesk,
  type Once,
  everyOrganization,
  found,
} from '#libs/domain';
import { post } from '#libs/mail';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Batcher, type BatcherOptions } from '../batcher.ts';

/** Who asks: somebody whose address is proven, or an address that anybody may have typed. */
type Who = { personId: string; unnamed: boolean } | { email: string };

export interface Arrival extends Omit<Newcomer, 'personId' | 'proven'> {
  who: Who;
  once?: Once | undefined;
}

/** How a proven person stands after their RSVP; null for an unproven address, which is told nothing. */
export type Seated = { attendeeId: string; status: AttendeeStatus } | null;

/** A late link is a new RSVP of its minute; after a week nobody remembers having asked. */
const linkMinutes = 7 * 24 * 60;

/** 4,096 is about three seconds of work (docs/decisions/0008): whoever comes after that is better told to come again. */
export const deskBounds: BatcherOptions = { most: 256, inFlight: 1, queue: 4096 };

/**
 * The RSVP desk. A crowd that asks for the same seats is slowest one by one: each has to wait for the counter row until
 * the one before has reached the disk. So whoever comes while a transaction is under way is taken together in the next,
 * all events mixed, at most 256: one lock of the counters, one look, one write, one commit (docs/decisions/0008 has the
 * numbers). Nobody waits for a batch to fill: an idle desk serves the first at once, alone.
 *
 * One batch at a time: a second would be cut short early, only to wait for the same counter row. Several api processes are
 * correct together, because that row is locked in Postgres and nothing is remembered here between two batches.
 */
export class Desk implements OnApplicationShutdown {
  private readonly batcher: Batcher<Arrival, Seated>;

  constructor(
    private readonly db: Database,
    bounds: BatcherOptions = deskBounds,
  ) {
    this.batcher = new Batcher((arrivals) => this.serve(arrivals), bounds);
  }

  /** @throws DomainError the gate that refuses, too-busy when the queue is full */
  seat(arrival: Arrival): Promise<Seated> {
    return this.batcher.ask(arrival);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }

  private serve(arrivals: Arrival[]): Promise<(Seated | Error)[]> {
    return this.db.write(everyOrganization, async (tx) => {
      const standings = await keyStandings(tx, arrivals);
      const fresh = arrivals.filter((_, index) => standings[index] === 'fresh');
      const answers = await seatAll(tx, fresh);
      await keepAnswers(tx, fresh, answers);
      const next = answers.values();
      return standings.map(
        (standing) => (standing === 'fresh' ? found(next.next().value) : repeated(standing)).answer,
      );
    });
  }
}

/** An answer in a box, because null is one. */
interface Boxed {
  answer: Seated | Error;
}

/** Requests that carry no key are always fresh. */
async function keyStandings(tx: Tx, arrivals: readonly Arrival[]): Promise<KeyStanding[]> {
  const onces = arrivals.flatMap(({ once }) => once ?? []);
  if (onces.length === 0) return arrivals.map(() => 'fresh');
  const standings = (await lookUp(tx, onces)).values();
  return arrivals.map(({ once }) => (once === undefined ? 'fresh' : found(standings.next().value)));
}

function repeated(standing: Exclude<KeyStanding, 'fresh'>): Boxed {
  if (standing === 'running') return { answer: new DomainError('request-running') };
  if (standing === 'reused') return { answer: new DomainError('idempotency-key-reused') };
  return { answer: standing.result as Seated };
}

/** In the transaction of the effect (rule 29). A refusal changed nothing and is not kept. */
async function keepAnswers(tx: Tx, arrivals: readonly Arrival[], answers: readonly Boxed[]): Promise<void> {
  const kept = arrivals.flatMap(({ once }, index) => {
    const answer = answers[index]?.answer;
    return once === undefined || answer instanceof Error ? [] : [{ once, result: answer }];
  });
  await keep(tx, kept);
}

async function seatAll(tx: Tx, arrivals: readonly Arrival[]): Promise<Boxed[]> {
  const people = await peopleOf(tx, arrivals);
  const all = arrivals.map((arrival, index) => ({
    arrival,
    newcomer: newcomerOf(arrival, found(people[index])),
  }));
  const desks = await openDesks(
    tx,
    arrivals.map(({ eventId }) => eventId),
  );
  const silenced = await overBudget(
    tx,
    desks,
    all.map(({ newcomer }) => newcomer),
  );
  const asked = all.filter(({ newcomer }) => !silenced.has(newcomer));
  const seated = await seatNewcomers(
    tx,
    asked.map(({ newcomer }) => newcomer),
    desks,
  );
  await askForProof(
    tx,
    seated.filter((attendee, index) => isUnproven(asked[index]?.arrival) && isSeated(attendee)),
  );
  const answers = new Map(asked.map(({ arrival }, index) => [arrival, found(seated[index])]));
  return arrivals.map((arrival) => ({ answer: answerTo(arrival, answers.get(arrival)) }));
}

const isUnproven = (arrival: Arrival | undefined): boolean => arrival !== undefined && 'email' in arrival.who;
const isSeated = (attendee: Attendee | DomainError): attendee is Attendee =>
  !(attendee instanceof DomainError);

/** Without a session the answer is the same whoever asks; only a refusal that is everybody's to know is told. */
function answerTo(arrival: Arrival, seated: Attendee | DomainError | undefined): Seated | Error {
  if (seated === undefined) return null;
  if (seated instanceof DomainError) return seated;
  return isUnproven(arrival) ? null : { attendeeId: seated.id, status: seated.status };
}

/** The person of each arrival. */
async function peopleOf(tx: Tx, arrivals: readonly Arrival[]): Promise<string[]> {
  const ids = await peopleByEmail(
    tx,
    arrivals.flatMap(({ who }) => ('email' in who ? [who.email] : [])),
  );
  // People before counter rows, in one order: what they say of themselves is kept on their rows.
  const speaking = arrivals.flatMap(({ who, typed }) =>
    'personId' in who && (who.unnamed || Object.keys(typed.profile).length > 0) ? [who.personId] : [],
  );
  if (speaking.length > 0) await lockPeople(tx, speaking);
  const people: string[] = [];
  for (const { who, typed } of arrivals) {
    if ('personId' in who && who.unnamed) await confirmPerson(tx, who.personId, { name: typed.name });
    people.push('email' in who ? found(ids.get(who.email)) : who.personId);
  }
  return people;
}

/**
 * The unproven whose address has had its three mails of this hour. They are left out, silently: nothing is held and no
 * mail leaves (rule 13). Whom the gates of everybody refuse spends nothing and is refused as always: bad forms silence
 * no address, and no answer tells whose budget is used up.
 */
async function overBudget(
  tx: Tx,
  desks: ReadonlyMap<string, EventDesk>,
  newcomers: readonly Newcomer[],
): Promise<Set<Newcomer>> {
  const asking = newcomers.filter(
    (newcomer) => !newcomer.proven && refusalForEverybody(desks, newcomer) === null,
  );
  const mayMail = await spendMany(
    tx,
    asking.map(({ personId }) => unansweredMails.key(personId)),
    unansweredMails.limit,
  );
  return new Set(asking.filter((_, index) => mayMail[index] !== true));
}

function newcomerOf(arrival: Arrival, personId: string): Newcomer {
  const { organizationId, eventId, typed, answers } = arrival;
  return { organizationId, eventId, personId, proven: !isUnproven(arrival), typed, answers };
}

/** One mail each, whatever the RSVP is by now; it says new, already going, or refused. */
async function askForProof(tx: Tx, attendees: readonly (Attendee | DomainError)[]): Promise<void> {
  const asked = attendees.filter(isSeated);
  const grants = await newGrants(
    tx,
    asked.map(({ id: subjectId, organizationId, personId }) => {
      return { purpose: 'confirm-rsvp', minutes: linkMinutes, personId, organizationId, subjectId } as const;
    }),
  );
  await post(
    tx,
    asked.map(({ organizationId, personId }, index) => {
      return { organizationId, kind: 'rsvp-confirm', subjectId: found(grants[index]), personId };
    }),
  );
}
