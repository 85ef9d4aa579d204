import type { Reader } from '#libs/database';
import type { EventMessage } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';

export interface MessageRow extends EventMessage {
  /** Its mails that have not come to an end. */
  waiting: number;
  sent: number;
  failed: number;
}

const columns = `m.id, m.kind, m.state, m.name, m.subject, m.text, m.segment, m.rule, m.send_at as "sendAt", m.due_at as "dueAt",
  m.sent_at as "sentAt", m.recipients, m.called_off as "calledOff", m.version, counts.*`;

/**
 * One that its reader stopped counts as sent, and where the server refuses what the message says, as the others do (mail-fates.ts):
 * no number may say how many stopped.
 */
const counts = `cross join lateral (
  select waiting + case when alike = 'waiting' then stopped else 0 end as waiting,
    gone + case when alike = 'sent' then stopped else 0 end as sent,
    failed + case when alike = 'failed' then stopped else 0 end as failed
  from (select *, case when accepted > 0 or refused = 0 then 'sent' when "refusedForGood" > 0 then 'failed' else 'waiting' end as alike
    from (select (count(*) filter (where x.final_at is null))::int as waiting,
      (count(*) filter (where x.state = 'sent'
        or (x.state = 'suppressed' and x.outcome not in ('taken-back', 'stopped'))))::int as gone,
      (count(*) filter (where x.state in ('failed', 'unsure')))::int as failed,
      (count(*) filter (where x.state = 'sent'))::int as accepted,
      (count(*) filter (where x.state = 'suppressed' and x.outcome = 'stopped'))::int as stopped,
      (count(*) filter (where x.outcome like 'refused-%-message'))::int as refused,
      (count(*) filter (where x.state = 'failed' and x.outcome like 'refused-%-message'))::int as "refusedForGood"
    from mails x where m.sent_at is not null and x.subject_id = m.id
      and x.kind in ('event-reminder', 'event-thanks', 'event-announcement', 'event-changed')) by_state) told) counts`;

/** Those that wait first, by when they leave; then drafts; then what has left, newest first. */
export function readMessages(
  reader: Reader,
  { organizationId, eventId }: EventIds,
  id: string | null = null,
): Promise<MessageRow[]> {
  return reader.query<MessageRow>(
    `select ${columns} from event_messages m ${counts}
     where m.organization_id = $1 and m.event_id = $2 and ($3::uuid is null or m.id = $3)
     order by case m.state when 'scheduled' then 1 when 'draft' then 2 else 3 end,
       case when m.state = 'scheduled' then m.due_at end, m.sent_at desc nulls last, m.id desc`,
    [organizationId, eventId, id],
  );
}

export async function countMessages(reader: Reader, { organizationId, eventId }: EventIds): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    'select count(*)::int as count from event_messages where organization_id = $1 and event_id = $2',
    [organizationId, eventId],
  );
  return row?.count ?? 0;
}
