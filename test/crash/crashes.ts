import { Database, openDataSource } from '#libs/database';
import { inOrganization, newId, system } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { makeAttendee, makePerson } from '../support/factories.ts';
import { makeComingEvent, makeIntroducedPair } from '../support/mails.ts';
import { type TestDatabase, createDatabase } from '../support/postgres.ts';
import { type SmtpPeer, startPeer } from '../support/smtp-peer.ts';
import { type WorkerProcess, spawnWorker, until } from '../support/worker.ts';
import { type HeldLine, openLine } from './held-line.ts';
import { type CrashPoint, crashPoints, lostUnanswered } from './points.ts';

// A worker that is a real process is killed with -9 at a chosen point of a mail's way. What it left stands aside until the
// round is over; then one worker that nobody kills brings everything to an end, and each mail is held against its table.

/** Far longer than a round: what a dead worker left is not taken up before it is asked for. */
const leaseSeconds = 600;
const waitMs = 60_000;

export interface Killed {
  point: CrashPoint;
  sort: 'never' | 'again';
  mailId: string;
  email: string;
  /** The state in which the row was left. */
  left: string;
}

export interface Ended extends Killed {
  state: string;
  /** The Message-ID of each copy that the server has. */
  copies: string[];
}

export class CrashGround {
  private constructor(
    readonly database: TestDatabase,
    private readonly db: Database,
    private readonly peer: SmtpPeer,
    private readonly line: HeldLine,
    private readonly event: { id: string; organizationId: string },
  ) {}

  static async open(): Promise<CrashGround> {
    const database = await createDatabase();
    const db = new Database(await openDataSource(database.appUrl, 'test', 'crashes', 2));
    // An hour at which introductions leave.
    await database.sql(`update installation set clock_offset = '2026-10-20T17:00:00Z'::timestamptz - now()`);
    const event = await makeComingEvent(database);
    return new CrashGround(database, db, await startPeer(), await openLine(database), event);
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.peer.stop();
    await this.db.close();
    await this.database.drop();
  }

  /** Kills one worker at each point. The round's number says which kind of mail is on its way where. */
  async killAtEach(round: number): Promise<Killed[]> {
    const killed: Killed[] = [];
    for (const [index, point] of crashPoints.entries()) {
      const sort = (index + round) % 2 === 0 ? 'again' : 'never';
      const lost = Math.floor(round / 2) % 2 === 1;
      killed.push(await this.kill(lost ? lostUnanswered(point) : point, sort));
    }
    return killed;
  }

  async kill(point: CrashPoint, sort: Killed['sort']): Promise<Killed> {
    const mail = await (sort === 'never' ? this.introduction() : this.rsvp());
    await this.db.write(inOrganization(this.event.organizationId, system), (tx) => post(tx, [mail]));
    const isThere = await this.prepareStop(point);
    const worker = this.startWorker();
    await until(isThere, `No mail came to the point ${point.name}`, waitMs);
    await worker.kill();
    await this.line.cut();
    this.peer.conduct = () => undefined;
    const [row] = await this.database.sql<{ id: string; state: string }>(
      `update mails set not_before = now() + interval '1 day' where person_id = $1 returning id, state`,
      [mail.personId],
    );
    return { point, sort, mailId: row?.id ?? '', email: mail.email, left: row?.state ?? '' };
  }

  /** Real time goes by: every lease and wait is over, and a worker that nobody kills takes up what is left. */
  async end(killed: readonly Killed[]): Promise<Ended[]> {
    await this.database.sql(
      `update mails set not_before = now(), lease_until = case when lease_until is not null then now() end where final_at is null`,
    );
    const worker = this.startWorker();
    await until(() => this.allFinal(), 'Some mail never came to an end', waitMs);
    await worker.terminate();
    const states = await this.database.sql<{ id: string; state: string }>('select id, state from mails');
    const stateOf = new Map(states.map(({ id, state }) => [id, state]));
    return killed.map((one) => ({
      ...one,
      state: stateOf.get(one.mailId) ?? 'gone',
      copies: this.peer.accepted.filter(({ to }) => to.includes(one.email)).map(({ messageId }) => messageId),
    }));
  }

  private async prepareStop({ at }: CrashPoint): Promise<() => Promise<boolean>> {
    if ('change' in at) {
      await this.line.stopAt(at);
      return () => this.line.isHeld();
    }
    let there = false;
    this.peer.conduct = ({ step }) => {
      if (step !== at.step) return undefined;
      there = true;
      return { silent: true, keep: at.keep === true };
    };
    return () => Promise.resolve(there);
  }

  private startWorker(): WorkerProcess {
    const database = { ...this.database, appUrl: this.line.url };
    return spawnWorker({ database, smtpUrl: this.peer.url, leaseSeconds });
  }

  private async allFinal(): Promise<boolean> {
    const open = await this.database.sql('select 1 from mails where final_at is null limit 1');
    return open.length === 0;
  }

  /** A mail that must never come twice. */
  private async introduction(): Promise<MailRequest & { email: string }> {
    const { id, a, b } = await makeIntroducedPair(this.database, this.event);
    return { ...this.about('introduction', id, a), speaksOf: [id, b.id] };
  }

  /** A mail that may come once more when in doubt. */
  private async rsvp(): Promise<MailRequest & { email: string }> {
    const person = await makePerson(this.database, { email: `guest-${newId()}@example.org` });
    const attendee = await makeAttendee(this.database, this.event, { person, came: false });
    return this.about('rsvp-confirmed', attendee.id, person);
  }

  private about(
    kind: MailRequest['kind'],
    subjectId: string,
    { id, email }: { id: string; email: string },
  ): MailRequest & { email: string } {
    return { organizationId: this.event.organizationId, kind, subjectId, personId: id, email };
  }
}
