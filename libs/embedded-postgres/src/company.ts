import { once } from 'node:events';
import type { Socket } from 'node:net';
import { holdOrJoin, lockName } from './socket-lock.ts';
import type { Held } from './socket-lock.ts';

/** Everybody who uses one server: the last to leave stops it. */
export interface Company {
  /** Leaves; true when nobody else is left. Call it while holding the `starting` lock. */
  leave(): Promise<boolean>;
}

/**
 * One process owns the server, the others keep a connection to the owner. When the owner leaves or dies, one of the
 * others becomes owner.
 */
export async function joinCompany(dataDir: string): Promise<Company> {
  const name = lockName(dataDir, 'owner');
  let place: Promise<Held | Socket> = Promise.resolve(await holdOrJoin(name));
  let left = false;

  const succeed = (held: Held | Socket): Held | Socket => {
    if (!('release' in held)) {
      held.once('close', () => {
        if (left) return;
        place = holdOrJoin(name).then(succeed);
        place.catch(() => undefined); // leave() reports it
      });
    }
    return held;
  };
  succeed(await place);

  return {
    async leave() {
      left = true;
      const held = await place;
      if ('release' in held) {
        const alone = held.guests.size === 0;
        await held.release();
        return alone;
      }
      if (!held.closed) {
        const gone = once(held, 'close');
        held.ref();
        held.end();
        await gone;
      }
      // The owner may have died before us: then we may be the last.
      const after = await holdOrJoin(name);
      if ('release' in after) {
        await after.release();
        return true;
      }
      after.destroy();
      return false;
    },
  };
}
