import type { Database } from '#libs/database';
import { StoredFile, inOrganization, system } from '#libs/domain';
import type { Arriving, Storage } from '#libs/files';
import type { Jobs } from '#libs/jobs';

/**
 * Deletes the bytes of a file whose time is over. Its row is gone first, so that nobody opens what is being deleted; a
 * worker that stops between leaves bytes without a row, which the orphans' sweep finds.
 */
export async function deleteFile(
  { organizationId, fileId }: Jobs['files.delete'],
  { db, storage, arriving }: { db: Database; storage: Storage; arriving: Arriving },
): Promise<void> {
  const key = await db.write(inOrganization(organizationId, system), async (tx) => {
    const file = await tx.locked(StoredFile, { id: fileId, organizationId });
    if (file?.deleteAt == null || file.deleteAt > tx.now || file.state === 'gone') return null;
    file.state = 'gone';
    await tx.save(file);
    return file.storageKey;
  });
  if (key === null) return;
  await storage.remove(key);
  await arriving.remove(key);
}
