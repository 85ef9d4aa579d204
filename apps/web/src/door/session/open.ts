import { fromBase64Url } from '../crypto/bytes.ts';
import { keysOf } from '../crypto/seal.ts';
import type { KeptLink, Vault } from '../store/vault.ts';
import { DoorError, asSent, calls, mostScans } from './calls.ts';
import { Door } from './door.ts';
import { type Heard, Kept, type KeptDoor, type Queued } from './kept.ts';

const lockMs = 12 * 60 * 60 * 1000;

/**
 * Opens the door of a link by its code: by what the phone keeps, without any network, or by the api the first time.
 * @throws DoorError
 */
export async function openDoor(vault: Vault, token: string, code: string): Promise<Door> {
  const link = await vault.link(token);
  if (link === undefined) return openAnew(vault, token, code, await saltOf(token));
  const keys = await keysOf(code, link.salt, link.iterations);
  const kept = new Kept(vault, token, keys.seal);
  const found = await readOf(kept);
  const heard = link.locksAt > Date.now() ? found.heard : null;
  if (heard === null) return openAnew(vault, token, code, link, found);
  return new Door({ vault, token, keys, kept, locksAt: link.locksAt, ...found, heard });
}

/**
 * Takes away the lists of all links that were opened here too long ago, whether anybody types their codes again or not. Only
 * while a page of a door is open: a browser runs nothing of a closed one, and what lies there meanwhile is sealed.
 */
export async function lockLate(vault: Vault): Promise<void> {
  for (const { token, locksAt } of await vault.links()) if (locksAt <= Date.now()) await lock(vault, token);
}

async function lock(vault: Vault, token: string): Promise<void> {
  const records = [...(await vault.records(token)).keys()];
  if (records.some((name) => name.startsWith('scan '))) {
    const gone = records.filter((name) => name === 'list' || name.startsWith('look '));
    await vault.change(token, new Map(), gone);
  } else await vault.wipe(token);
}

async function readOf(kept: Kept): Promise<KeptDoor> {
  try {
    return await kept.read();
  } catch {
    throw new DoorError('code-wrong');
  }
}

async function saltOf(token: string): Promise<Pick<KeptLink, 'salt' | 'iterations'>> {
  const { salt, iterations } = await calls.about(token);
  return { salt: fromBase64Url(salt), iterations };
}

const nothing: KeptDoor = { heard: null, queue: [], looks: [] };

async function openAnew(
  vault: Vault,
  token: string,
  code: string,
  { salt, iterations }: Pick<KeptLink, 'salt' | 'iterations'>,
  found = nothing,
): Promise<Door> {
  const keys = await keysOf(code, salt, iterations);
  const kept = new Kept(vault, token, keys.seal);
  const answer = await listOrRest(vault, token, keys.shown, found);
  if (answer === null) throw new DoorError('failed');
  const since = answer.list.cursor;
  const { now, cursor, counts } = await calls.sync(token, keys.shown, { since, scans: [] });
  const heard: Heard = { ...answer, cursor, counts, aheadMs: Date.parse(now) - Date.now() };
  const locksAt = Date.now() + lockMs;
  await kept.begin({ token, salt, iterations, locksAt }, heard);
  return new Door({ vault, token, keys, kept, locksAt, ...found, heard });
}

/** The evening may be over by now: what was scanned then is still taken for a week, and nothing stays here. */
async function listOrRest(vault: Vault, token: string, shown: string, { queue }: KeptDoor) {
  try {
    return await calls.list(token, shown, null);
  } catch (error) {
    if (!isOver(error)) throw error;
    await sendRest(token, shown, queue).catch((late: unknown) => {
      if (!isOver(late)) throw late;
    });
    await vault.wipe(token);
    throw error;
  }
}

const isOver = (error: unknown): boolean => error instanceof DoorError && error.fault === 'over';

async function sendRest(token: string, shown: string, queue: readonly Queued[]): Promise<void> {
  for (let at = 0; at < queue.length; at += mostScans) {
    const scans = queue.slice(at, at + mostScans).map(({ scan }) => asSent(scan));
    await calls.sync(token, shown, { since: null, scans });
  }
}
