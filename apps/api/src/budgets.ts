import { Database, addSpent } from '#libs/database';
import { Batcher } from './batcher.ts';

/** At most `limit` within any hour of real time. The key holds an id or a network, never an address. */
export interface Budget {
  key: string;
  limit: number;
}

interface Known {
  /** Spent within the hour by every process, when the table was last read. */
  spent: number;
  /** Let through since then by this process. */
  pending: number;
  readAt: number;
}

/** How old a count may be, and how long a spend waits to be written. */
const freshMs = 100;

/**
 * Budgets that many people share, of a network or an organization (rule 13): decided in memory, so that a crowd does
 * not queue on one row; gathered and written for all keys in one statement, which reads the counts anew. Exact within a
 * process. What another process lets through is seen at most 0.2 s later: 0.1 s until it writes, 0.1 s until we read;
 * that much the processes together may go over. A process that is killed forgets at most 0.1 s of its own.
 */
export class Budgets {
  private readonly known = new Map<string, Known>();
  private readonly table: Batcher<readonly Budget[], true>;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Database) {
    // One at a time: what is pending is in one statement only.
    this.table = new Batcher((asks) => this.settle(asks), { most: 256, inFlight: 1, queue: 10_000 });
  }

  /** Spends one of each, or nothing when one of them is used up. */
  async spend(...budgets: Budget[]): Promise<boolean> {
    if (!budgets.every((budget) => this.isFresh(budget))) await this.table.ask(budgets);
    // From here on nothing waits, so nobody comes between looking and taking.
    const found = budgets.map(({ key, limit }) => ({ limit, known: this.known.get(key) }));
    if (found.some(({ known, limit }) => known === undefined || known.spent + known.pending >= limit))
      return false;
    for (const { known } of found) if (known !== undefined) known.pending += 1;
    this.timer ??= setTimeout(() => void this.flush(), freshMs).unref();
    return true;
  }

  /** Writes what was let through. What cannot be written now stays, and goes with the next. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.table.ask([]).catch(() => undefined);
  }

  private isFresh({ key }: Budget): boolean {
    const known = this.known.get(key);
    return known !== undefined && performance.now() - known.readAt < freshMs;
  }

  private async settle(asks: (readonly Budget[])[]): Promise<true[]> {
    const readAt = performance.now();
    const times = new Map(asks.flat().map(({ key }) => [key, 0]));
    for (const [key, { pending }] of this.known) if (pending > 0 || times.has(key)) times.set(key, pending);
    const spent = await this.db.write({ kind: 'installation' }, (tx) => addSpent(tx, times));
    for (const [key, written] of times) {
      const pending = (this.known.get(key)?.pending ?? 0) - written;
      this.known.set(key, { spent: spent.get(key) ?? 0, pending, readAt });
    }
    this.forgetStale(readAt);
    return asks.map(() => true);
  }

  /** A stale count would be read anew anyway, so the memory holds the keys of a moment and no more. */
  private forgetStale(now: number): void {
    for (const [key, { pending, readAt }] of this.known) {
      if (pending === 0 && now - readAt >= freshMs) this.known.delete(key);
    }
  }
}
