import { Database, type Reader, type Tx, atDesk, record } from '#libs/database';
import {
  type Actor,
  DomainError,
  Event,
  type EventDesk,
  type Member,
  Panel,
  found,
  newId,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { settleAgenda } from './agenda-refusals.ts';
import { endPanels } from './panel-ends.ts';
import { panelChanged, panelsCancelled } from './panelist-mails.ts';

const mostPanels = 20;

interface WantedPanel {
  id?: string;
  topic: string;
}

const idsOf = (wanted: readonly WantedPanel[]): string[] =>
  wanted.flatMap(({ id }) => (id === undefined ? [] : [id]));

/** What people on a panel have in their calendar of the evening. */
const whereabouts = ['startsAt', 'endsAt', 'timeZone', 'place', 'city', 'privatePlace'] as const;
export type Whereabouts = Readonly<Pick<Event, (typeof whereabouts)[number]>>;

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

  /** Whoever had said yes to it is told. @throws DomainError not-found, event-cancelled */
  remove(member: Member, eventId: string, panelId: string): Promise<void> {
    return this.db.write(member.scope, (tx) =>
      atDesk(tx, member.organizationId, eventId, async (desk) => {
        const event = await revisedEvent(tx, member, eventId);
        const panels = await panelsOf(tx, eventId);
        found(panels.find(({ id }) => id === panelId));
        const rest = panels.filter(({ id }) => id !== panelId);
        await this.rearrange(tx, desk, event, rest, member.actor);
        await record(tx, member.actor, 'panel.removed', panelId);
      }),
    );
  }

  /**
   * The evening moved, or is somewhere else: so do its panels, and their people are told. The caller holds the event.
   * @throws DomainError panel-person-busy, where somebody would be at two evenings at once
   */
  async follow(tx: Tx, event: Event, before: Whereabouts): Promise<void> {
    const isThere = whereabouts.every((field) => String(event[field]) === String(before[field]));
    if (isThere) return;
    await settleAgenda(tx, event, await panelsOf(tx, event.id), '/startsLocal');
    await panelChanged(tx, { eventId: event.id });
  }

  /** The evening is cancelled. */
  calledOff(tx: Tx, eventId: string): Promise<void> {
    return panelsCancelled(tx, eventId);
  }

  /**
   * As `arrange`, also where a panel goes that people were asked to: whoever had said yes is told.
   * @throws DomainError not-well-formed, as `arrange`
   */
  async rearrange(
    tx: Tx,
    desk: EventDesk,
    event: Event,
    wanted: readonly WantedPanel[],
    actor: Actor,
  ): Promise<void> {
    const { id: eventId, organizationId } = event;
    await endPanels(tx, desk, { organizationId, eventId, kept: idsOf(wanted) }, actor);
    await this.arrange(tx, event, wanted);
  }

  /**
   * Makes these the panels of an event, in this order. One with an id keeps it, so that what hangs on it stays.
   * @throws DomainError not-well-formed, pointing at `/panels`, for an id twice or one that is no panel of this event
   */
  async arrange(tx: Tx, event: Event, wanted: readonly WantedPanel[]): Promise<void> {
    const known = new Set((await panelsOf(tx, event.id)).map(({ id }) => id));
    const kept = idsOf(wanted);
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
       on conflict (id) do update set topic = excluded.topic, position = excluded.position, version = panels.version + 1
         where panels.topic <> excluded.topic or panels.position <> excluded.position`,
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
