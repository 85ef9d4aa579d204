import { type ComplaintRate, complaintRate, isAlarming, sentPerComplaint } from './bounces.ts';
import type { Reader } from './tx.ts';

/** An organization whose readers complain too often. */
export interface ComplainedOf {
  id: string;
  name: string;
}

/**
 * The organizations whose readers complain too often, by the rule that holds for the whole installation, by name. Counts no more of
 * what they sent than it takes to know. Only the scope of the whole installation sees all of them.
 */
export async function organizationsComplainedOf(reader: Reader): Promise<ComplainedOf[]> {
  const since = `final_at > $1::timestamptz - interval '30 days'`;
  const complained = await reader.query<ComplainedOf & { count: number }>(
    `select o.id, o.name, count(*)::int as count from mails m join organizations o on o.id = m.organization_id
     where m.bounce_kind = 'complaint' and m.${since} group by o.id order by o.name, o.id`,
    [reader.now],
  );
  const tooOften: ComplainedOf[] = [];
  for (const { id, name, count } of complained) {
    if (!isAlarming(count, 0)) continue;
    const [some] = await reader.query<{ sent: number }>(
      `select count(*)::int as sent from (select 1 from mails
         where organization_id = $2 and state = 'sent' and ${since} limit $3) counted`,
      [reader.now, id, count * sentPerComplaint + 1],
    );
    if (isAlarming(count, some?.sent ?? 0)) tooOften.push({ id, name });
  }
  return tooOften;
}

export interface ComplaintAlarm extends ComplaintRate {
  /** The ids of those whose readers complain too often. */
  organizations: string[];
}

/** To be asked when somebody has complained: what the log says, or null when there is nothing to say. */
export async function complaintAlarm(reader: Reader): Promise<ComplaintAlarm | null> {
  const rate = await complaintRate(reader, null);
  const organizations = (await organizationsComplainedOf(reader)).map(({ id }) => id);
  return rate.alarming || organizations.length > 0 ? { ...rate, organizations } : null;
}
