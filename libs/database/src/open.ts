import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.ts';

export type Mode = 'demo' | 'test' | 'live';

/**
 * A connected DataSource that is safe to serve from.
 * @throws Error in plain words when the role could see past row-level security, or the database belongs to another mode
 */
export async function openDataSource(
  url: string,
  mode: Mode,
  name: string,
  poolSize = 10,
): Promise<DataSource> {
  const source = dataSource(url, { name, poolSize });
  await source.initialize();
  try {
    await refuseStrongRole(source);
    await settleMode(source, mode);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}

async function refuseStrongRole(source: DataSource): Promise<void> {
  const [role] = await source.query<{ name: string; strong: boolean; owns: boolean }[]>(
    `select current_user as name, r.rolsuper or r.rolbypassrls as strong,
       exists (select 1 from pg_class c where c.relname in ('events', 'people')
         and pg_has_role(current_user, c.relowner, 'member')) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  if (role === undefined || role.strong || role.owns) {
    throw new Error(
      'DATABASE_URL must name a role that is neither superuser nor owner of the tables and cannot bypass row-level security.',
    );
  }
}

/** A database that ever ran for real refuses the demo, and the other way round: their clocks differ. */
async function settleMode(source: DataSource, mode: Mode): Promise<void> {
  await source.query('update installation set mode = $1 where mode is null', [mode]);
  const [row] = await source.query<{ mode: Mode }[]>('select mode from installation');
  if (row?.mode !== mode) {
    throw new Error(`This database belongs to ${row?.mode ?? 'no'} mode and will not run in ${mode} mode.`);
  }
}
