import type { Bytes } from '../crypto/bytes.ts';
import type { Sealed } from '../crypto/seal.ts';

// What stays on the phone. In the clear: that there is a link, its salt, and when it locks. Everything else is sealed.

export interface KeptLink {
  token: string;
  salt: Bytes;
  iterations: number;
  /** By the phone's own clock, in milliseconds: from then on the list is gone. */
  locksAt: number;
}

interface KeptRecord extends Sealed {
  token: string;
  name: string;
}

const links = 'links';
const records = 'records';

/** IndexedDB, by link. Names of records are words of ours or random; they say nothing about anybody. */
export class Vault {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<Vault> {
    const request = indexedDB.open('acquaint-door', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(links, { keyPath: 'token' });
      request.result.createObjectStore(records, { keyPath: ['token', 'name'] });
    };
    return new Vault(await done(request));
  }

  link(token: string): Promise<KeptLink | undefined> {
    return done(this.database.transaction(links).objectStore(links).get(token)) as Promise<
      KeptLink | undefined
    >;
  }

  links(): Promise<KeptLink[]> {
    return done(this.database.transaction(links).objectStore(links).getAll()) as Promise<KeptLink[]>;
  }

  async keepLink(link: KeptLink): Promise<void> {
    await done(this.database.transaction(links, 'readwrite').objectStore(links).put(link));
  }

  async records(token: string): Promise<Map<string, Sealed>> {
    const range = IDBKeyRange.bound([token], [token, []]);
    const found = (await done(
      this.database.transaction(records).objectStore(records).getAll(range),
    )) as KeptRecord[];
    return new Map(found.map(({ name, iv, bytes }) => [name, { iv, bytes }]));
  }

  /**
   * Everything is kept when this is done, or nothing of it; and nothing at all of a link that was wiped meanwhile, so that
   * an answer which comes late brings nobody back.
   */
  async change(
    token: string,
    keep: ReadonlyMap<string, Sealed>,
    drop: readonly string[] = [],
  ): Promise<void> {
    const transaction = this.database.transaction([links, records], 'readwrite');
    const link = transaction.objectStore(links).get(token);
    link.onsuccess = () => {
      if (link.result === undefined) return;
      const store = transaction.objectStore(records);
      for (const [name, sealed] of keep) store.put({ token, name, ...sealed } satisfies KeptRecord);
      for (const name of drop) store.delete([token, name]);
    };
    await finished(transaction);
  }

  /** As if the link had never been opened on this phone. */
  async wipe(token: string): Promise<void> {
    const transaction = this.database.transaction([links, records], 'readwrite');
    transaction.objectStore(links).delete(token);
    transaction.objectStore(records).delete(IDBKeyRange.bound([token], [token, []]));
    await finished(transaction);
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The phone keeps nothing'));
    };
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onerror = transaction.onabort = () => {
      reject(transaction.error ?? new Error('The phone keeps nothing'));
    };
  });
}
