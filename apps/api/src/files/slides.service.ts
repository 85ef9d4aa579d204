import { randomBytes } from 'node:crypto';
import { Database, type Reader, type Tx, realNow, record } from '#libs/database';
import { DomainError, Event, type Member, actorOf, found, newId } from '#libs/domain';
import { type SlideType, shownName, sniffSlides } from '#libs/files';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { KeptFiles } from './kept-files.ts';
import { withPatience } from './patience.ts';
import type { PanelistKey } from '../panels/panelist-links.service.ts';

export const slideBytes = 50 * 1024 * 1024;
/** A connection that says nothing for this long is over. */
const patienceMs = 30_000;

export interface Slides {
  name: string;
  type: SlideType;
  bytes: number;
  storageKey: string;
}

/** What people on a panel show: one file each, for the organizers of their evening and themself. */
@Injectable()
export class SlidesService {
  /** Whose are on their way. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly files: KeptFiles,
  ) {}

  /**
   * Takes a file as it comes. The one of before goes once the new one is kept.
   * @throws DomainError upload-busy, file-too-large, file-type-refused, files-quota-reached, upload-cut-off, link-unusable
   */
  async keep(key: PanelistKey, fileName: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    if (key.state !== 'confirmed') throw new DomainError('link-unusable');
    if (this.busy.has(key.panelPersonId)) throw new DomainError('upload-busy');
    this.busy.add(key.panelPersonId);
    const storageKey = randomBytes(20).toString('hex');
    try {
      const bytes = await this.write(storageKey, body);
      const path = this.files.arriving.pathOf(storageKey);
      const type = bytes === 0 ? null : await sniffSlides(path);
      if (type === null) throw new DomainError('file-type-refused');
      await this.files.storage.keep(storageKey, path, bytes);
      const name = shownName(fileName) || words.panelistPage.slides.unnamed;
      await this.enter(key, { name, type, bytes, storageKey });
    } finally {
      await this.files.arriving.remove(storageKey);
      this.busy.delete(key.panelPersonId);
    }
  }

  async remove(key: PanelistKey): Promise<void> {
    const [gone] = await this.db.write(key.scope, async (tx) => {
      const rows = await tx.query<{ storageKey: string }>(
        `delete from slides where panel_person_id = $1 and organization_id = $2 returning storage_key as "storageKey"`,
        [key.panelPersonId, key.organizationId],
      );
      if (rows.length > 0) await record(tx, actorOf(key.scope), 'panelist.slides-removed', key.panelPersonId);
      return rows;
    });
    if (gone !== undefined) await this.forget(gone.storageKey);
  }

  /** @throws DomainError not-found */
  own(key: PanelistKey): Promise<Slides> {
    const { organizationId, panelPersonId } = key;
    return this.db.read(key.scope, (reader) => slidesOf(reader, organizationId, panelPersonId));
  }

  /** @throws DomainError not-found, also for a panel of another event */
  ofPerson(member: Member, at: Record<'eventId' | 'panelId' | 'panelPersonId', string>): Promise<Slides> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) => {
      found(await reader.one(Event, { id: at.eventId, organizationId }));
      const [person] = await reader.query(
        'select 1 from panel_people where id = $1 and panel_id = $2 and event_id = $3 and organization_id = $4',
        [at.panelPersonId, at.panelId, at.eventId, organizationId],
      );
      found(person);
      return slidesOf(reader, organizationId, at.panelPersonId);
    });
  }

  /** The bytes, from the first to the last. @throws DomainError unavailable when the storage has lost them */
  async read({ storageKey, bytes }: Slides) {
    try {
      return await this.files.storage.read(storageKey, { start: 0, end: bytes - 1 });
    } catch {
      throw new DomainError('unavailable');
    }
  }

  private async write(storageKey: string, body: AsyncIterable<Uint8Array>): Promise<number> {
    const handle = await this.files.arriving.open(storageKey, 0);
    let at = 0;
    try {
      for await (const piece of piecesOf(body)) {
        at += piece.length;
        // What is too large is read to its end, so that the browser hears it.
        if (at > slideBytes) continue;
        for (let done = 0; done < piece.length;)
          done += (await handle.write(piece, done, piece.length - done, at - piece.length + done))
            .bytesWritten;
      }
      if (at > slideBytes) throw new DomainError('file-too-large');
      await handle.sync();
      return at;
    } finally {
      await handle.close();
    }
  }

  /** What cannot be entered is not kept either. */
  private async enter(key: PanelistKey, slides: Slides): Promise<void> {
    let old: string | undefined;
    try {
      old = await this.db.write(key.scope, (tx) => enter(tx, key, slides, this.files.limits.quotaBytes));
    } catch (error) {
      await this.forget(slides.storageKey);
      throw error;
    }
    if (old !== undefined) await this.forget(old);
  }

  /** Left behind, they go with the next sweep. */
  private forget(storageKey: string): Promise<void> {
    return this.files.storage.remove(storageKey).catch(() => undefined);
  }
}

/** @returns the key of the file that makes way */
async function enter(
  tx: Tx,
  key: PanelistKey,
  slides: Slides,
  quotaBytes: number,
): Promise<string | undefined> {
  const { organizationId, panelPersonId, eventId, personId } = key;
  // Two who come at once are counted one after the other.
  await tx.query('select 1 from organizations where id = $1 for no key update', [organizationId]);
  const [person] = await tx.query(
    `select 1 from panel_people where id = $1 and organization_id = $2 and state = 'confirmed' for share`,
    [panelPersonId, organizationId],
  );
  if (person === undefined) throw new DomainError('link-unusable');
  const [old] = await tx.query<{ storageKey: string }>(
    `delete from slides where panel_person_id = $1 and organization_id = $2 returning storage_key as "storageKey"`,
    [panelPersonId, organizationId],
  );
  const [room] = await tx.query<{ used: string }>(
    `select (select coalesce(sum(bytes), 0) from files where organization_id = $1 and state <> 'gone')
       + (select coalesce(sum(bytes), 0) from slides where organization_id = $1) as used`,
    [organizationId],
  );
  if (Number(room?.used ?? 0) + slides.bytes > quotaBytes) throw new DomainError('files-quota-reached');
  await tx.query(
    `insert into slides (id, organization_id, event_id, panel_person_id, person_id, name, type, bytes, storage_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId(),
      organizationId,
      eventId,
      panelPersonId,
      personId,
      slides.name,
      slides.type,
      slides.bytes,
      slides.storageKey,
      await realNow(tx),
    ],
  );
  await record(tx, actorOf(key.scope), 'panelist.slides-sent', panelPersonId);
  return old?.storageKey;
}

async function slidesOf(reader: Reader, organizationId: string, panelPersonId: string): Promise<Slides> {
  const [row] = await reader.query<Omit<Slides, 'bytes'> & { bytes: string }>(
    `select name, type, bytes, storage_key as "storageKey" from slides where panel_person_id = $1 and organization_id = $2`,
    [panelPersonId, organizationId],
  );
  const slides = found(row);
  return { ...slides, bytes: Number(slides.bytes) };
}

/** A connection that breaks is a fault of this upload and no failure of ours. */
async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* withPatience(body, patienceMs);
  } catch {
    throw new DomainError('upload-cut-off');
  }
}
