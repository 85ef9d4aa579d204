import type { Reader } from '#libs/database';
import type { CameRow } from '#libs/suggestions';
import type { ApartView } from './introductions.dto.ts';

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

/** What this organization itself recorded against pairs of these people; known comes before kept apart, as it refuses. */
export async function readApart(
  reader: Reader,
  organizationId: string,
  people: readonly CameRow[],
): Promise<ApartView[]> {
  const attendees = new Map(people.map(({ personId, attendeeId }) => [personId, attendeeId]));
  const rows = await reader.query<{ one: string; other: string; isKnown: boolean }>(
    `select person_a as one, person_b as other, bool_or(source = 'told') as "isKnown" from known_pairs
     where organization_id = $1 and source in ('told', 'kept-apart') and person_a = any ($2::uuid[])
       and person_b = any ($2::uuid[])
     group by person_a, person_b order by person_a, person_b`,
    [organizationId, [...attendees.keys()]],
  );
  return rows.flatMap(({ one, other, isKnown }): ApartView[] => {
    const [a, b] = [attendees.get(one), attendees.get(other)];
    return a === undefined || b === undefined ? [] : [{ a, b, why: isKnown ? 'known' : 'kept-apart' }];
  });
}
