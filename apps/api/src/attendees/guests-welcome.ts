import type { Reader } from '#libs/database';
import { DomainError, Event, type EventDesk, found } from '#libs/domain';

/**
 * Whoever is given a seat or a better place gets a mail that says so, and so the evening has to be announced and ahead.
 * @throws DomainError event-cancelled, event-not-published, event-over
 */
export async function refuseUnlessAhead(reader: Reader, { seats }: EventDesk): Promise<void> {
  const { eventId: id, organizationId } = seats;
  const { state, endsAt } = found(await reader.one(Event, { id, organizationId }));
  if (state === 'cancelled') throw new DomainError('event-cancelled');
  if (state === 'draft') throw new DomainError('event-not-published');
  if (reader.now >= endsAt) throw new DomainError('event-over');
}
