import type { Reader } from '#libs/database';
import { DomainError, Event, type EventDesk, found } from '#libs/domain';

/**
 * Whoever is given a seat or a better place gets a mail that says so, and so the evening has to be announced and ahead.
 * @throws DomainError event-cancelled, event-not-published, event-over
 */
export async function refuseUnlessAhead(reader: Reader, desk: EventDesk): Promise<void> {
  const { state } = await eventOf(reader, desk);
  if (state === 'cancelled') throw new DomainError('event-cancelled');
  if (state === 'draft') throw new DomainError('event-not-published');
  await refuseWhenOver(reader, desk);
}

/** Who came, and who did not, is what it was. @throws DomainError event-over */
export async function refuseWhenOver(reader: Reader, desk: EventDesk): Promise<void> {
  const { endsAt } = await eventOf(reader, desk);
  if (reader.now >= endsAt) throw new DomainError('event-over');
}

const eventOf = async (reader: Reader, { seats }: EventDesk): Promise<Event> => {
  const { eventId: id, organizationId } = seats;
  return found(await reader.one(Event, { id, organizationId }));
};
