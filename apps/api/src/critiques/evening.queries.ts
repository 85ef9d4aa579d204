import type { Reader } from '#libs/database';
import { Attendee, CritiqueSession, Event, type SubmissionState, found } from '#libs/domain';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';

/** A session, and what its reader is in it. */
export interface OwnSession extends CritiqueSession {
  work: SubmissionState | null;
  hears: number;
}

export interface EveningOfCritique {
  name: string;
  event: Event;
  sessions: OwnSession[];
  now: Date;
}

/** The sessions of an evening, oldest first. */
export async function readEvening(
  reader: Reader,
  { organizationId, eventId, attendeeId, personId }: CritiqueKey,
): Promise<EveningOfCritique> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  const { name } = found(await reader.one(Attendee, { id: attendeeId, organizationId, personId }));
  const sessions = await reader.find(CritiqueSession, {
    where: { eventId, organizationId },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const parts = await reader.query<{ id: string; work: SubmissionState | null; hears: number }>(
    `select c.id, (select s.state from submissions s where s.critique_session_id = c.id and s.person_id = $3
         and s.state <> 'withdrawn') as work,
       (select count(*)::int from assignments a where a.critique_session_id = c.id and a.person_id = $3
         and a.state in ('assigned', 'done')) as hears
     from critique_sessions c where c.event_id = $1 and c.organization_id = $2`,
    [eventId, organizationId, personId],
  );
  const partOf = new Map(parts.map((part) => [part.id, part]));
  return {
    name,
    event,
    now: reader.now,
    sessions: sessions.map((session) => {
      const { work = null, hears = 0 } = partOf.get(session.id) ?? {};
      return Object.assign(session, { work, hears });
    }),
  };
}
