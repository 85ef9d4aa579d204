import { Database, type Tx, record } from '#libs/database';
import { type AgendaChange, Event, type Member, Panel, changeSlot, found, moveSlot } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type AgendaMove, AgendaView } from './agenda.dto.ts';
import { panelsOf, peopleOf, savePlaces } from './agenda.queries.ts';
import { settleAgenda } from './agenda-refusals.ts';
import { panelChanged } from './panelist-mails.ts';
import type { PanelChange } from './panels.dto.ts';

/** When and where the panels of an evening are held, and with whom. */
@Injectable()
export class AgendaService {
  constructor(private readonly db: Database) {}

  look({ scope, organizationId }: Member, eventId: string): Promise<AgendaView> {
    const ids = { organizationId, eventId };
    return this.db.read(scope, async (reader) => {
      const event = found(await reader.one(Event, { id: eventId, organizationId }));
      return AgendaView.of(event, await panelsOf(reader, ids), await peopleOf(reader, ids));
    });
  }

  /**
   * What is left out stays.
   * @throws DomainError not-found, event-cancelled, panel-room-taken, panel-person-busy, panel-time-too-far
   */
  change(
    member: Member,
    eventId: string,
    panelId: string,
    { together = false, topic, callMinutes, ...place }: PanelChange,
  ): Promise<Panel> {
    return this.db.write(member.scope, async (tx) => {
      const { event, panels } = await revisedAgenda(tx, member, eventId);
      const others = {
        ...(topic !== undefined && { topic }),
        ...(callMinutes !== undefined && { callMinutes }),
      };
      const next: Panel[] = changeSlot(panels, panelId, given(place), together);
      const changed = found(next.find(({ id }) => id === panelId));
      Object.assign(changed, others);
      const pointer = place.room !== undefined && place.startsAfter === undefined ? '/room' : '/startsAfter';
      await this.rearrange(tx, event, panels, next, pointer);
      await record(tx, member.actor, 'panel.changed', panelId);
      return changed;
    });
  }

  /** @throws as `change` */
  move(
    member: Member,
    eventId: string,
    { panelId, position, room, together }: AgendaMove,
  ): Promise<AgendaView> {
    return this.db.write(member.scope, async (tx) => {
      const { event, panels } = await revisedAgenda(tx, member, eventId);
      const to = { together, ...(room !== undefined && { room }) };
      const next: Panel[] = moveSlot(panels, panelId, position, to);
      await this.rearrange(tx, event, panels, next, '/position');
      await record(tx, member.actor, 'agenda.changed', eventId);
      return AgendaView.of(
        event,
        next,
        await peopleOf(tx, { organizationId: member.organizationId, eventId }),
      );
    });
  }

  /** Whose time or room is another one is told to the people of that panel. */
  private async rearrange(
    tx: Tx,
    event: Event,
    before: readonly Panel[],
    after: readonly Panel[],
    pointer: string,
  ): Promise<void> {
    const was = new Map(before.map((panel) => [panel.id, panel]));
    await savePlaces(
      tx,
      event,
      after.filter((panel) => differs(panel, was.get(panel.id), shown)),
    );
    await settleAgenda(tx, event, after, pointer);
    for (const panel of after) {
      if (differs(panel, was.get(panel.id), told)) await panelChanged(tx, { panelId: panel.id });
    }
  }
}

const told = ['room', 'startsAfter', 'minutes', 'callMinutes'] as const;
const shown = [...told, 'topic', 'position'] as const;

const differs = (panel: Panel, before: Panel | undefined, fields: readonly (keyof Panel)[]): boolean =>
  fields.some((field) => panel[field] !== before?.[field]);

function given({
  room,
  startsAfter,
  minutes,
}: Pick<PanelChange, 'room' | 'startsAfter' | 'minutes'>): AgendaChange {
  return {
    ...(room !== undefined && { room }),
    ...(startsAfter !== undefined && { startsAfter }),
    ...(minutes !== undefined && { minutes }),
  };
}

/** Under the lock of the event, which whoever moves it or a panel of it takes first. Guests see it: a new version. */
async function revisedAgenda(
  tx: Tx,
  { organizationId }: Member,
  eventId: string,
): Promise<{ event: Event; panels: Panel[] }> {
  const event = found(await tx.locked(Event, { id: eventId, organizationId }));
  event.revise();
  await tx.save(event);
  return { event, panels: await panelsOf(tx, { organizationId, eventId }) };
}
