import { randomBytes, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  Database,
  type OwnFile,
  admitLoss,
  claimFile,
  expectFile,
  fileArrived,
  keepProgress,
  letFileGo,
  writerLeaseMs,
} from '#libs/database';
import { DomainError, StoredFile, found } from '#libs/domain';
import { shownName, sniff } from '#libs/files';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { CritiqueKey } from '../critique-sessions/critique-links.service.ts';
import { KeptFiles } from './kept-files.ts';
import { withPatience } from './patience.ts';

/** A connection that says nothing for this long is over; half of what another writer waits for. */
const patienceMs = writerLeaseMs / 2;
/** What is lost at most when the machine stops, and how often it is made sure. */
const keepEveryMs = 2_000;
const keepEveryBytes = 16 * 1024 * 1024;

/** Files on their way: begun, gone on with at the byte where they stopped, and looked at once they are whole. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly db: Database,
    private readonly files: KeptFiles,
  ) {}

  /** @throws DomainError file-too-large, files-quota-reached, not-found, and those of a session that takes no more works */
  async begin(key: CritiqueKey, critiqueSessionId: string, bytes: number, name: string): Promise<StoredFile> {
    const { organizationId, eventId, personId, scope } = key;
    const { maxBytes, quotaBytes } = this.files.limits;
    if (bytes > maxBytes) throw new DomainError('file-too-large');
    const storageKey = randomBytes(20).toString('hex');
    const given = { organizationId, eventId, critiqueSessionId, personId, bytes, storageKey, quotaBytes };
    return this.db.write(scope, (tx) =>
      expectFile(tx, { ...given, name: shownName(name) || words.critiqueFiles.unnamed }),
    );
  }

  /**
   * How far a file is: never further than what of it is on the disk, whatever its row says.
   * @throws DomainError not-found, also for somebody else's
   */
  async look(key: CritiqueKey, id: string): Promise<StoredFile> {
    const file = await this.rowOf(key, id);
    if (file.state === 'ready') return file;
    const there = await this.files.arriving.size(file.storageKey);
    if (there >= Number(file.received)) return file;
    // Less than its row said a moment ago: it arrived between the two looks, or it is lost.
    const now = await this.rowOf(key, id);
    if (now.state === 'arriving') now.received = String(there);
    return now;
  }

  /**
   * Takes the bytes from one place on. What has arrived when the connection breaks is kept; with the last byte the file is
   * looked at and kept, or refused and deleted.
   * @param announced how many bytes are to come; null when the sender does not say
   * @returns how many there are now
   * @throws DomainError not-found, upload-busy, upload-elsewhere, body-too-large, upload-cut-off, file-type-refused
   */
  async append(
    key: CritiqueKey,
    id: string,
    from: number,
    announced: number | null,
    body: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const own: OwnFile = { id, organizationId: key.organizationId, personId: key.personId };
    const { bytes, storageKey } = await this.look(key, id);
    if (announced !== null && from + announced > Number(bytes)) throw new DomainError('body-too-large');
    const writer = randomUUID();
    const there = await this.files.arriving.size(storageKey);
    const file = await this.db.write(key.scope, async (tx) => {
      await admitLoss(tx, own, there);
      return claimFile(tx, own, writer, from);
    });
    const pen = new Pen(this.db, key, file, writer, from);
    try {
      await this.write(pen, body);
      if (pen.at < Number(file.bytes)) return pen.at;
      await this.arrive(key, pen);
      return pen.at;
    } finally {
      await pen.putDown();
    }
  }

  /** @throws DomainError not-found */
  async end(key: CritiqueKey, id: string): Promise<void> {
    const { organizationId } = await this.look(key, id);
    await this.db.write(key.scope, async (tx) => {
      const [used] = await tx.query('select 1 from submissions where file_id = $1 and organization_id = $2', [
        id,
        organizationId,
      ]);
      // The work that has it says whether it goes.
      if (used === undefined) await letFileGo(tx, { id, organizationId });
    });
  }

  /** The author's own picture of the sound. @throws DomainError not-found */
  async drawn(key: CritiqueKey, id: string, peaks: number[]): Promise<void> {
    await this.look(key, id);
    await this.db.write(key.scope, (tx) =>
      tx.query('update files set peaks = $4 where id = $1 and organization_id = $2 and person_id = $3', [
        id,
        key.organizationId,
        key.personId,
        JSON.stringify(peaks),
      ]),
    );
  }

  private async rowOf(key: CritiqueKey, id: string): Promise<StoredFile> {
    const { organizationId, personId } = key;
    const file = found(
      await this.db.read(key.scope, (reader) => reader.one(StoredFile, { id, organizationId, personId })),
    );
    if (file.state === 'gone' || file.deleteAt !== null) throw new DomainError('not-found');
    return file;
  }

  private async write(pen: Pen, body: AsyncIterable<Uint8Array>): Promise<void> {
    const handle = await this.files.arriving.open(pen.file.storageKey, pen.at);
    try {
      for await (const piece of piecesOf(body)) await pen.write(handle, piece);
    } finally {
      await handle.sync();
      pen.isSafe();
      await handle.close();
    }
  }

  private async arrive(key: CritiqueKey, pen: Pen): Promise<void> {
    const { id, storageKey, bytes, organizationId } = pen.file;
    const beating = pen.beat();
    try {
      const path = this.files.arriving.pathOf(storageKey);
      const found = await sniff(path);
      if (found === null) {
        await this.db.write(key.scope, (tx) => letFileGo(tx, { id, organizationId }));
        await this.files.arriving.remove(storageKey);
        throw new DomainError('file-type-refused');
      }
      await this.files.storage.keep(storageKey, path, Number(bytes));
      const isOurs = await this.db.write(key.scope, (tx) =>
        fileArrived(tx, { id, writer: pen.writer, ...found }),
      );
      if (!isOurs) throw new DomainError('not-found');
    } finally {
      clearInterval(beating);
    }
  }
}

