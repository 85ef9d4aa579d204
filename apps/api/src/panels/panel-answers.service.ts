import { Database, type Tx, confirmPerson, record } from '#libs/database';
import { DomainError, Event, PanelPerson, actorOf, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { panelsOf } from './agenda.queries.ts';
import { settleAgenda, translated } from './agenda-refusals.ts';
import { joinEvening, leaveEvening } from './panel-answers.ts';
import { forgetGiven, lockPanel, tellPanelScreens } from './panel-people.queries.ts';
import type { PanelistKey } from './panelist-links.service.ts';
import { personConfirmed, personDeclined } from './panelist-mails.ts';

/** What somebody who was asked to a panel answers, by their link. */
@Injectable()
export class PanelAnswersService {
  constructor(private readonly db: Database) {}

  /**
   * Yes; also after a no. Repeating it is harmless.
   * @throws DomainError panelist-removed, event-cancelled, event-over, panel-person-busy, panel-moderator-taken
   */
  confirm(key: PanelistKey): Promise<void> {
    return this.db.write(key.scope, async (tx) => {
      const event = await openEvent(tx, key);
      // People before counter rows: their address answered.
      await confirmPerson(tx, key.personId);
      const { attendeeId, before } = await joinEvening(tx, idsOf(key), actorOf(key.scope));
      if (before.state === 'confirmed') return;
      const person = await answered(tx, key, 'confirmed', attendeeId);
      await settleAgenda(tx, event, await panelsOf(tx, key), '/answer');
      await personConfirmed(tx, person);
    });
  }

  /** Yes to no is always allowed. Repeating it is harmless. @throws DomainError panelist-removed */
  decline(key: PanelistKey): Promise<void> {
    return this.db.write(key.scope, async (tx) => {
      const before = await leaveEvening(tx, idsOf(key), 'by-person', actorOf(key.scope));
      if (before.state === 'removed') throw new DomainError('panelist-removed');
      if (before.state === 'declined') return;
      const person = await answered(tx, key, 'declined', before.attendeeId);
      await forgetGiven(tx, person);
      if (before.state === 'confirmed') await personDeclined(tx, person);
    });
  }
}

const idsOf = ({ panelPersonId: id, organizationId, eventId }: PanelistKey) => ({
  id,
  organizationId,
  eventId,
});

async function openEvent(tx: Tx, { organizationId, eventId }: PanelistKey): Promise<Event> {
  const event = found(await tx.one(Event, { id: eventId, organizationId }));
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  if (tx.now >= event.endsAt) throw new DomainError('event-over');
  return event;
}

/** Keeps the answer and tells the screens of the panel. @throws DomainError panel-moderator-taken */
async function answered(
  tx: Tx,
  key: PanelistKey,
  state: 'confirmed' | 'declined',
  attendeeId: string | null,
): Promise<PanelPerson> {
  const { panelPersonId: id, organizationId, scope } = key;
  await lockPanel(tx, key);
  const person = found(await tx.locked(PanelPerson, { id, organizationId }));
  Object.assign(person, { state, attendeeId, answeredAt: tx.now, version: person.version + 1 });
  try {
    await tx.save(person);
  } catch (error) {
    throw translated(error);
  }
  await tellPanelScreens(tx, key);
  await record(tx, actorOf(scope), `panelist.${state}`, id);
  return person;
}
