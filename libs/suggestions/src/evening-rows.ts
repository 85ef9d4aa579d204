import { type Reader, type Tx, findTold, leftInSilence } from '#libs/database';
import {
  DomainError,
  Event,
  Introduction,
  type ProfileInput,
  eveningTakesMore,
  found,
  standing,
  takesPlace,
} from '#libs/domain';

/** An event whose introductions are decided about one at a time: two at once come one after the other. */
export async function lockEvening(tx: Tx, organizationId: string, eventId: string): Promise<Event> {
  await tx.query('select 1 from events where id = $1 and organization_id = $2 for no key update', [
    eventId,
    organizationId,
  ]);
  return found(await tx.one(Event, { id: eventId, organizationId }));
}

/** The same for what goes by whom people know: names that were typed before their owners came are looked up first. */
export async function lockEveningOfTold(tx: Tx, organizationId: string, eventId: string): Promise<Event> {
  const event = await lockEvening(tx, organizationId, eventId);
  await findTold(tx, organizationId, eventId);
  return event;
}

/** @throws DomainError event-cancelled, or introductions-over 60 days after the evening */
export function refuseUnlessTakesMore(event: Event, now: Date): void {
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  if (!eveningTakesMore(event.endsAt, now)) throw new DomainError('introductions-over');
}

/** Everybody who came and is not barred since, with their answer about introductions as it shows: see `leftInSilence`. */
export interface CameRow {
  attendeeId: string;
  personId: string;
  name: string;
  part: 'guest' | 'panelist';
  profile: ProfileInput;
  answer: 'given' | 'refused' | null;
}

/**
 * The answer of each is looked up by itself: before the first statistics of a fresh list, the planner joined every answer of
 * the organization to everybody instead, which took longer than 15 seconds for 2,000 people where this takes 25 ms.
 */
export function readWhoCame(reader: Reader, organizationId: string, eventId: string): Promise<CameRow[]> {
  return reader.query<CameRow>(
    `select a.id as "attendeeId", a.person_id as "personId", a.name, a.part, a.profile,
       case when p.erased_at is not null then null when p.id in (${leftInSilence('$1', '$2')}) then 'given'
         else c.answer end as answer
     from attendees a join people p on p.id = a.person_id
     left join lateral (select answer from consents where organization_id = a.organization_id and person_id = a.person_id
       and purpose = 'introductions' and withdrawn_at is null limit 1) c on true
     where a.organization_id = $1 and a.event_id = $2 and a.checked_in_at is not null
       and a.status not in ('cancelled', 'declined')
       and not exists (select from bars b where b.organization_id = a.organization_id and b.person_id = a.person_id)
     order by a.id`,
    [organizationId, eventId],
  );
}

/**
 * In the order of their making; suggestions that made way for others, or waited too long, are gone from the board, and what two
 * have agreed of themselves is not there yet.
 */
export async function readIntroductions(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<Introduction[]> {
  const all = await reader.find(Introduction, { where: { organizationId, eventId }, order: { id: 'ASC' } });
  return all.filter(
    ({ state, closeCause, isUnseen }) => !isUnseen && (state !== 'dismissed' || closeCause === 'by-host'),
  );
}

/**
 * Pairs among these people that this organization may not suggest: another introduction of theirs shows as standing, or a
 * host dropped it within 12 months or took it back, or it reads "did not happen" since less than 12 months. The last goes
 * by what shows, so that it is the same whatever the cause. Two who agreed of themselves count as dropped: they are introduced
 * without a suggestion, and a host's own pair of them is not refused.
 */
export async function readPairsTaken(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<{ standing: Set<string>; dropped: Set<string> }> {
  const rows = await reader.query<
    { a: string; b: string; isDropped: boolean; isRecent: boolean; isUnseen: boolean } & Pick<
      Introduction,
      'state' | 'introducedAt' | 'appearsUntil'
    >
  >(
    `select person_a as a, person_b as b, state, introduced_at as "introducedAt", appears_until as "appearsUntil",
       close_cause = 'by-host' and closed_at > $3::timestamptz - interval '12 months' as "isDropped",
       coalesce(appears_until, created_at) > $3::timestamptz - interval '12 months' as "isRecent",
       source = 'critique' and introduced_at is null as "isUnseen"
     from introductions where organization_id = $1 and person_a = any ($2::uuid[]) and person_b = any ($2::uuid[])`,
    [organizationId, people, reader.now],
  );
  const taken = rows.filter((row) => !row.isUnseen && takesPlace(row, reader.now));
  const dropped = rows.filter(
    (row) =>
      row.isDropped ||
      (row.isUnseen && row.state === 'agreed') ||
      (row.isRecent && standing(row, reader.now) === 'did not happen'),
  );
  return { standing: new Set(taken.map(pairKey)), dropped: new Set(dropped.map(pairKey)) };
}

/**
 * Pairs that were put on the board of this event at any time without a host, those that went included; and whether any of
 * them was searched for, as those are not that somebody's question to a panelist made.
 */
export async function readPairsSuggested(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<{ seen: Set<string>; wasSearched: boolean }> {
  const rows = await reader.query<{ a: string; b: string; searched: boolean }>(
    `select person_a as a, person_b as b, bool_or(source <> 'question') as searched from introductions
     where organization_id = $1 and event_id = $2 and source in ('suggested', 'wildcard', 'question')
     group by person_a, person_b`,
    [organizationId, eventId],
  );
  return { seen: new Set(rows.map(pairKey)), wasSearched: rows.some(({ searched }) => searched) };
}

/** One text for two people in whichever order. */
export function pairKey({ a, b }: { a: string; b: string }): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
