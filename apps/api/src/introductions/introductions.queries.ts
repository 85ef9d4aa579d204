import type { Reader } from '#libs/database';
import { Introduction, type ProfileInput, standing, takesPlace } from '#libs/domain';

/** Everybody who came, with their live answer about introductions. */
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
    `select a.id as "attendeeId", a.person_id as "personId", a.name, a.part, a.profile, c.answer
     from attendees a join people p on p.id = a.person_id and p.erased_at is null
     left join lateral (select answer from consents where organization_id = a.organization_id and person_id = a.person_id
       and purpose = 'introductions' and withdrawn_at is null limit 1) c on true
     where a.organization_id = $1 and a.event_id = $2 and a.checked_in_at is not null
       and a.status not in ('cancelled', 'declined')
     order by a.id`,
    [organizationId, eventId],
  );
}

/** The attendees of an event's introductions, among them those who are not on the board any more. */
export function readNamed(
  reader: Reader,
  organizationId: string,
  attendeeIds: readonly string[],
): Promise<Pick<CameRow, 'attendeeId' | 'name' | 'profile'>[]> {
  return reader.query(
    `select id as "attendeeId", name, profile from attendees where organization_id = $1 and id = any ($2::uuid[])`,
    [organizationId, attendeeIds],
  );
}

/** In the order of their making; suggestions that made way for others, or waited too long, are gone from the board. */
export async function readIntroductions(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<Introduction[]> {
  const all = await reader.find(Introduction, { where: { organizationId, eventId }, order: { id: 'ASC' } });
  return all.filter(({ state, closeCause }) => state !== 'dismissed' || closeCause === 'by-host');
}

/**
 * Pairs among these people that this organization may not suggest: another introduction of theirs shows as standing, or a
 * host dropped it within 12 months or took it back, or it reads "did not happen" since less than 12 months. The last goes
 * by what shows, so that it is the same whatever the cause.
 */
export async function readPairsTaken(
  reader: Reader,
  organizationId: string,
  people: readonly string[],
): Promise<{ standing: Set<string>; dropped: Set<string> }> {
  const rows = await reader.query<
    { a: string; b: string; isDropped: boolean; isRecent: boolean } & Pick<
      Introduction,
      'state' | 'introducedAt' | 'appearsUntil'
    >
  >(
    `select person_a as a, person_b as b, state, introduced_at as "introducedAt", appears_until as "appearsUntil",
       close_cause = 'by-host' and closed_at > $3::timestamptz - interval '12 months' as "isDropped",
       coalesce(appears_until, created_at) > $3::timestamptz - interval '12 months' as "isRecent"
     from introductions where organization_id = $1 and person_a = any ($2::uuid[]) and person_b = any ($2::uuid[])`,
    [organizationId, people, reader.now],
  );
  const taken = rows.filter((row) => takesPlace(row, reader.now));
  const dropped = rows.filter(
    (row) => row.isDropped || (row.isRecent && standing(row, reader.now) === 'did not happen'),
  );
  return { standing: new Set(taken.map(pairKey)), dropped: new Set(dropped.map(pairKey)) };
}

/** Pairs that the matcher has put on the board of this event at any time, those that went included. */
export async function readPairsSuggested(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<Set<string>> {
  const rows = await reader.query<{ a: string; b: string }>(
    `select distinct person_a as a, person_b as b from introductions
     where organization_id = $1 and event_id = $2 and source in ('suggested', 'wildcard')`,
    [organizationId, eventId],
  );
  return new Set(rows.map(pairKey));
}

/** One text for two people in whichever order. */
export function pairKey({ a, b }: { a: string; b: string }): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
