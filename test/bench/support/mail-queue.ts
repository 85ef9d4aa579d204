import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#libs/database';
import { inOrganization, system } from '#libs/domain';
import { later } from '#libs/jobs';
import { type MailRequest, post } from '#libs/mail';
import pg from 'pg';
import type { Ground } from './ground.ts';
import type { RawLetter } from './mail-raw.ts';
import { eventId, idOf, organizationId, personId, seedEvents } from './seed.ts';

const kind = 'rsvp-confirmed';
const idText = (kindOfId: string, n: number): string =>
  `01900000-0000-7000-${kindOfId}-${n.toString(16).padStart(12, '0')}`;
/** The evening number 100 belongs to the first organization. */
const [organization, evening] = [idText('8001', 1), idText('8002', 100)];
const scope = inOrganization(organization, system);

/** The queue of mails of one evening with many guests, each of whom is told that they have a seat. */
export class MailQueue {
  private client: pg.Client | undefined;
  private jobs = 0;

  private constructor(
    private readonly ground: Ground,
    private readonly db: Database,
  ) {}

  static async lay(ground: Ground, db: Database, guests: number): Promise<MailQueue> {
    await seedEvents(ground, 100, guests);
    await ground.sql(
      `insert into people (id, email, name, confirmed_at, created_at)
       select ${personId('n')}, 'p' || n || '@d' || n % 50 || '.example.org', 'Ines Okafor', now(), now() from generate_series(1, $1::int) n`,
      [guests],
    );
    await ground.sql(
      `insert into attendees (id, organization_id, event_id, person_id, name, status, seat, arrival, confirmed_at, source, version, created_at)
       select ${idOf('n', '8005')}, ${organizationId(1)}, ${eventId(100)}, ${personId('n')}, 'Ines Okafor', 'confirmed', true, n, now(), 'page', 1, now()
       from generate_series(1, $1::int) n`,
      [guests],
    );
    await ground.sql('vacuum analyze');
    return new MailQueue(ground, db);
  }

  /** @returns milliseconds, from an empty table */
  async timed(work: () => Promise<void>): Promise<number> {
    await this.empty();
    const began = performance.now();
    await work();
    return performance.now() - began;
  }

  async empty(): Promise<void> {
    await this.ground.sql('truncate mails cascade');
    await this.ground.sql('checkpoint');
  }

  post(count: number, from = 1): Promise<void> {
    return this.db.write(scope, (tx) =>
      post(
        tx,
        Array.from({ length: count }, (_, index) => requestOf(from + index)),
      ),
    );
  }

  /** The same rows by a statement that knows what it is for, under the same row-level security. */
  async insertByHand(count: number): Promise<void> {
    const client = await this.byHand();
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    await client.query('begin');
    await client.query(
      `select set_config('app.scope', 'organization', true), set_config('app.organization', $1, true)`,
      [organization],
    );
    await client.query(
      `insert into mails (id, organization_id, kind, subject_id, person_id, due_at, created_at)
       select id, $1, '${kind}', subject, person, now(), now() from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as mail(id, subject, person)
       on conflict do nothing`,
      [
        organization,
        numbers.map((n) => idText('8009', n)),
        numbers.map((n) => idText('8005', n)),
        numbers.map((n) => idText('8003', n)),
      ],
    );
    await client.query(`select pg_notify('mail', '')`);
    await client.query('commit');
  }

  private async byHand(): Promise<pg.Client> {
    if (this.client === undefined) {
      this.client = new pg.Client({ connectionString: this.ground.appUrl });
      await this.client.connect();
    }
    return this.client;
  }

  async close(): Promise<void> {
    await this.client?.end();
  }

  async allSent(count: number): Promise<void> {
    for (;;) {
      const [row] = await this.ground.sql<{ sent: number; other: number }>(
        `select count(*) filter (where state = 'sent')::int as sent,
           count(*) filter (where state in ('failed', 'suppressed', 'unsure'))::int as other from mails`,
      );
      if (row?.other !== 0) throw new Error(`${row?.other ?? '?'} mails were not sent`);
      if (row.sent === count) return;
      await pause(100);
    }
  }

  letters(): Promise<RawLetter[]> {
    return this.ground.sql<RawLetter & pg.QueryResultRow>(
      `select message_id as "messageId", to_address as "to", subject, text_part as text, html_part as html, headers from mails`,
    );
  }

  /** Two jobs every 40 ms, until it is ended. @returns how to end it, which says how many there were */
  steadyJobs(): () => Promise<number> {
    const began = this.jobs;
    const ended = new AbortController();
    const work = (async () => {
      while (!ended.signal.aborted) {
        await this.twoJobs();
        await pause(40);
      }
    })();
    return async () => {
      ended.abort();
      await work;
      return this.jobs - began;
    };
  }

  private twoJobs(): Promise<void> {
    const job = { organizationId: organization, eventId: evening };
    return this.db.write(scope, async (tx) => {
      for (let index = 0; index < 2; index += 1)
        await later(tx, 'attendees.expire', job, { key: `bench:${(this.jobs += 1)}` });
    });
  }

  /**
   * Queues mails one by one, at most one every 40 ms, while twice as many jobs run. From the commit that queued a mail, just before it is
   * durable, to the statement that claims it.
   */
  async pickups(count: number): Promise<{ p50: number; p99: number; jobs: number }> {
    await this.empty();
    await this.ground.sql(watchClaims);
    const began = this.jobs;
    for (let number = 1; number <= count; number += 1) {
      await this.post(1, number);
      await this.twoJobs();
      await pause(40);
    }
    await this.allSent(count);
    const waits = await this.ground.sql<{ ms: number }>(
      `select extract(epoch from min(c.at) - q.at)::float * 1000 as ms from bench_queued q join bench_claimed c using (id)
       group by q.id, q.at order by ms`,
    );
    if (waits.length !== count) throw new Error(`${waits.length} pickups instead of ${count}`);
    const at = (part: number): number => waits[Math.floor(part * (waits.length - 1))]?.ms ?? NaN;
    return { p50: at(0.5), p99: at(0.99), jobs: this.jobs - began };
  }
}

function requestOf(n: number): MailRequest {
  return {
    organizationId: organization,
    kind,
    subjectId: idText('8005', n),
    personId: idText('8003', n),
  };
}

/** The deferred trigger runs in the commit. */
const watchClaims = `
create unlogged table bench_queued (id uuid, at timestamptz);
create unlogged table bench_claimed (id uuid, at timestamptz);
create function bench_watch() returns trigger language plpgsql security definer as $$ begin
  if tg_op = 'INSERT' then insert into bench_queued values (new.id, clock_timestamp());
  else insert into bench_claimed values (new.id, clock_timestamp()); end if;
  return null; end $$;
create constraint trigger bench_queued after insert on mails deferrable initially deferred for each row execute function bench_watch();
create trigger bench_claimed after update on mails for each row when (new.state = 'sending' and old.state = 'queued')
  execute function bench_watch()`;
