import { setTimeout as pause } from 'node:timers/promises';
import { Database, openDataSource } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { makeComingEvent, makeIntroducedPair } from '../support/mails.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type SmtpPeer, startPeer } from '../support/smtp-peer.ts';
import { type WorkerProcess, spawnWorker } from '../support/worker.ts';
import { type Planned, conductOf, endsOf, mailFaults, strangerFaults } from './plans.ts';

/** A tarpit holds a connection for 0.8 of it; the product's is 60. */
const leaseSeconds = 5;
const healthyDomains = 40;
/** Something is stuck then. */
const longestMs = 20 * 60_000;

export interface Batch {
  planned: Planned[];
  /** Healthy mails a second, from the first accepted to the last. */
  pace: number;
}

/** One worker, one server and many mails, some of which the server treats badly. */
export class PostRun {
  private worker: WorkerProcess | undefined;
  private count = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly db: Database,
    readonly peer: SmtpPeer,
    private readonly event: { id: string; organizationId: string },
  ) {}

  static async open(): Promise<PostRun> {
    const database = await createDatabase();
    const db = new Database(await openDataSource(database.appUrl, 'test', 'faults', 2));
    await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
    const event = await makeComingEvent(database);
    const run = new PostRun(database, db, await startPeer({ login: true, keepRaw: false }), event);
    run.worker = spawnWorker({ database, smtpUrl: run.peer.url, leaseSeconds });
    return run;
  }

  async close(): Promise<void> {
    await this.worker?.kill();
    await this.peer.stop();
    await this.db.close();
    await this.database.drop();
  }

  /**
   * Queues so many mails in one transaction, 30 % of them to a domain of which the server treats each badly, and waits
   * until all others are there. Without faults the same domains are treated like the others, so that two batches differ
   * in nothing else.
   */
  async send(mails: number, faulty: boolean): Promise<Batch> {
    const planned = Array.from({ length: mails }, (_, index) => this.plan(index, faulty));
    this.peer.conduct = conductOf(planned, new Map());
    const others = new Set(
      planned.filter(({ email }) => !email.includes('@faulty')).map(({ email }) => email),
    );
    const from = this.peer.accepted.length;
    await this.queue(planned);
    const began = performance.now();
    const arrived = (): number =>
      this.peer.accepted.slice(from).filter(({ to }) => others.has(to[0] ?? '')).length;
    await holds(
      () => Promise.resolve(arrived() === others.size),
      20,
      'Some mail to a good domain did not arrive',
    );
    return { planned, pace: others.size / ((performance.now() - began) / 1000) };
  }

  /** Real time goes by until every mail has come to an end, with the faults that meet anybody, so often each. */
  async end(planned: readonly Planned[], eachStranger: number): Promise<string[]> {
    const strangers = new Map(strangerFaults.map(({ name }) => [name, eachStranger]));
    const asPlanned = this.peer.conduct;
    const asStrangers = conductOf([], strangers);
    this.peer.conduct = (exchange) => asStrangers(exchange) ?? asPlanned(exchange);
    const isOver = async (): Promise<boolean> => {
      await this.letTimePass();
      return !(await this.isOpen());
    };
    await holds(isOver, 100, 'Some mail never came to an end');
    const unmet = [...strangers].filter(([, left]) => left > 0).map(([name]) => `${name}: nobody met it`);
    return [...unmet, ...(await this.judge(planned))];
  }

  private async isOpen(): Promise<boolean> {
    return (await this.database.sql('select 1 from mails where final_at is null limit 1')).length > 0;
  }

  /** Whoever waits has waited: for an answer to "not now", or for the next look at a paused sender. */
  private async letTimePass(): Promise<void> {
    await this.database.sql(
      `update mails set not_before = clock_timestamp(), tried_since = tried_since - (not_before - clock_timestamp())
       where state = 'queued' and not_before > clock_timestamp()`,
    );
    await this.database.sql(
      'update sending_pause set probe_at = clock_timestamp() where probe_at > clock_timestamp()',
    );
    await this.database.sql(`select pg_notify('mail', '')`);
  }

  /** What should not be: an end, or a number of copies, other than the plan of the mail says. */
  async judge(planned: readonly Planned[]): Promise<string[]> {
    const rows = await this.database.sql<{ email: string; state: string; outcome: string }>(
      'select p.email, m.state, m.outcome from mails m join people p on p.id = m.person_id',
    );
    const endOf = new Map(rows.map((row) => [row.email, row]));
    const copies = new Map<string, string[]>();
    for (const { to, messageId } of this.peer.accepted) {
      const [email = ''] = to;
      copies.set(email, [...(copies.get(email) ?? []), messageId]);
    }
    return planned.flatMap((mail) => {
      const end = endOf.get(mail.email);
      const ids = copies.get(mail.email) ?? [];
      const name = `${mail.fault?.name ?? 'no fault'}, a mail that may come ${mail.sort === 'never' ? 'once' : 'again'}`;
      const fits = endsOf(mail).some(
        ({ state, copies: most }) => state === end?.state && most === ids.length,
      );
      const isOne = new Set(ids).size < 2;
      return fits && isOne
        ? []
        : [`${name}: ${end?.state ?? 'gone'} (${end?.outcome ?? ''}) with ${ids.length} copies`];
    });
  }

  private plan(index: number, faulty: boolean): Planned {
    this.count += 1;
    const bad = index % 10 < 3;
    const domain = bad ? `faulty${this.count % 7}.example` : `d${this.count % healthyDomains}.example`;
    const email = `m${this.count}@${domain}`;
    const sort = index % 11 === 0 ? 'never' : 'again';
    const fault = bad && faulty ? (mailFaults[this.count % mailFaults.length] ?? null) : null;
    return { email, sort, fault };
  }

  private async queue(planned: readonly Planned[]): Promise<void> {
    const requests = [
      ...(await this.rsvps(planned.filter(({ sort }) => sort === 'again'))),
      ...(await this.introductions(planned.filter(({ sort }) => sort === 'never'))),
    ];
    const order = new Map(planned.map(({ email }, index) => [email, index]));
    requests.sort((one, other) => (order.get(one.email) ?? 0) - (order.get(other.email) ?? 0));
    await this.db.write(inOrganization(this.event.organizationId, system), (tx) => post(tx, requests));
  }

  /** Guests with a seat, in two statements however many. */
  private async rsvps(planned: readonly Planned[]): Promise<(MailRequest & { email: string })[]> {
    const rows = planned.map(({ email }) => ({ email, person: newId(), attendee: newId() }));
    await this.database.sql(
      `with given as (select * from jsonb_to_recordset($1::jsonb) as one(email text, person uuid, attendee uuid)),
       people as (insert into people (id, email, name, confirmed_at, created_at) select person, email, 'Ines Okafor', app_now(), app_now() from given)
       insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version, created_at)
       select attendee, $2, $3, person, 'Ines Okafor', 'confirmed', true, $4 + row_number() over (), app_now(), 'page', 1, app_now() from given`,
      [JSON.stringify(rows), this.event.organizationId, this.event.id, 1_000_000 + this.count],
    );
    const { organizationId } = this.event;
    return rows.map(({ email, person, attendee }) => ({
      organizationId,
      kind: 'rsvp-confirmed',
      subjectId: attendee,
      personId: person,
      email,
    }));
  }

  private async introductions(planned: readonly Planned[]): Promise<(MailRequest & { email: string })[]> {
    const { organizationId } = this.event;
    const requests = [];
    for (const { email } of planned) {
      const { id, a, b } = await makeIntroducedPair(this.database, this.event);
      await this.database.sql('update people set email = $2 where id = $1', [a.id, email]);
      requests.push({
        organizationId,
        kind: 'introduction' as const,
        subjectId: id,
        personId: a.id,
        speaksOf: [id, b.id],
        email,
      });
    }
    return requests;
  }
}

/** Looks every so many milliseconds. */
async function holds(what: () => Promise<boolean>, everyMs: number, complaint: string): Promise<void> {
  const end = performance.now() + longestMs;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(complaint);
    await pause(everyMs);
  }
}
