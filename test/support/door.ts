import { randomBytes, randomUUID } from 'node:crypto';
import { doorKeyHash, doorTokenOf, parseKeys, ticketOf } from '#libs/database';
import { newId } from '#libs/domain';
import type { components } from '../../apps/web/src/lib/api-types.ts';
import { type Api, testKeys } from './api.ts';
import { makePerson } from './factories.ts';

export type ScanSent = components['schemas']['ScanInput'];
export type Synced = components['schemas']['SyncView'];
export type DoorList = components['schemas']['DoorListView'];

/** A phone at the door with its code typed. */
export interface Door {
  id: string;
  label: string;
  token: string;
  /** The header that shows the key of the code. */
  key: string;
  send(scans: ScanSent[], since?: string | null): ReturnType<Api['http']['post']>;
  sync(scans: ScanSent[], since?: string | null): Promise<Synced>;
  list(): Promise<DoorList>;
}

const keys = parseKeys(testKeys);

export const ticketFor = (attendeeId: string): string => ticketOf(keys, attendeeId);

/** The link of a door, as if its code had been stretched already. */
export async function makeDoor(
  api: Api,
  event: { id: string; organizationId: string },
  label = 'Front door',
): Promise<Door> {
  const [id, shown] = [newId(), randomBytes(32)];
  const { id: createdBy } = await makePerson(api.database);
  await api.database.sql(
    `insert into door_links (id, organization_id, event_id, label, salt, key_hash, created_by, expires_at, created_at)
     select $1, organization_id, id, $3, $4, $5, $6, ends_at + interval '6 hours', app_now() from events where id = $2`,
    [id, event.id, label, randomBytes(16), doorKeyHash(shown), createdBy],
  );
  const token = doorTokenOf(keys, id);
  const key = shown.toString('base64url');
  const send = (scans: ScanSent[], since: string | null = null) =>
    api.http.post(`/api/v1/door/${token}/sync`).set('door-key', key).send({ since, scans });
  return {
    id,
    label,
    token,
    key,
    send,
    sync: async (scans, since) => (await send(scans, since).expect(200)).body as Synced,
    list: async () =>
      (await api.http.get(`/api/v1/door/${token}/list`).set('door-key', key).expect(200)).body as DoorList,
  };
}

/** A scan of this attendee's ticket. */
export const scanOf = (attendeeId: string, scannedAt: string, given: Partial<ScanSent> = {}): ScanSent => ({
  nonce: randomUUID(),
  kind: 'in',
  ticket: ticketFor(attendeeId),
  scannedAt,
  ...given,
});
