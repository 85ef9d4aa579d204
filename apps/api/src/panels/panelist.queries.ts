import type { Reader } from '#libs/database';
import type { Appearance, EventState, PanelPerson } from '#libs/domain';

interface LineUp {
  name: string;
  part: PanelPerson['part'];
  isMe: boolean;
}

/** One's own evening on a panel. */
export interface MyPanelRow {
  id: string;
  name: string;
  part: PanelPerson['part'];
  state: PanelPerson['state'];
  appears: Appearance | null;
  topic: string;
  room: string;
  callMinutes: number;
  panelStartsAt: Date | null;
  panelEndsAt: Date | null;
  title: string;
  slug: string;
  published: boolean;
  eventState: EventState;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  city: string;
  /** Null for anybody who did not say yes (RSVP rule 11). */
  privatePlace: string | null;
  organizationName: string;
  organizationSlug: string;
  organizationAccent: string | null;
  /** Of this panel: who said yes. */
  lineUp: LineUp[];
  /** How many were asked and did not answer yet. */
  asked: number;
  needs: string;
  slides: { name: string; bytes: number } | null;
  /** How many introductions they are willing to have; 0 before they say. */
  introductions: number;
  /** What they said of themself once for all events. */
  profile: Appearance | null;
}

const myPanel = `
select pp.id, pp.name, pp.part, pp.state, pp.appears, p.topic, p.room, p.call_minutes as "callMinutes",
  lower(p.during) as "panelStartsAt", upper(p.during) as "panelEndsAt", e.title, e.slug,
  (e.published_at is not null) as published, e.state as "eventState", e.starts_at as "startsAt", e.ends_at as "endsAt",
  e.time_zone as "timeZone", e.place, e.city,
  case when pp.state = 'confirmed' then e.private_place end as "privatePlace",
  o.name as "organizationName", o.slug as "organizationSlug", o.accent as "organizationAccent",
  coalesce((select json_agg(json_build_object('name', other.name, 'part', other.part, 'isMe', other.id = pp.id)
      order by other.part, other.position, other.created_at)
    from panel_people other where other.panel_id = pp.panel_id and other.state = 'confirmed'), '[]') as "lineUp",
  (select count(*)::int from panel_people other
    where other.panel_id = pp.panel_id and other.state = 'invited' and other.id <> pp.id) as asked,
  coalesce((select n.needs from panelist_needs n where n.panel_person_id = pp.id), '') as needs,
  (select json_build_object('name', s.name, 'bytes', s.bytes) from slides s where s.panel_person_id = pp.id) as slides,
  coalesce((select (a.profile ->> 'maxIntroductions')::int from attendees a where a.id = pp.attendee_id), 0) as introductions,
  (select json_build_object('name', f.name, 'pronunciation', f.pronunciation, 'bio', f.bio, 'links', f.links, 'photoId', f.photo_id)
    from panelist_profiles f where f.person_id = pp.person_id) as profile
from panel_people pp join panels p on p.id = pp.panel_id join events e on e.id = pp.event_id
  join organizations o on o.id = pp.organization_id
where pp.id = $1 and pp.person_id = $2 and pp.organization_id = $3`;

export async function readMyPanel(
  reader: Reader,
  {
    panelPersonId,
    personId,
    organizationId,
  }: Record<'panelPersonId' | 'personId' | 'organizationId', string>,
): Promise<MyPanelRow | null> {
  const [row] = await reader.query<MyPanelRow>(myPanel, [panelPersonId, personId, organizationId]);
  return row ?? null;
}
