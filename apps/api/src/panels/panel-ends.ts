import { type Tx, record } from '#libs/database';
import { type Actor, type EventDesk, PanelPerson } from '#libs/domain';
import { leaveAt } from './panel-answers.ts';
import { personRemoved } from './panelist-mails.ts';

interface Ending {
  organizationId: string;
  eventId: string;
  /** Panels that stay. */
  kept: readonly string[];
}

/**
 * Takes everybody off the panels of an evening that are about to go: whoever had said yes is told, and is no longer expected
 * if it was their last. The rows go with their panel, with its questions, with what they need and what they would show.
 */
export async function endPanels(
  tx: Tx,
  desk: EventDesk,
  { organizationId, eventId, kept }: Ending,
  actor: Actor,
): Promise<void> {
  // Whoever is asked to one this moment waits here.
  await tx.query(
    'select from panels where event_id = $1 and organization_id = $2 and not id = any ($3::uuid[]) order by id for update',
    [eventId, organizationId, kept],
  );
  const people = await tx.find(PanelPerson, { where: { organizationId, eventId }, order: { id: 'ASC' } });
  for (const { id, panelId, state } of people) {
    if (kept.includes(panelId) || (state !== 'invited' && state !== 'confirmed')) continue;
    const before = await leaveAt(tx, desk, { id, organizationId, eventId }, 'by-host', actor);
    await tx.query(
      `update panel_people set state = 'removed', version = version + 1 where id = $1 and organization_id = $2`,
      [id, organizationId],
    );
    await personRemoved(tx, before);
    await record(tx, actor, 'panelist.removed', id);
  }
}
