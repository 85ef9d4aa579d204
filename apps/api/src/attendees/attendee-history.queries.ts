import type { Reader } from '#libs/database';

export interface HistoryRow {
  at: Date;
  actorKind: 'person' | 'key' | 'link' | 'system';
  /** Name or address; null when there is none any more. */
  actorName: string | null;
  isGuest: boolean;
  action: string;
  /** A code, where the act has one: why somebody was moved up, or how an RSVP was cancelled. */
  reason: string | null;
}

/** Enough for a life of an RSVP; what is older is in the organization's activity. */
const longest = 50;

/**
 * What was done about one attendee, newest first. Ids hold their moment, so the scan of the organization's lines
 * (index audit_of_organization) ends where the attendee began.
 */
export function readHistory(
  reader: Reader,
  organizationId: string,
  attendee: { id: string; personId: string },
): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `select l.at, l.actor_kind as "actorKind", l.actor_kind = 'person' and l.actor_id = $3 as "isGuest", l.action,
       coalesce(l.codes->>'reason', l.codes->>'cause') as reason,
       coalesce((select a.name from attendees a where a.organization_id = $1 and a.person_id = p.id and a.status <> 'held'
           and a.cancel_cause is distinct from 'not-confirmed' order by a.id desc limit 1),
         case when m.id is not null then p.name end, p.email) as "actorName"
     from audit l left join people p on l.actor_kind = 'person' and p.id = l.actor_id
     left join members m on m.organization_id = $1 and m.person_id = p.id
     where l.organization_id = $1 and l.subject_id = $2
       and l.id >= (substr($2::text, 1, 13) || '-0000-0000-000000000000')::uuid
     order by l.id desc limit ${String(longest)}`,
    [organizationId, attendee.id, attendee.personId],
  );
}
