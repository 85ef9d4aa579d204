import { instantOf } from '#libs/domain';
import type { Tx } from './tx.ts';

interface Instants {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  answersUntil: Date | null;
}

interface FutureEvent extends Instants {
  id: string;
  organizationId: string;
  timeZone: string;
  startsLocal: string;
  endsLocal: string;
  opensLocal: string | null;
  closesLocal: string | null;
  answersUntilLocal: string | null;
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
 * Future events keep their local time when a country changes its clocks: all instants are computed anew with the zone
 * data of this runtime, and the version (the calendar's SEQUENCE) grows (product.md, Time). Events that began stay.
 * Runs in the system's scope, at each start: 10,000 future events take about 0.2 s.
 */
export async function recomputeEventInstants(tx: Tx): Promise<MovedInstant[]> {
  const events = await tx.query<FutureEvent>(
    `select id, organization_id as "organizationId", time_zone as "timeZone", starts_local as "startsLocal",
       ends_local as "endsLocal", opens_local as "opensLocal", closes_local as "closesLocal",
       answers_until_local as "answersUntilLocal", starts_at as "startsAt", ends_at as "endsAt", opens_at as "opensAt",
       closes_at as "closesAt", answers_until as "answersUntil"
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
    const { startsAt, endsAt, opensAt, closesAt, answersUntil } = computed;
    await tx.query(
      `update events set starts_at = $2, ends_at = $3, opens_at = $4, closes_at = $5, answers_until = $6, version = version + 1
       where id = $1`,
      [event.id, startsAt, endsAt, opensAt, closesAt, answersUntil],
    );
  }
  return moved;
}

/** Null where the zone is unknown by now, or the order of the times would not stand. */
function instantsOf(event: FutureEvent): Instants | null {
  const at = (local: string): Date => instantOf(local, event.timeZone);
  const maybe = (local: string | null): Date | null => (local === null ? null : at(local));
  try {
    const [startsAt, endsAt] = [at(event.startsLocal), at(event.endsLocal)];
    const [opensAt, closesAt] = [maybe(event.opensLocal), maybe(event.closesLocal)];
    if (endsAt <= startsAt || (opensAt !== null && closesAt !== null && closesAt <= opensAt)) return null;
    return { startsAt, endsAt, opensAt, closesAt, answersUntil: maybe(event.answersUntilLocal) };
  } catch {
    return null;
  }
}

const instants = ['startsAt', 'endsAt', 'opensAt', 'closesAt', 'answersUntil'] as const;

const sameInstants = (one: Instants, other: Instants): boolean =>
  instants.every((name) => one[name]?.getTime() === other[name]?.getTime());
