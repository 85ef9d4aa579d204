import type { Reader } from '#libs/database';
import type { Role } from '#libs/domain';
import { nameHere } from '../name-here.ts';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor } from '../paging.ts';

export interface OrganizationRow {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  city: string;
  accent: string | null;
  language: string;
  replyTo: string | null;
  critiqueCredits: boolean;
  role: Role;
  pageUrl: string;
}

export interface MemberRow {
  id: string;
  personId: string;
  email: string;
  name: string | null;
  role: Role;
  eventIds: string[] | null;
  createdAt: Date;
}

export interface ActivityRow {
  id: string;
  at: Date;
  actorKind: 'person' | 'key' | 'link' | 'system';
  actorName: string | null;
  action: string;
  subjectId: string;
  eventId: string | null;
  eventTitle: string | null;
}

const memberColumns = `m.id, m.person_id as "personId", p.email, coalesce(${nameHere('m.person_id')},
    case when m.person_id in (select l.actor_id from audit l where l.organization_id = $1 and l.actor_kind = 'person')
      then p.name end) as name, m.role, m.event_ids as "eventIds",
  m.created_at as "createdAt"`;

/** Owners first, then in the order they came; the staff of one organization fits on one page. */
export function readMembers(reader: Reader, organizationId: string): Promise<MemberRow[]> {
  return reader.query<MemberRow>(
    `select ${memberColumns} from members m join people p on p.id = m.person_id
     where m.organization_id = $1
     order by array_position(array['owner', 'editor', 'host', 'door']::varchar[], m.role), m.created_at, m.id limit 200`,
    [organizationId],
  );
}

export async function readMember(
  reader: Reader,
  organizationId: string,
  memberId: string,
): Promise<MemberRow | null> {
  const [row] = await reader.query<MemberRow>(
    `select ${memberColumns} from members m join people p on p.id = m.person_id
     where m.organization_id = $1 and m.id = $2`,
    [organizationId, memberId],
  );
  return row ?? null;
}

/** Newest first. The ids are of UUID version 7, so their order is that of the acts; index audit_of_organization. */
/** The event that a line is about: its subject, or what its subject belongs to, as long as that is kept. */
const eventOfLine = `coalesce(
  (select event_id from attendees where id = a.subject_id),
  (select event_id from introductions where id = a.subject_id),
  (select event_id from invitations where id = a.subject_id),
  (select event_id from guest_list_imports where id = a.subject_id),
  (select event_id from panels where id = a.subject_id),
  (select event_id from critique_sessions where id = a.subject_id),
  (select event_id from critique_slots where id = a.subject_id),
  (select event_id from assignments where id = a.subject_id),
  a.subject_id)`;

/**
 * Newest first. What a guest list changed of one guest stands in the history of that guest: the list has a line of its
 * own, and an import of hundreds would bury everything else.
 */
export async function readActivity(
  reader: Reader,
  organizationId: string,
  after?: string,
): Promise<Page<ActivityRow>> {
  const [before = null] = readCursor(after, [idCursor]) ?? [];
  const rows = await reader.query<ActivityRow>(
    `select a.id, a.at, a.actor_kind as "actorKind", coalesce(${nameHere('p.id')},
       case when m.id is not null then p.name end,
         case when p.erased_at is null then p.email end) as "actorName", a.action,
       a.subject_id as "subjectId", e.id as "eventId", e.title as "eventTitle"
     from (select * from audit
       where organization_id = $1 and action <> 'attendee.imported' and ($2::uuid is null or id < $2)
       order by id desc limit $3) a
     left join people p on a.actor_kind = 'person' and p.id = a.actor_id
     left join members m on m.organization_id = a.organization_id and m.person_id = p.id
     left join events e on e.organization_id = a.organization_id and e.id = ${eventOfLine}
     order by a.id desc`,
    [organizationId, before, pageSize + 1],
  );
  return pageOf(rows, (last) => cursorOf(last.id));
}
