import { type Reader, spokenCodeOf } from '#libs/database';
import { toProfile } from '#libs/domain';
import { stored } from '#libs/words';
import type { EventIds } from '../event-ids.ts';
import type { Badge } from './badges-pdf.ts';
import type { TableCard } from './table-cards-pdf.ts';

const agreed = (purpose: 'name-visible' | 'profile-visible'): string =>
  `exists (select from consents c where c.organization_id = a.organization_id and c.person_id = a.person_id
     and c.purpose = '${purpose}' and c.answer = 'given' and c.withdrawn_at is null)`;

/** Everybody who is going, with those they bring, in the order of names. What somebody does only if others may see it. */
export async function readBadges(reader: Reader, { organizationId, eventId }: EventIds): Promise<Badge[]> {
  const rows = await reader.query<{ id: string; name: string; guests: string[]; crafts: unknown }>(
    `select a.id, a.name, a.guests, case when ${agreed('profile-visible')} then a.profile -> 'crafts' end as crafts
     from attendees a join people p on p.id = a.person_id and p.erased_at is null
     where a.organization_id = $1 and a.event_id = $2 and a.status = 'confirmed' order by lower(a.name), a.id`,
    [organizationId, eventId],
  );
  return rows.flatMap(({ id, name, guests, crafts }) => {
    const code = spokenCodeOf(id);
    const [craft = ''] = toProfile({ crafts: crafts as string[] }).crafts;
    const everybody = [{ name, craft }, ...guests.map((guest) => ({ name: guest, craft: '' }))];
    return everybody
      .filter((one) => one.name.trim() !== '' && one.name !== stored.nameNotGiven)
      .map((one) => ({ ...one, code }));
  });
}

/** In the order of rounds and tables; whoever left is on none. */
export function readTableCards(reader: Reader, { organizationId, eventId }: EventIds): Promise<TableCard[]> {
  return reader.query<TableCard>(
    `select s.round, m.rounds, s.seat_table as "table", t.topic,
       coalesce(array_agg(a.name order by lower(a.name), a.id) filter (where ${agreed('name-visible')}), '{}') as names,
       count(*) filter (where not ${agreed('name-visible')})::int as others
     from mixers m
     join mixer_seats s on s.mixer_id = m.id and s.left_at is null
     join attendees a on a.id = s.attendee_id
     join people p on p.id = a.person_id and p.erased_at is null
     left join mixer_topics t on t.mixer_id = m.id and t.round = s.round and t.seat_table = s.seat_table
     where m.organization_id = $1 and m.event_id = $2
     group by s.round, m.rounds, s.seat_table, t.topic order by s.round, s.seat_table`,
    [organizationId, eventId],
  );
}
