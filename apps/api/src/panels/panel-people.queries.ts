import type { Reader, Tx } from '#libs/database';
import { PanelPerson, found } from '#libs/domain';
import type { EventIds } from '../event-ids.ts';

export interface PanelIds extends EventIds {
  panelId: string;
}

/**
 * The panel under its lock, before anybody of it: who counts its people, or changes them, waits here.
 * @throws DomainError not-found
 */
export async function lockPanel(tx: Tx, { organizationId, eventId, panelId }: PanelIds): Promise<void> {
  const [row] = await tx.query(
    'select from panels where id = $1 and event_id = $2 and organization_id = $3 for update',
    [panelId, eventId, organizationId],
  );
  found(row);
}

/** The screens of the panel show its people. */
export async function tellPanelScreens(tx: Tx, { organizationId, panelId }: PanelIds): Promise<void> {
  await tx.query('update panels set version = version + 1 where id = $1 and organization_id = $2', [
    panelId,
    organizationId,
  ]);
}

/** @throws DomainError not-found, also for somebody who was taken off */
export async function personOf(reader: Reader, ids: PanelIds, id: string): Promise<PanelPerson> {
  const { organizationId, eventId, panelId } = ids;
  const person = found(await reader.one(PanelPerson, { id, organizationId, eventId, panelId }));
  return found(person.state === 'removed' ? null : person);
}

/** Whether they said yes to another panel of the same evening. */
export async function isOnAnother(tx: Tx, { id, eventId, personId }: PanelPerson): Promise<boolean> {
  const rows = await tx.query(
    `select from panel_people where event_id = $1 and person_id = $2 and id <> $3 and state = 'confirmed' limit 1`,
    [eventId, personId, id],
  );
  return rows.length > 0;
}

/** What they wrote and sent for this panel goes when they do; the bytes of a file with the next sweep. */
export async function forgetGiven(tx: Tx, { id, organizationId }: PanelPerson): Promise<void> {
  for (const table of ['panelist_needs', 'slides'])
    await tx.query(`delete from ${table} where panel_person_id = $1 and organization_id = $2`, [
      id,
      organizationId,
    ]);
}

/** What they need, and which file they sent. */
export async function readPrivate(
  reader: Reader,
  { id, organizationId }: PanelPerson,
): Promise<{ needs: string | null; slides: string | null }> {
  const [row] = await reader.query<{ needs: string | null; slides: string | null }>(
    `select (select needs from panelist_needs where panel_person_id = $1 and organization_id = $2) as needs,
       (select name from slides where panel_person_id = $1 and organization_id = $2) as slides`,
    [id, organizationId],
  );
  return row ?? { needs: null, slides: null };
}
