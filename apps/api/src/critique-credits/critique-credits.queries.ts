import { type Reader, balanceSql } from '#libs/database';
import { critiqueCredits } from '#libs/domain';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

export interface PersonCreditsRow {
  personId: string;
  name: string;
  balance: number;
}

export interface PeopleCredits extends Page<PersonCreditsRow> {
  /** Whether works cost credits here. */
  counted: boolean;
}

export interface CreditsLook {
  organizationId: string;
  /** Of a host who is limited to named events; null: all. */
  eventIds: readonly string[] | null;
}

/**
 * Everybody with a seat at an event with a critique session, as they are called at the latest of them. `$1` organization,
 * `$3` the events of a limited host or null.
 */
const people = `
  select distinct on (a.person_id) a.person_id as "personId", a.name
  from attendees a
  where a.organization_id = $1 and a.status = 'confirmed' and ($3::uuid[] is null or a.event_id = any ($3))
    and exists (select from critique_sessions s where s.event_id = a.event_id)
    and exists (select from people p where p.id = a.person_id and p.erased_at is null)
  order by a.person_id, a.id desc`;

/** Sums are of those who are shown, not of everybody who could be. */
const withBalance = (page: string): string => `
  with people as (${people}), page as materialized (${page})
  select "personId", name, ${balanceSql('"personId"')} as balance from page`;

const byName = `lower(name) collate "C", "personId"`;
const nameCursor = /^[^\u0000]{0,200}$/;

/** By name. */
export async function readPeopleCredits(
  reader: Reader,
  { organizationId, eventIds }: CreditsLook,
  { search = '', after }: { search?: string | undefined; after?: string | undefined },
): Promise<Page<PersonCreditsRow>> {
  const [name = null, id = null] = readCursor(after, [nameCursor, idCursor]) ?? [];
  const rows = await reader.query<PersonCreditsRow>(
    `${withBalance(`select * from people
       where ($4 = '' or strpos(lower(name), $4) > 0)
         and ($5::text is null or (lower(name) collate "C", "personId") > ($5 collate "C", $6::uuid))
       order by ${byName} limit ${String(pageSize + 1)}`)} order by ${byName}`,
    [organizationId, critiqueCredits.start, eventIds, search.toLowerCase(), name, id],
  );
  return pageOf(rows, (last) => cursorOf(last.name.toLowerCase(), last.personId));
}

/** One of them; null for anybody else. */
export async function readPersonCredits(
  reader: Reader,
  { organizationId, eventIds }: CreditsLook,
  personId: string,
): Promise<PersonCreditsRow | null> {
  const [row] = await reader.query<PersonCreditsRow>(
    withBalance('select * from people where "personId" = $4'),
    [organizationId, critiqueCredits.start, eventIds, personId],
  );
  return row ?? null;
}
