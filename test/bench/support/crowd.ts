import { hashToken, newToken } from '#libs/database';
import { type CeilingResult, type CeilingRun, ceiling } from './ceiling.ts';
import type { BenchApi, Ground } from './ground.ts';
import { type LoadResult, fire, request } from './load.ts';
import { eventId, idOf, personId } from './seed.ts';

export const people = 100_000;
/** So many of them have a session and RSVP once a pass. */
export const signedIn = 4_000;
export const connections = 64;

/** People with a session who RSVP, and pgbench with people who have none writing the same rows. */
export class Crowd {
  private constructor(
    private readonly ground: Ground,
    /** Of the first people, in their order. */
    readonly tokens: readonly string[],
  ) {}

  static async gather(ground: Ground): Promise<Crowd> {
    await ground.sql(
      `insert into people (id, email, name, confirmed_at, created_at)
       select ${personId('n')}, 'p' || n || '@example.org', 'Ines Okafor', now(), now() from generate_series(1, $1::int) n`,
      [people],
    );
    const tokens = Array.from({ length: signedIn }, newToken);
    await ground.sql(
      `insert into sessions (id, token_hash, person_id, epoch, expires_at)
       select ${idOf('n', '8004')}, hash, ${personId('n')}, 0, now() + interval '1 day'
       from unnest($1::bytea[]) with ordinality as given (hash, n)`,
      [tokens.map(hashToken)],
    );
    await ground.sql('create sequence bench_person; grant usage on sequence bench_person to public');
    await ground.sql('vacuum analyze');
    return new Crowd(ground, tokens);
  }

  /** Everybody with a session, or the first of them, once; each to the event of this number. */
  async rsvp(
    api: BenchApi,
    eventOf: (index: number) => string | number,
    count = signedIn,
  ): Promise<LoadResult> {
    const requests = this.tokens.slice(0, count).map((token, index) =>
      request('POST', `/api/v1/events/evening-${eventOf(index)}/rsvps`, headersOf(api, token), {
        name: 'Ines Okafor',
        email: `p${index + 1}@example.org`,
      }),
    );
    return fire({ port: api.port, connections, requests }, 202);
  }

  /** All to one event that nobody has been to. */
  async rsvpTo(event: string, api: BenchApi, count = signedIn): Promise<LoadResult> {
    const run = await this.rsvp(api, () => event, count);
    await this.expectRows(`event_id = ${eventId(event)}`, count);
    return run;
  }

  /** As the desk: it seats people of all organizations in one transaction. Everybody comes for the first time. */
  async onPostgres(run: Omit<CeilingRun, 'databaseUrl'>): Promise<CeilingResult> {
    await this.ground.sql(`alter sequence bench_person restart with ${signedIn + 1}`);
    return ceiling({ ...run, databaseUrl: this.ground.appUrl, settings: { 'app.scope': 'system' } });
  }

  /** Everybody sits, is counted, has an audit line and a mail: a figure for less would be worth nothing. */
  async expectRows(where: string, count: number): Promise<void> {
    const [rows] = await this.ground.sql<Record<string, number>>(
      `with sat as materialized (select id, event_id from attendees where status = 'confirmed' and ${where})
       select (select count(*) from sat)::int as sat,
         (select count(*) from audit where action = 'attendee.confirmed' and subject_id in (select id from sat))::int as audited,
         (select count(*) from mails where kind = 'rsvp-confirmed' and subject_id in (select id from sat))::int as mailed`,
    );
    for (const [what, is] of Object.entries(rows ?? {})) {
      if (is !== count) throw new Error(`${what}: ${is} rows instead of ${count}`);
    }
  }
}

const headersOf = ({ port }: BenchApi, token: string): Record<string, string> => ({
  cookie: `session=${token}`,
  origin: `http://127.0.0.1:${port}`,
});
