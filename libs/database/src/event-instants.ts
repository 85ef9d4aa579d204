import { type EventState, digestAfter, found, instantOf, morningAfter } from '#libs/domain';
import { refusedBy } from './database.ts';
import { messagesFollow } from './messages.ts';
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
  state: EventState;
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
  /**
   * Null: the runtime does not know the zone any more, the end would come first, or somebody of a panel would be in two
   * places at once; the row stays as it was.
   */
  after: Date | null;
}

/**
 * Future events keep their local time when a country changes its clocks: all instants are computed anew with the zone
 * data of this runtime, and the version (the calendar's SEQUENCE) grows (product.md, Time). Events that began stay.
 * Runs in the system's scope, at each start: 10,000 future events take about 0.2 s.
 */
export async function recomputeEventInstants(tx: Tx): Promise<MovedInstant[]> {
  const events = await tx.query<FutureEvent>(
    `select id, state, organization_id as "organizationId", time_zone as "timeZone", starts_local as "startsLocal",
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
    const morning = morningAfter(endsAt, event.timeZone);
    const mornings =
      event.state === 'cancelled' ? [null, null] : [morning, digestAfter(morning, event.timeZone)];
    const kept = await unlessPanelsRefuse(tx, () =>
      tx.query(
        `update events set starts_at = $2, ends_at = $3, opens_at = $4, closes_at = $5, answers_until = $6,
           morning_at = $7, digest_at = $8, version = version + 1
         where id = $1`,
        [event.id, startsAt, endsAt, opensAt, closesAt, answersUntil, ...mornings],
      ),
    );
    if (kept) await messagesFollow(tx, { ...event, startsAt, endsAt });
    else moved.splice(-1, 1, { ...found(moved.at(-1)), after: null });
  }
  await moveDeadlines(tx, null);
  return moved;
}

/**
 * Somebody may be on panels of two evenings in two zones, of which one moves: no reason for nothing to start.
 * @returns false when it was refused, and nothing of it stands
 */
async function unlessPanelsRefuse(tx: Tx, move: () => Promise<unknown>): Promise<boolean> {
  await tx.query('savepoint moved');
  try {
    await move();
    await tx.query('set constraints panel_people_one_place_at_a_time immediate');
    return true;
  } catch (error) {
    if (refusedBy(error) !== 'panel_people_one_place_at_a_time') throw error;
    await tx.query('rollback to savepoint moved');
    return false;
  }
}

interface DeadlineRow {
  id: string;
  deadlineLocal: string;
  deadlineAt: Date;
  timeZone: string;
}

/**
 * Deadlines of critique sessions keep their local time as well: of an event whose zone was changed, or, where none is given, of
 * all that have not passed. Those of a zone that is unknown by now stay.
 */
export async function moveDeadlines(tx: Tx, eventId: string | null): Promise<void> {
  const rows = await tx.query<DeadlineRow>(
    `select s.id, s.deadline_local as "deadlineLocal", s.deadline_at as "deadlineAt", e.time_zone as "timeZone"
     from critique_sessions s join events e on e.id = s.event_id
     where s.deadline_local is not null and ($1::uuid = s.event_id or ($1::uuid is null and s.deadline_at > app_now()))
     order by s.id for update of s`,
    [eventId],
  );
  for (const { id, deadlineLocal, deadlineAt, timeZone } of rows) {
    const at = instantOrNull(deadlineLocal, timeZone);
    if (at === null || at.getTime() === deadlineAt.getTime()) continue;
    await tx.query('update critique_sessions set deadline_at = $2, version = version + 1 where id = $1', [
      id,
      at,
    ]);
  }
}

function instantOrNull(local: string, timeZone: string): Date | null {
  try {
    return instantOf(local, timeZone);
  } catch {
    return null;
  }
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
