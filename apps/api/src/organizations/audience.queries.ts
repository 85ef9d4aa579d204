import type { Reader } from '#libs/database';
import { nameHere } from '../name-here.ts';
import { type Page, cursorOf, pageOf, pageSize, readCursor } from '../paging.ts';

export interface AudienceRow {
  personId: string;
  email: string;
  name: string | null;
  createdAt: Date;
}

const addressCursor = /^[\x21-\x7e]{3,254}$/;

/** Whom a search finds by a name they gave here, as `nameHere` does. */
const namedHere = `select a.person_id from attendees a where a.organization_id = $1 and strpos(lower(a.name), $2) > 0
  and a.status <> 'held' and a.cancel_cause is distinct from 'not-confirmed'`;

/** By address. */
export async function readAudience(
  reader: Reader,
  organizationId: string,
  { search = '', after }: { search?: string | undefined; after?: string | undefined },
): Promise<Page<AudienceRow>> {
  const [email = null] = readCursor(after, [addressCursor]) ?? [];
  const rows = await reader.query<AudienceRow>(
    `select u.person_id as "personId", p.email, ${nameHere('u.person_id')} as name, u.created_at as "createdAt"
     from audience u join people p on p.id = u.person_id
     where u.organization_id = $1 and ($2 = '' or strpos(p.email, $2) > 0 or u.person_id in (${namedHere}))
       and ($3::text is null or p.email collate "C" > $3)
     order by p.email collate "C" limit ${String(pageSize + 1)}`,
    [organizationId, search.trim().toLowerCase(), email],
  );
  return pageOf(rows, (last) => cursorOf(last.email));
}

export async function countAudience(reader: Reader, organizationId: string): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    'select count(*)::int as count from audience where organization_id = $1',
    [organizationId],
  );
  return row?.count ?? 0;
}
