import { instantOf } from '#libs/domain';
import type { Tx } from './tx.ts';

interface FutureEvent {
  id: string;
  organizationId: string;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
  startsAt: Date;
  endsAt: Date;
}

/** An event whose clocks will show another hour than was thought; ids and times only. */
export interface MovedInstant {
  eventId: string;
  organizationId: string;
  before: Date;
  /** Null: the runtime does not know the zone any more, or the end would come first; the row stays as it was. */
  after: Date | null;
}

/**
 * Future events keep their local time when a country changes its clocks: both instants are computed anew with the zone
 * data of this runtime, and the version (the calendar's SEQUENCE) grows (product.md, Time). Events that began stay.
 * Runs in the system's scope, at each start: 10,000 future events take about 0.2 s.
 */
export async function recomputeEventInstants(tx: Tx): Promise<MovedInstant[]> {
  const events = await tx.query<FutureEvent>(
    `select id, organization_id as "organizationId", time_zone as "timeZone", starts_local as "startsLocal",
       ends_local as "endsLocal", starts_at as "startsAt", ends_at as "endsAt"
     from events where starts_at > app_now() order by id for update`,
  );
  const moved: MovedInstant[] = [];
  for (const event of events) {
    const computed = instantsOf(event);
    if (computed !== null && sameInstants(computed, event)) continue;
    moved.push({
      eventId: event.id,
      organizationId: event.organizationId,
      before: event.startsAt,
      after: computed?.startsAt ?? null,
    });
    if (computed === null) continue;
    await tx.query('update events set starts_at = $2, ends_at = $3, version = version + 1 where id = $1', [
      event.id,
      computed.startsAt,
      computed.endsAt,
    ]);
  }
  return moved;
}

type Instants = Pick<FutureEvent, 'startsAt' | 'endsAt'>;

function instantsOf({ startsLocal, endsLocal, timeZone }: FutureEvent): Instants | null {
  try {
    const startsAt = instantOf(startsLocal, timeZone);
    const endsAt = instantOf(endsLocal, timeZone);
    return endsAt > startsAt ? { startsAt, endsAt } : null;
  } catch {
    return null;
  }
}

function sameInstants(one: Instants, other: Instants): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}
