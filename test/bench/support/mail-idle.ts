import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.ts';

/** Transactions a second in this database while nobody does anything but the worker, our own two looks taken off. */
export async function idleFigure(sql: Ground['sql'], seconds: number): Promise<number> {
  const before = await transactions(sql);
  await pause(seconds * 1000);
  return ((await transactions(sql)) - before - 1) / seconds;
}

async function transactions(sql: Ground['sql']): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select (xact_commit + xact_rollback)::int as count from pg_stat_database where datname = current_database()`,
  );
  return row?.count ?? NaN;
}
