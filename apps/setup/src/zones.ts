import { type Database, recomputeEventInstants } from '#libs/database';
import { everyOrganization } from '#libs/domain';

/** Keeps future events at their local time and reports each that moved, as a structured line of ids and times. */
export async function followNewZoneData(database: Database): Promise<void> {
  for (const { before, after, ...ids } of await database.write(everyOrganization, recomputeEventInstants)) {
    const msg = after === null ? 'an event has no usable time zone' : 'new zone data moved an event';
    process.stdout.write(`${JSON.stringify({ level: 40, app: 'setup', msg, ...ids, before, after })}\n`);
  }
}
