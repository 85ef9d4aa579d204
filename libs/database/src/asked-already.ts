import { type Introduction, type ProfileInput, type WaitingAsk, eventCap } from '#libs/domain';
import type { Reader } from './tx.ts';

/**
 * Never 6, looked at again when they are asked: whether one of the two has as many introductions of this event as they want,
 * because they want fewer than at the approval. It is the only cap that can be passed meanwhile: nothing is approved beyond
 * a cap, a person's quarter counts approvals and not asks, and open asks are counted when they leave (`OpenAsks`). By
 * what shows, so that it tells nothing of answers.
 */
export async function wantsNoMore(reader: Reader, introduction: Introduction): Promise<boolean> {
  const { id, organizationId, attendeeA, attendeeB } = introduction;
  const rows = await reader.query<{ part: 'guest' | 'panelist'; profile: ProfileInput; asked: number }>(
    `select a.part, a.profile, (select count(*)::int from introductions i
         where i.organization_id = a.organization_id and i.event_id = a.event_id and i.id <> $3
           and a.id in (i.attendee_a, i.attendee_b)
           and (i.introduced_at is not null or i.appears_until > $4)) as asked
     from attendees a where a.organization_id = $1 and a.id = any ($2::uuid[])`,
    [organizationId, [attendeeA, attendeeB], id, reader.now],
  );
  return rows.some(({ part, profile, asked }) => asked >= eventCap(part, profile));
}

/** The asks of these people that other pairs wait to be asked, over all organizations. */
export function asksWaiting(reader: Reader, people: readonly string[]): Promise<WaitingAsk[]> {
  return reader.query<WaitingAsk>(
    `select person_id as "personId", introduction_id as "introductionId", approved_at as "approvedAt"
     from asks_waiting($1::uuid[], $2)`,
    [people, reader.now],
  );
}
