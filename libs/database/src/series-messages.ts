import { type Event, EventMessage, type EventSeries, newId } from '#libs/domain';
import { addUsualMessages } from './messages.ts';
import type { Tx } from './tx.ts';

/**
 * A date begins with the messages of the first date that stand by a rule ("1 day before the start"): what leaves by itself
 * there, leaves by itself here. What was written for one day alone, and what somebody called off, is not copied. A first
 * date that has none of its own gives what any new event begins with.
 */
export async function addSeriesMessages(tx: Tx, series: EventSeries, event: Event): Promise<void> {
  const messages = await messagesOfFirst(tx, series);
  if (messages.length === 0) return addUsualMessages(tx, event);
  const ids = { organizationId: event.organizationId, eventId: event.id };
  for (const { kind, state, name, subject, text, segment, rule } of messages) {
    if (rule === null || kind === 'change' || state === 'cancelled') continue;
    const what = { name, subject, text, segment, rule };
    const copy = EventMessage.draft({ ...ids, id: newId() }, kind, what, tx.now);
    if (state !== 'draft') copy.schedule(null, event, tx.now);
    await tx.insert(EventMessage, copy);
  }
}

async function messagesOfFirst(tx: Tx, { id, organizationId }: EventSeries): Promise<EventMessage[]> {
  const [first] = await tx.query<{ eventId: string }>(
    `select event_id as "eventId" from series_dates where series_id = $1 and event_id is not null order by day limit 1`,
    [id],
  );
  if (first === undefined) return [];
  return tx.find(EventMessage, { where: { eventId: first.eventId, organizationId }, order: { id: 'ASC' } });
}
