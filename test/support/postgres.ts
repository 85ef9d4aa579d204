import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#libs/database';
import pg from 'pg';

const appRole = 'acquaint_app_test';
const appPassword = 'test';

export interface TestDatabase {
  /** As the apps connect: under row-level security. */
  appUrl: string;
  /** As migrations connect: sees everything. */
  ownerUrl: string;
  /** A plain statement as the owner, for arranging and looking behind the scenes. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh migrated database of this file's own, cloned from a template in about 50 ms. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const template = await ensureTemplate(server);
  const name = `acquaint_${randomBytes(6).toString('hex')}`;
  await inServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const ownerUrl = withDatabase(server, name);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    ownerUrl,
    appUrl: withDatabase(server, name, appRole, appPassword),
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await inServer(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) throw new Error('Run the tests through npm test: it starts Postgres.');
  return url;
}

/** The template is named by what the migrations say, and made by whoever comes first. */
async function ensureTemplate(server: string): Promise<string> {
  const template = `template_${migrationsHash()}`;
  await inServer(server, async (client) => {
    await client.query('select pg_advisory_lock(4711)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const draft = `draft_${randomBytes(6).toString('hex')}`;
      await client.query(`create database ${draft}`);
      await migrate(withDatabase(server, draft), withDatabase(server, draft, appRole, appPassword));
      await client.query(`alter database ${draft} rename to ${template}`);
    }
  });
  return template;
}

function migrationsHash(): string {
  const folder = join(process.cwd(), 'libs/database/src');
  const files = [
    join(folder, 'migrate.ts'),
    join(folder, 'data-source.ts'),
    ...readdirSync(join(folder, 'migrations')).map((file) => join(folder, 'migrations', file)),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Runs `work` while no other test file runs any: for what all of them share on disk. */
export async function alone(work: () => Promise<void>): Promise<void> {
  await inServer(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock(4712)');
    await work();
  });
}

async function inServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string, user?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}
