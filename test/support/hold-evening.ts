import pg from 'pg';
import type { Evening } from './evening.ts';

/** Keeps an evening from being decided about until it is let go: whoever decides waits for its row. */
export async function holdEvening({ api, eventId }: Evening) {
  const client = new pg.Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select 1 from events where id = $1 for no key update', [eventId]);
  return {
    change: (statement: string, values: unknown[]) => client.query(statement, values),
    letGo: async (): Promise<void> => {
      await client.query('commit');
      await client.end();
    },
  };
}
