import { decidersOf, suggestionsWaiting } from '#libs/database';
import { eveningTakesMore } from '#libs/domain';
import type { FactsOf } from '#libs/mail';
import type { Loader } from './loader.ts';

type Facts = FactsOf<'introduction-digest'>;

interface EventRow extends Omit<Facts, 'count' | 'boardUrl' | 'format'> {
  organizationId: string;
  endsAt: Date;
  formats: Facts['format'][];
}

/** Subject: the event. Only while something waits, and to somebody who still decides. */
export const digestLoader: Loader<Facts> = async (tx, { subjectId, personId }, { publicUrl }) => {
  const [row] = await tx.query<EventRow>(
    `select e.organization_id as "organizationId", e.title as "eventTitle", e.starts_at as "startsAt",
       e.ends_at as "endsAt", e.time_zone as "timeZone", array_remove(array[
         case when exists (select from panels f where f.event_id = e.id) then 'panel' end,
         case when exists (select from mixers f where f.event_id = e.id) then 'mixer' end,
         case when exists (select from critique_sessions f where f.event_id = e.id) then 'critique' end], null) as formats
     from events e where e.id = $1 and e.state = 'published'`,
    [subjectId],
  );
  if (row === undefined || !eveningTakesMore(row.endsAt, tx.now)) return null;
  const { organizationId, eventTitle, startsAt, timeZone, formats } = row;
  const count = await suggestionsWaiting(tx, organizationId, subjectId);
  const deciders = await decidersOf(tx, organizationId, subjectId);
  if (count === 0 || !deciders.includes(personId)) return null;
  const [only, more] = formats;
  const format = only !== undefined && more === undefined ? only : 'evening';
  const boardUrl = `${publicUrl}/app/${organizationId}/events/${subjectId}/introductions`;
  return { facts: { count, eventTitle, format, startsAt, timeZone, boardUrl }, timeZone };
};
