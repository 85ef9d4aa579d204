import type { Reader } from './tx.ts';

/**
 * Until when works can be brought to an evening: the latest deadline of its critique sessions, or its start where one has
 * none; null when it has no session, or none takes works any more.
 */
export async function worksTakenUntil(reader: Reader, eventId: string): Promise<Date | null> {
  const [row] = await reader.prepared<{ until: Date | null }>(
    'works-taken-until',
    `select max(coalesce(s.deadline_at, e.starts_at)) as until from critique_sessions s join events e on e.id = s.event_id
     where s.event_id = $1 and e.state = 'published' and s.state in ('open', 'planned')
       and coalesce(s.deadline_at, e.starts_at) > $2`,
    [eventId, reader.now],
  );
  return row?.until ?? null;
}
