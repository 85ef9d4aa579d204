import { runMigrations } from 'graphile-worker';
import { dataSource } from './data-source.ts';

/**
 * Brings the database at `ownerUrl` up to date and gives the role of `appUrl` what the apps need, no more: it owns
 * nothing, is no superuser and cannot bypass row-level security. The role is made when it is missing and the owner may.
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const source = dataSource(ownerUrl, { poolSize: 1, name: 'acquaint-migrate' });
  await source.initialize();
  try {
    const role = await ensureRole(source, appUrl);
    await source.runMigrations();
    await runMigrations({ connectionString: ownerUrl });
    for (const statement of grantsFor(role)) await source.query(statement);
    await openJobTables(source, role);
  } finally {
    await source.destroy();
  }
}

interface Queries {
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
}

async function ensureRole(source: Queries, appUrl: string): Promise<string> {
  const { username, password } = new URL(appUrl);
  const [known] = await source.query('select 1 from pg_roles where rolname = $1', [
    decodeURIComponent(username),
  ]);
  const [quoted] = await source.query<{ name: string; secret: string }>(
    'select quote_ident($1) as name, quote_literal($2) as secret',
    [decodeURIComponent(username), decodeURIComponent(password)],
  );
  if (quoted === undefined) throw new Error('No answer from the database');
  if (known === undefined) {
    await source.query(`create role ${quoted.name} login password ${quoted.secret}`);
  }
  return quoted.name;
}

/** Audit, the introduction log and the ledger of credits are append-only: the apps may add and read lines, nothing else. */
function grantsFor(role: string): string[] {
  return [
    `grant usage on schema public to ${role}`,
    `grant select, insert, update, delete on all tables in schema public to ${role}`,
    `revoke update, delete, truncate on audit, introduction_log, credit_entries from ${role}`,
    `revoke insert, update, delete on migrations from ${role}`,
    `grant usage on schema graphile_worker to ${role}`,
    `grant select, insert, update, delete on all tables in schema graphile_worker to ${role}`,
    `grant usage on all sequences in schema graphile_worker to ${role}`,
    `grant execute on all functions in schema graphile_worker to ${role}`,
  ];
}

/** The job tables have row-level security and no policy, which shuts out everybody but their owner. */
async function openJobTables(source: Queries, role: string): Promise<void> {
  const tables = await source.query<{ name: string }>(
    `select quote_ident(c.relname) as name from pg_class c
     where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity`,
  );
  for (const { name } of tables) {
    await source.query(`drop policy if exists apps on graphile_worker.${name}`);
    await source.query(
      `create policy apps on graphile_worker.${name} to ${role} using (true) with check (true)`,
    );
  }
}
