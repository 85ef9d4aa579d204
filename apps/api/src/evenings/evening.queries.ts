import type { Reader } from '#libs/database';
import { Attendee, Event, Mixer, Panel, PanelPerson, found } from '#libs/domain';
import type { EveningKey } from './evening-links.service.ts';

/** An evening, and what one person is at it. */
export interface EveningNow {
  now: Date;
  event: Event;
  attendeeId: string;
  name: string;
  /** In the order of the agenda. */
  panels: { panel: Panel; mine: PanelPerson['part'] | null }[];
  /** Small tables; null: an open room, or no mixer. */
  mixer: Mixer | null;
}

/** @throws DomainError not-found */
export async function readEvening(
  reader: Reader,
  { organizationId, eventId, attendeeId, personId }: EveningKey,
): Promise<EveningNow> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  const { name } = found(await reader.one(Attendee, { id: attendeeId, organizationId, personId }));
  const panels = await reader.find(Panel, { where: { eventId, organizationId }, order: { position: 'ASC' } });
  const mine = await reader.find(PanelPerson, {
    where: { eventId, organizationId, personId, state: 'confirmed' },
  });
  const mixer = await reader.one(Mixer, { eventId, organizationId, format: 'tables' });
  const partOf = new Map(mine.map(({ panelId, part }) => [panelId, part]));
  return {
    now: reader.now,
    event,
    attendeeId,
    name,
    panels: panels.map((panel) => ({ panel, mine: partOf.get(panel.id) ?? null })),
    mixer,
  };
}
