import {
  Database,
  type DoorCount,
  type DoorNews,
  type NewScan,
  type Tx,
  keepScans,
  readDoorCount,
  readDoorNews,
} from '#libs/database';
import { DomainError, everyOrganization } from '#libs/domain';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Batcher, type BatcherOptions } from '../batcher.ts';
import { type DoorRow as Door, actorOfDoor, admitDoor, doorRowColumns } from './door-key.ts';
import { type HeardScan, newScanOf } from './scans.ts';
import type { Synced } from './synced.ts';

/** What a phone sends: who it is, what it scanned, and what it knows. */
export interface Syncing {
  linkId: string;
  keyHash: Buffer;
  since: Date | null;
  scans: readonly HeardScan[];
}

/**
 * 64 phones that each send 200 scans they took without a network are one transaction; whoever comes after 1,024 comes again.
 * Unlike guests who ask for the same seats, scans wait for nobody, so one batch is written while the next is heard.
 */
const bounds: BatcherOptions = { most: 64, inFlight: 3, queue: 1024, gather: true };

/** While as many phones are being answered, the house is counted once a second: it takes as long as their scans. */
const crowd = 8;
const countedMs = 1_000;

/**
 * The doors of all evenings. Whoever scans while a transaction is under way is taken together in the next, as at the RSVP
 * desk (docs/decisions/0008): one look at their links, one lock, one look, one write, one commit; and one count an evening.
 */
export class DoorDesk implements OnApplicationShutdown {
  private readonly batcher: Batcher<Syncing, Synced>;
  private readonly counted = new Map<string, { count: DoorCount; at: number }>();
  /** Phones that are being answered. */
  private heard = 0;

  constructor(private readonly db: Database) {
    this.batcher = new Batcher((items) => this.serve(items), bounds);
  }

  /** @throws DomainError link-unusable, door-code-wrong, door-link-over, too-busy when the queue is full */
  async sync(item: Syncing): Promise<Synced> {
    this.heard += 1;
    try {
      return await this.batcher.ask(item);
    } finally {
      this.heard -= 1;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.batcher.idle();
  }

  private serve(items: Syncing[]): Promise<(Synced | Error)[]> {
    return this.db.write(everyOrganization, async (tx) => {
      const doors = await lookAtDoors(tx, items);
      const admitted = items.map((item) => admit(doors, item, tx.now));
      const scans = items.map((item, index) => scansOf(item, admitted[index], tx.now));
      const results = await keepScans(tx, scans.flat());
      const news = await this.newsOf(tx, items, admitted);
      let next = 0;
      return admitted.map((door, index) => {
        if (door instanceof Error) return door;
        const mine = results.slice(next, (next += scans[index]?.length ?? 0));
        const isOver = tx.now >= door.expiresAt;
        return { now: tx.now, results: mine, news: newsFor(items[index], door, news, isOver), isOver };
      });
    });
  }

  /** Once an evening. */
  private async newsOf(
    tx: Tx,
    items: readonly Syncing[],
    admitted: readonly (Door | Error)[],
  ): Promise<Map<string, DoorNews>> {
    const news = new Map<string, DoorNews>();
    for (const [eventId, { door, since }] of eveningsOf(items, admitted)) {
      const count = this.heard < crowd ? await readDoorCount(tx, door) : await this.lately(tx, door);
      news.set(eventId, await readDoorNews(tx, door, since, count));
    }
    return news;
  }

  /** Counted within the last second; its cursor is as old, so nothing that changed since is missed. */
  private async lately(tx: Tx, door: Door): Promise<DoorCount> {
    const now = performance.now();
    for (const [eventId, { at }] of this.counted) if (now - at >= countedMs) this.counted.delete(eventId);
    const known = this.counted.get(door.eventId);
    if (known !== undefined) return known.count;
    const count = await readDoorCount(tx, door);
    this.counted.set(door.eventId, { count, at: now });
    return count;
  }
}

/**
 * The rest of the transaction keeps to the indexes, as at the RSVP desk (event-desk.ts). A door that is in use is noted
 * once a minute, by whichever batch is first.
 */
const look = `with plans as materialized (select set_config('enable_seqscan', 'off', true)), seen as (
    update door_links set last_seen_at = $2 where id in (select id from door_links where id = any ($1) and revoked_at is null
      and (last_seen_at is null or last_seen_at < $2::timestamptz - interval '1 minute') for no key update skip locked))
  select ${doorRowColumns} from door_links l join events e on e.id = l.event_id
  where l.id = any ($1) and exists (select from plans)`;

async function lookAtDoors(tx: Tx, items: readonly Syncing[]): Promise<Map<string, Door>> {
  const ids = [...new Set(items.map(({ linkId }) => linkId))];
  const rows = await tx.prepared<Door>('door-links', look, [ids, tx.now]);
  return new Map(rows.map((row) => [row.id, row]));
}

function admit(
  doors: ReadonlyMap<string, Door>,
  { linkId, keyHash }: Syncing,
  now: Date,
): Door | DomainError {
  try {
    return admitDoor(doors.get(linkId), keyHash, now, { late: true });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const scansOf = ({ scans }: Syncing, door: Door | Error | undefined, now: Date): NewScan[] =>
  door === undefined || door instanceof Error
    ? []
    : scans.map((scan) => newScanOf(scan, door, actorOfDoor(door), now));

/** The evenings of a batch, each with the oldest cursor of its phones; null: none of them has one. */
function eveningsOf(
  items: readonly Syncing[],
  admitted: readonly (Door | Error)[],
): Map<string, { door: Door; since: Date | null }> {
  const oldest = new Map<string, { door: Door; since: Date | null }>();
  for (const [index, door] of admitted.entries()) {
    if (door instanceof Error) continue;
    const since = items[index]?.since ?? null;
    const known = oldest.get(door.eventId)?.since ?? null;
    oldest.set(door.eventId, {
      door,
      since: known === null || (since !== null && since < known) ? since : known,
    });
  }
  return oldest;
}

function newsFor(
  item: Syncing | undefined,
  { eventId }: Door,
  all: ReadonlyMap<string, DoorNews>,
  isOver: boolean,
): DoorNews {
  const news = all.get(eventId);
  if (news === undefined) throw new Error('A door without news');
  const since = isOver ? null : (item?.since ?? null);
  return {
    ...news,
    changed: since === null ? [] : news.changed.filter(({ receivedAt }) => receivedAt >= since),
  };
}
