import { Database, type Tx, personByEmail, record } from '#libs/database';
import { DomainError, Event, type Member, PanelPerson, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { withinBudgets } from '../host-mails.ts';
import { AgendaPersonView } from './agenda.dto.ts';
import { peopleOf, panelsOf } from './agenda.queries.ts';
import { settleAgenda, translated } from './agenda-refusals.ts';
import { leaveEvening } from './panel-answers.ts';
import {
  type PanelPersonChange,
  type PanelPersonInput,
  type PanelPersonView,
  mostPeople,
} from './panel-people.dto.ts';
import {
  type PanelIds,
  forgetGiven,
  lockPanel,
  personOf,
  readPrivate,
  tellPanelScreens,
} from './panel-people.queries.ts';
import { personInvited, personReminded, personRemoved } from './panelist-mails.ts';

const dayMs = 24 * 3_600_000;

/** Whom the organizers ask to a panel. They need no account: their link is in the mail. */
@Injectable()
export class PanelPeopleService {
  constructor(private readonly db: Database) {}

  /** What they told the organizers alone is in this one. @throws DomainError not-found */
  look(member: Member, ids: PanelIds, id: string): Promise<PanelPersonView> {
    return this.db.read(member.scope, async (reader) => {
      const person = await personOf(reader, ids, id);
      const { needs, slides } = await readPrivate(reader, person);
      const view = found((await peopleOf(reader, ids)).find((one) => one.id === id));
      return Object.assign(AgendaPersonView.of(view), { needsText: needs, slidesName: slides });
    });
  }

  /**
   * Asks somebody by mail. Whoever is asked already stays as they are; whoever said no or was taken off is asked again.
   * @throws DomainError not-found, event-cancelled, event-over, too-many-people-on-panel, panel-moderator-taken,
   *   panel-person-busy, and too-many-requests for an address that never answered and was written to 3 times within the
   *   hour, and after the organization's 500 mails of the hour
   */
  invite(member: Member, ids: PanelIds, input: PanelPersonInput): Promise<AgendaPersonView> {
    return this.db.write(member.scope, async (tx) => {
      const { id: personId, confirmedAt } = await personByEmail(tx, input.email);
      const event = await openEvent(tx, ids);
      await lockPanel(tx, ids);
      const { organizationId, panelId } = ids;
      const before = await tx.one(PanelPerson, { panelId, organizationId, personId });
      if (before?.state === 'invited' || before?.state === 'confirmed') return viewOf(tx, ids, before.id);
      const last = await nextPosition(tx, ids);
      const told = await withinBudgets(tx, organizationId, [{ personId, confirmed: confirmedAt !== null }]);
      if (told.length === 0) throw new DomainError('too-many-requests');
      const person = asked(before ?? rowOf(ids, personId, tx.now), input, last, tx.now);
      await this.keep(tx, event, person, before === null);
      await personInvited(tx, person);
      await record(tx, member.actor, 'panelist.invited', person.id, { part: person.part });
      return viewOf(tx, ids, person.id);
    });
  }

  /** @throws DomainError not-found, panel-moderator-taken */
  change(member: Member, ids: PanelIds, id: string, change: PanelPersonChange): Promise<AgendaPersonView> {
    return this.db.write(member.scope, async (tx) => {
      await lockPanel(tx, ids);
      const person = await personOf(tx, ids, id);
      if (change.part !== undefined && change.part !== person.part) {
        person.part = change.part;
        person.version += 1;
        await this.keep(tx, await eventOf(tx, ids), person, false);
      }
      if (change.position !== undefined) await place(tx, ids, id, change.position);
      await tellPanelScreens(tx, ids);
      await record(tx, member.actor, 'panelist.changed', id);
      return viewOf(tx, ids, id);
    });
  }

  /** They are told if they had said yes; what they had at the evening ends with their last panel. Repeating it is harmless. */
  remove(member: Member, ids: PanelIds, id: string): Promise<void> {
    return this.db.write(member.scope, async (tx) => {
      const { organizationId, eventId, panelId } = ids;
      const person = found(await tx.one(PanelPerson, { id, organizationId, eventId, panelId }));
      if (person.state === 'removed') return;
      const before = await leaveEvening(tx, person, 'by-host', member.actor);
      if (before.state === 'removed') return;
      await lockPanel(tx, ids);
      await tx.query(
        `update panel_people set state = 'removed', version = version + 1 where id = $1 and organization_id = $2`,
        [id, organizationId],
      );
      await forgetGiven(tx, before);
      await tellPanelScreens(tx, ids);
      await personRemoved(tx, before);
      await record(tx, member.actor, 'panelist.removed', id);
    });
  }

  /** @throws DomainError not-found, event-cancelled, event-over, panelist-answered, panelist-asked-today */
  remind(member: Member, ids: PanelIds, id: string): Promise<AgendaPersonView> {
    return this.db.write(member.scope, async (tx) => {
      await openEvent(tx, ids);
      await lockPanel(tx, ids);
      const person = await personOf(tx, ids, id);
      if (person.state !== 'invited') throw new DomainError('panelist-answered');
      if (tx.now.getTime() - person.invitedAt.getTime() < dayMs)
        throw new DomainError('panelist-asked-today');
      person.invitedAt = tx.now;
      person.version += 1;
      await tx.save(person);
      await personReminded(tx, person);
      await record(tx, member.actor, 'panelist.reminded', id);
      return viewOf(tx, ids, id);
    });
  }

  private async keep(tx: Tx, event: Event, person: PanelPerson, isNew: boolean): Promise<void> {
    try {
      await (isNew ? tx.insert(PanelPerson, person) : tx.save(person));
    } catch (error) {
      throw translated(error, []);
    }
    const { organizationId, eventId } = person;
    await settleAgenda(tx, event, await panelsOf(tx, { organizationId, eventId }), '/email');
    await tellPanelScreens(tx, person);
  }
}

const eventOf = async (tx: Tx, { organizationId, eventId }: PanelIds): Promise<Event> =>
  found(await tx.one(Event, { id: eventId, organizationId }));

/** A draft may have its people already; what is over or cancelled asks nobody any more. */
async function openEvent(tx: Tx, ids: PanelIds): Promise<Event> {
  const event = await eventOf(tx, ids);
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  if (tx.now >= event.endsAt) throw new DomainError('event-over');
  return event;
}

function rowOf({ organizationId, eventId, panelId }: PanelIds, personId: string, now: Date): PanelPerson {
  const counted = { revision: 0, version: 0, createdAt: now };
  const unanswered = { attendeeId: null, appears: null, answeredAt: null };
  return Object.assign(
    new PanelPerson(),
    { id: newId(), organizationId, eventId, panelId, personId },
    counted,
    unanswered,
  );
}

/** Asked now, whatever they answered before. */
function asked(
  person: PanelPerson,
  { name, part }: PanelPersonInput,
  position: number,
  now: Date,
): PanelPerson {
  const version = person.version + 1;
  return Object.assign(person, {
    name,
    part,
    position,
    version,
    state: 'invited',
    answeredAt: null,
    invitedAt: now,
  });
}

/** After the last of those who count. @throws DomainError too-many-people-on-panel */
async function nextPosition(tx: Tx, { organizationId, panelId }: PanelIds): Promise<number> {
  const [row] = await tx.query<{ count: number; last: number }>(
    `select count(*) filter (where state in ('invited', 'confirmed'))::int as count, coalesce(max(position), -1) as last
     from panel_people where panel_id = $1 and organization_id = $2 and state <> 'removed'`,
    [panelId, organizationId],
  );
  const { count, last } = row ?? { count: 0, last: -1 };
  if (count >= mostPeople) throw new DomainError('too-many-people-on-panel');
  return last + 1;
}

/** Puts somebody at this place of the line-up; the others keep their order. */
async function place(
  tx: Tx,
  { organizationId, panelId }: PanelIds,
  id: string,
  position: number,
): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `select id from panel_people where panel_id = $1 and organization_id = $2 and state <> 'removed' order by position, id`,
    [panelId, organizationId],
  );
  const others = rows.map((row) => row.id).filter((other) => other !== id);
  await tx.query(
    `update panel_people set position = n.place - 1, version = version + 1
     from unnest($1::uuid[]) with ordinality as n(id, place)
     where panel_people.id = n.id and organization_id = $2 and position <> n.place - 1`,
    [[...others.slice(0, position), id, ...others.slice(position)], organizationId],
  );
}

async function viewOf(tx: Tx, ids: PanelIds, id: string): Promise<AgendaPersonView> {
  return AgendaPersonView.of(found((await peopleOf(tx, ids)).find((person) => person.id === id)));
}
