import type { Reader, Tx } from '#libs/database';
import { type Event, Panel, type PanelPerson } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';

/** Somebody on a panel as the organizers read them. */
export type AgendaPerson = Pick<
  PanelPerson,
  'id' | 'panelId' | 'personId' | 'part' | 'position' | 'state' | 'name' | 'invitedAt'
> & { email: string; appears: boolean; needs: boolean; slides: boolean };

export const panelsOf = (reader: Reader, { organizationId, eventId }: EventIds): Promise<Panel[]> =>
  reader.find(Panel, { where: { eventId, organizationId }, order: { position: 'ASC', id: 'ASC' } });

/** Those who were taken off are in no list. */
export function peopleOf(reader: Reader, { organizationId, eventId }: EventIds): Promise<AgendaPerson[]> {
  return reader.query<AgendaPerson>(
    `select pp.id, pp.panel_id as "panelId", pp.person_id as "personId", pp.part, pp.position, pp.state,
       coalesce(pp.appears->>'name', pp.name) as name, p.email, pp.invited_at as "invitedAt",
       pp.appears is not null as appears, n.panel_person_id is not null as needs, s.id is not null as slides
     from panel_people pp join people p on p.id = pp.person_id
       left join panelist_needs n on n.panel_person_id = pp.id
       left join slides s on s.panel_person_id = pp.id
     where pp.event_id = $1 and pp.organization_id = $2 and pp.state <> 'removed'
     order by pp.panel_id, pp.part = 'panelist', pp.position, pp.id`,
    [eventId, organizationId],
  );
}

/** Writes what changed of these; their screens are told. */
export async function savePlaces(tx: Tx, event: Event, panels: readonly Panel[]): Promise<void> {
  if (panels.length === 0) return;
  await tx.query(
    `update panels p set topic = n.topic, position = n.position, room = n.room, starts_after = n."startsAfter",
       minutes = n.minutes, call_minutes = n."callMinutes", version = p.version + 1
     from jsonb_to_recordset($1::jsonb) as n(id uuid, topic text, position int, room text, "startsAfter" int, minutes int,
       "callMinutes" int)
     where p.id = n.id and p.event_id = $2 and p.organization_id = $3`,
    [JSON.stringify(panels), event.id, event.organizationId],
  );
}
