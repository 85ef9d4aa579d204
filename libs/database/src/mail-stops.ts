import type { Reader } from './tx.ts';

/** A topic → the wider one that it is part of: who has stopped mail about events wants no reminder of one either. */
const partOf: Readonly<Record<string, string>> = { reminders: 'events', announcements: 'events' };

/** The topics whose stop keeps mail of this one back: its own, the wider one that it is part of, and everything. */
export function topicsThatStop(topic: string): string[] {
  const wider = partOf[topic];
  return wider === undefined ? ['all', topic] : ['all', topic, wider];
}

/** Whether a person wants no mail of a topic: from this organization (null: the installation), or from anybody. */
export async function hasStopped(
  reader: Reader,
  personId: string,
  organizationId: string | null,
  topic: string,
): Promise<boolean> {
  const stops = await reader.query(
    `select 1 from mail_stops where person_id = $1 and (organization_id is null or organization_id = $2)
       and topic = any ($3::text[])`,
    [personId, organizationId, topicsThatStop(topic)],
  );
  return stops.length > 0;
}
