import { type Role, may, roles } from '#libs/domain';
import type { Reader } from './tx.ts';

const deciding = roles.filter((role) => may(role, 'introductions.decide'));

/**
 * Who hears of an evening's suggestions: its hosts, limited to it or to no event; where it has none, whoever else may decide.
 * @returns their person ids
 */
export async function decidersOf(reader: Reader, organizationId: string, eventId: string): Promise<string[]> {
  const members = await reader.query<{ personId: string; role: Role }>(
    `select m.person_id as "personId", m.role from members m join people p on p.id = m.person_id
     where m.organization_id = $1 and m.role = any ($3::text[]) and (m.event_ids is null or $2 = any (m.event_ids))
       and p.erased_at is null
     order by m.id`,
    [organizationId, eventId, deciding],
  );
  const hosts = members.filter(({ role }) => role === 'host');
  return (hosts.length > 0 ? hosts : members).map(({ personId }) => personId);
}

/** Suggestions that wait for a host's word. */
export async function suggestionsWaiting(
  reader: Reader,
  organizationId: string,
  eventId: string,
): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    `select count(*)::int as count from introductions where organization_id = $1 and event_id = $2 and state = 'suggested'`,
    [organizationId, eventId],
  );
  return row?.count ?? 0;
}
