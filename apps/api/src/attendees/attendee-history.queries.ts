import type { Reader } from '#libs/database';

export interface HistoryRow {
  at: Date;
  actorKind: 'person' | 'key' | 'link' | 'system';
  /** Name or address, or the label of a door; null when there is none any more. */
  actorName: string | null;
  isGuest: boolean;
  action: string;
  /** A code, where the act has one: why somebody was moved up, or how an RSVP was cancelled. */
  reason: string | null;
}

/** Enough for a life of an RSVP; what is older is in the organization's activity. */
const longest = 50;

/**
 * What was done about one attendee and how they were checked in, newest first, a scan by the time of its phone. Ids hold
 * their moment, so the scan of the organization's lines (index audit_of_organization) ends where the attendee began.
 */
export function readHistory(
  reader: Reader,
  organizationId: string,
  attendee: { id: string; personId: string },
): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `with lines as (
       select id, at, actor_kind, actor_id, action, coalesce(codes->>'reason', codes->>'cause') as reason
       from audit where organization_id = $1 and subject_id = $2
         and id >= (substr($2::text, 1, 13) || '-0000-0000-000000000000')::uuid
       union all
       select nonce, scanned_at, actor_kind, actor_id, case when kind = 'undo' then 'check-in.undo'
         when outcome in ('ok', 'already') then 'check-in.in' else 'check-in.refused' end, null
       from check_ins where organization_id = $1 and attendee_id = $2)
     select l.at, l.actor_kind as "actorKind", l.actor_kind = 'person' and l.actor_id = $3 as "isGuest", l.action,
       l.reason,
       coalesce(d.label, (select a.name from attendees a where a.organization_id = $1 and a.person_id = p.id and a.status <> 'held'
           and a.cancel_cause is distinct from 'not-confirmed' order by a.id desc limit 1),
         case when m.id is not null then p.name end,
         case when p.erased_at is null then p.email end) as "actorName"
     from lines l left join people p on l.actor_kind = 'person' and p.id = l.actor_id
     left join door_links d on l.actor_kind = 'link' and d.id = l.actor_id
     left join members m on m.organization_id = $1 and m.person_id = p.id
     order by l.at desc, l.id desc limit ${String(longest)}`,
    [organizationId, attendee.id, attendee.personId],
  );
}
