import type { Counts, DoorList, Scan, ScanResult } from '../contract.ts';
import { type DoorKeys, type Sealed, seal, unseal } from '../crypto/seal.ts';
import type { Meaning } from '../model/decide.ts';
import type { KeptLink, Vault } from '../store/vault.ts';

/** The list as it was last heard of. */
export interface Heard {
  list: DoorList;
  etag: string | null;
  cursor: string | null;
  counts: Counts | null;
  /** What the clock of the api is ahead of the phone's, in milliseconds. */
  aheadMs: number;
}

/** A scan that was not answered yet, and what the phone said. */
export interface Queued {
  scan: Scan;
  said: Meaning;
  /** Who it was about, to be told if the api sees it otherwise. */
  name: string | null;
}

/** The api saw it otherwise. */
export interface Look extends Queued {
  result: ScanResult;
}

export interface KeptDoor {
  heard: Heard | null;
  queue: Queued[];
  looks: Look[];
}

const check = 'check';
const list = 'list';
const scan = 'scan ';
const look = 'look ';

/** The sealed records of one link. */
export class Kept {
  constructor(
    private readonly vault: Vault,
    private readonly token: string,
    private readonly key: DoorKeys['seal'],
  ) {}

  /** @throws OperationError where the key is another one's */
  async read(): Promise<KeptDoor> {
    const records = await this.vault.records(this.token);
    const one = async <Value>(name: string): Promise<Value | null> => {
      const sealed = records.get(name);
      return sealed === undefined ? null : ((await unseal(this.key, name, sealed)) as Value);
    };
    await one(check);
    const all = async <Value>(prefix: string): Promise<Value[]> => {
      const names = [...records.keys()].filter((name) => name.startsWith(prefix));
      const values = await Promise.all(names.map((name) => one<Value>(name)));
      return values.filter((value) => value !== null);
    };
    const queue = await all<Queued>(scan);
    queue.sort((a, b) => (a.scan.scannedAt < b.scan.scannedAt ? -1 : 1));
    return { heard: await one<Heard>(list), queue, looks: await all<Look>(look) };
  }

  /** From now on this link opens without network, by the code alone. */
  async begin(link: KeptLink, heard: Heard): Promise<void> {
    await this.vault.keepLink(link);
    await this.vault.change(this.token, await this.sealed([check, 'opened'], [list, heard]));
  }

  async list(heard: Heard): Promise<void> {
    await this.vault.change(this.token, await this.sealed([list, heard]));
  }

  async scanned(queued: Queued): Promise<void> {
    await this.vault.change(this.token, await this.sealed([scan + queued.scan.nonce, queued]));
  }

  /** The answered ones go, and what needs a look stays until it was looked at. */
  async answered(nonces: readonly string[], looks: readonly Look[]): Promise<void> {
    const kept = await this.sealed(...looks.map((one) => [look + one.scan.nonce, one] as const));
    await this.vault.change(
      this.token,
      kept,
      nonces.map((nonce) => scan + nonce),
    );
  }

  async lookedAt(nonce: string): Promise<void> {
    await this.vault.change(this.token, new Map(), [look + nonce]);
  }

  /** Whoever opens the link next needs the list anew; what waits to be sent stays. */
  async forgetList(looks: readonly Look[]): Promise<void> {
    await this.vault.change(this.token, new Map(), [list, ...looks.map((one) => look + one.scan.nonce)]);
  }

  private async sealed(...values: (readonly [string, unknown])[]): Promise<Map<string, Sealed>> {
    const all = values.map(async ([name, value]) => [name, await seal(this.key, name, value)] as const);
    return new Map(await Promise.all(all));
  }
}
