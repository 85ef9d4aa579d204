import { Database, type Reader, type Tx, record } from '#libs/database';
import { DomainError, Event, type Member, Panel, found, newId } from '#libs/domain';
import { Injectable } from '@nestjs/common';

const mostPanels = 20;

@Injectable()
export class PanelsService {
  constructor(private readonly db: Database) {}

  list(member: Member, eventId: string): Promise<Panel[]> {
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId: member.organizationId }));
      return panelsOf(reader, eventId);
    });
  }

  /** Appends a panel to the evening. */
  add(member: Member, eventId: string, topic: string): Promise<Panel> {
    return this.db.write(member.scope, async (tx) => {
      const event = await revisedEvent(tx, member, eventId);
      const panels = await panelsOf(tx, eventId);
      if (panels.length >= mostPanels) throw new DomainError('too-many-panels');
      await this.arrange(tx, event, [...panels, { topic }]);
      const added = found((await panelsOf(tx, eventId)).at(-1));
      await record(tx, member.actor, 'panel.added', added.id);
      return added;
    });
  }

  change(member: Member, eventId: string, panelId: string, topic: string): Promise<Panel> {
    return this.db.write(member.scope, async (tx) => {
      const event = await revisedEvent(tx, member, eventId);
      const panel = found(
        await tx.one(Panel, { id: panelId, eventId: event.id, organizationId: event.organizationId }),
      );
      panel.topic = topic;
      await tx.save(panel);
      await record(tx, member.actor, 'panel.changed', panelId);
      return panel;
    });
  }

  remove(member: Member, eventId: string, panelId: string): Promise<void> {
    return this.db.write(member.scope, async (tx) => {
      const event = await revisedEvent(tx, member, eventId);
      const panels = await panelsOf(tx, eventId);
      found(panels.find(({ id }) => id === panelId));
      await this.arrange(
        tx,
        event,
        panels.filter(({ id }) => id !== panelId),
      );
      await record(tx, member.actor, 'panel.removed', panelId);
    });
  }

  /**
   * Makes these the panels of an event, in this order. One with an id keeps it, so that what hangs on it stays.
   * @throws DomainError not-well-formed, pointing at `/panels`, for an id twice or one that is no panel of this event
   */
  async arrange(tx: Tx, event: Event, wanted: readonly { id?: string; topic: string }[]): Promise<void> {
    const known = new Set((await panelsOf(tx, event.id)).map(({ id }) => id));
    const kept = wanted.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (new Set(kept).size < kept.length || kept.some((id) => !known.has(id))) throw foreignPanel();
    await tx.query(
      'delete from panels where event_id = $1 and organization_id = $2 and not id = any($3::uuid[])',
      [event.id, event.organizationId, kept],
    );
    const rows = wanted.map(({ id, topic }, position) => ({ id: id ?? newId(), topic, position }));
    await tx.query(
      `insert into panels (id, organization_id, event_id, topic, position, created_at)
       select id, $2, $3, topic, position, $4
       from jsonb_to_recordset($1::jsonb) as panel(id uuid, topic text, position int)
       on conflict (id) do update set topic = excluded.topic, position = excluded.position`,
      [JSON.stringify(rows), event.organizationId, event.id, tx.now],
    );
  }
}

const panelsOf = (reader: Reader, eventId: string): Promise<Panel[]> =>
  reader.find(Panel, { where: { eventId }, order: { position: 'ASC' } });

/** Panels are part of what guests see, so a change of one is a new version of the event. */
async function revisedEvent(tx: Tx, { organizationId }: Member, eventId: string): Promise<Event> {
  const event = found(await tx.locked(Event, { id: eventId, organizationId }));
  event.revise();
  await tx.save(event);
  return event;
}

function foreignPanel(): DomainError {
  const { code, message } = new DomainError('not-well-formed');
  return new DomainError(code, [{ pointer: '/panels', detail: message }]);
}