/** A connection that breaks is a fault of this upload and no failure of ours. */
async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* withPatience(body, patienceMs);
  } catch {
    throw new DomainError('upload-cut-off');
  }
}

/** The one writer of a file: where it is, and whether it still may. */
class Pen {
  /** What is surely on the disk. */
  private safe: number;
  private seen = performance.now();

  constructor(
    private readonly db: Database,
    private readonly key: CritiqueKey,
    readonly file: StoredFile,
    readonly writer: string,
    /** The byte that comes next. */
    public at: number,
  ) {
    this.safe = at;
  }

  async write(handle: FileHandle, piece: Uint8Array): Promise<void> {
    if (this.at + piece.length > Number(this.file.bytes)) throw new DomainError('body-too-large');
    // Another may write by now: a process that stood still for this long has lost the pen.
    if (performance.now() - this.seen > patienceMs + keepEveryMs) throw new DomainError('upload-cut-off');
    for (let done = 0; done < piece.length;) {
      done += (await handle.write(piece, done, piece.length - done, this.at + done)).bytesWritten;
    }
    this.at += piece.length;
    if (this.at - this.safe < keepEveryBytes && performance.now() - this.seen < keepEveryMs) return;
    await handle.datasync();
    this.isSafe();
    if (!(await this.keep(false))) throw new DomainError('upload-busy');
  }

  isSafe(): void {
    this.safe = this.at;
  }

  /** While something takes long, nobody else takes over. */
  beat(): NodeJS.Timeout {
    return setInterval(() => void this.keep(false).catch(() => undefined), keepEveryMs);
  }

  async putDown(): Promise<void> {
    await this.keep(true).catch(() => undefined);
  }

  private async keep(isDone: boolean): Promise<boolean> {
    // The last byte counts once the file has been looked at, so that an upload that stops before goes on with it.
    const received = Math.min(this.safe, Number(this.file.bytes) - 1);
    const isOurs = await this.db.write(this.key.scope, (tx) =>
      keepProgress(tx, this.file.id, this.writer, received, isDone),
    );
    if (isOurs) this.seen = performance.now();
    return isOurs;
  }
}
