import { type Tx, atDesk, attendeeAt } from '#libs/database';
import { type Actor, Attendee, DomainError, type EventDesk, PanelPerson, found, newId } from '#libs/domain';
import { type MailRequest, post } from '#libs/mail';
import { isOnAnother } from './panel-people.queries.ts';

// What a yes or no to a panel is at the desk of the evening (docs/decisions/0025). The desk's lock comes first, so that an
// answer and a host who takes somebody off never pass each other.

interface PersonIds {
  id: string;
  organizationId: string;
  eventId: string;
}

/**
 * They come without taking a seat, and the panel's own mail tells them, not the desk's.
 * @returns their row at the evening, and how they stood on the panel before
 * @throws DomainError panelist-removed
 */
export function joinEvening(
  tx: Tx,
  ids: PersonIds,
  actor: Actor,
): Promise<{ attendeeId: string; before: PanelPerson }> {
  const { organizationId, eventId } = ids;
  return atDesk(tx, organizationId, eventId, async (desk) => {
    const before = await lookUp(tx, ids);
    if (before.state === 'removed') throw new DomainError('panelist-removed');
    const known = await tx.one(Attendee, { organizationId, eventId, personId: before.personId });
    const attendee = known ?? newcomer(before, tx.now);
    // Before their seat becomes a place on the panel: its entry is in their calendar (docs/decisions/0030).
    if (attendee.status === 'confirmed' && attendee.part === 'guest') await post(tx, [seatLeaves(attendee)]);
    if (before.state !== 'confirmed') desk.joinPanel(attendee, actor);
    return { attendeeId: attendee.id, before };
  });
}

const seatLeaves = ({ id, organizationId, personId, version }: Attendee): MailRequest => ({
  organizationId,
  kind: 'rsvp-on-panel',
  subjectId: id,
  personId,
  step: `v${String(version)}`,
});

function newcomer({ organizationId, eventId, personId, name }: PanelPerson, now: Date): Attendee {
  const attendee = Attendee.of({ id: newId(), organizationId, eventId, personId }, name, now);
  attendee.source = 'panel';
  return attendee;
}

/**
 * With their last panel they are no longer expected; whoever is on another one of the evening stays.
 * @returns how they stood on the panel before
 */
export const leaveEvening = (
  tx: Tx,
  ids: PersonIds,
  cause: 'by-person' | 'by-host',
  actor: Actor,
): Promise<PanelPerson> =>
  atDesk(tx, ids.organizationId, ids.eventId, (desk) => leaveAt(tx, desk, ids, cause, actor));

/** The same by whoever stands at the desk already. */
export async function leaveAt(
  tx: Tx,
  desk: EventDesk,
  ids: PersonIds,
  cause: 'by-person' | 'by-host',
  actor: Actor,
): Promise<PanelPerson> {
  const before = await lookUp(tx, ids);
  const { state, attendeeId } = before;
  if (state !== 'confirmed' || attendeeId === null || (await isOnAnother(tx, before))) return before;
  const attendee = await attendeeAt(tx, desk, attendeeId);
  if (attendee.part === 'panelist') desk.cancel(attendee, cause, actor, { tell: false });
  return before;
}

const lookUp = async (tx: Tx, { id, organizationId, eventId }: PersonIds): Promise<PanelPerson> =>
  found(await tx.one(PanelPerson, { id, organizationId, eventId }));
