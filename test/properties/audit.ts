import type { TestDatabase } from '../support/postgres.ts';
import type { AuditStep } from './acts.ts';
import type { Standing } from './model.ts';
import type { Guest } from './room.ts';

/** The history of an event as the audit has it, in the order of its versions. */
export async function readHistory(database: TestDatabase, eventId: string): Promise<AuditStep[]> {
  const rows = await database.sql<Omit<AuditStep, 'at' | 'version'> & { at: Date }>(
    `select xmin::text as transaction, at, action, subject_id as subject, codes from audit
     where (action like 'attendee.%' and subject_id in (select id from attendees where event_id = $1)
       or action in ('event.capacity-changed', 'event.waitlist-changed') and subject_id = $1)
       and codes ? 'version'
     order by (codes->>'version')::int, id`,
    [eventId],
  );
  return rows.map(({ at, codes, ...row }) => {
    return { ...row, at: at.getTime(), version: (codes as { version: number }).version, codes };
  });
}

/** How things stand in the tables. */
export async function readStanding(database: TestDatabase, eventId: string): Promise<Standing> {
  const guests = await database.sql<Omit<Guest, 'until'> & { until: Date | null }>(
    `select a.id, a.status, a.seat, a.party_size as party, a.arrival, a.priority, coalesce(a.held_until, o.expires_at) as until
     from attendees a left join offers o on o.attendee_id = a.id and o.state = 'live' where a.event_id = $1 order by a.id`,
    [eventId],
  );
  const [seats] = await database.sql<Standing['seats']>(
    'select capacity, ceiling, taken, held, waiting, arrivals, version from event_seats where event_id = $1',
    [eventId],
  );
  const offers = await database.sql<{ guestId: string; state: string; until: Date }>(
    'select attendee_id as "guestId", state, expires_at as until from offers where event_id = $1',
    [eventId],
  );
  if (seats === undefined) throw new Error('no such event');
  return {
    guests: guests.map((guest) => ({ ...guest, until: guest.until?.getTime() ?? null })),
    seats,
    offers: offers.map((offer) => ({ ...offer, until: offer.until.getTime() })),
  };
}

/** What differs between the two, a line each; nothing when the tables are what the audit says. */
export function differences(model: Standing, tables: Standing): string[] {
  const lines = (standing: Standing): Set<string> =>
    new Set([
      ...standing.guests.map(
        ({ id, status, seat, party, arrival, priority, until }) =>
          `${id} ${status} seat=${String(seat)} party=${party} arrival=${String(arrival)} priority=${priority} until=${String(until)}`,
      ),
      ...Object.entries(standing.seats).map(([name, value]) => `${name} ${value}`),
      ...counted(standing.offers.map(({ guestId, state, until }) => `offer ${guestId} ${state} ${until}`)),
    ]);
  const [ours, theirs] = [lines(model), lines(tables)];
  return [
    ...[...ours].filter((line) => !theirs.has(line)).map((line) => `model: ${line}`),
    ...[...theirs].filter((line) => !ours.has(line)).map((line) => `tables: ${line}`),
  ];
}

/** The second of two equal lines says that it is one. */
function counted(lines: readonly string[]): string[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    const time = (times.get(line) ?? 0) + 1;
    times.set(line, time);
    return `${line} #${time}`;
  });
}
