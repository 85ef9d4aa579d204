import { Database, type Tx, dropRows, record } from '#libs/database';
import {
  type ColumnMeaning,
  DomainError,
  GuestListImport,
  type Member,
  type RowOutcome,
  type Scope,
  found,
  newId,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { type GuestListRecord, readGuestList } from './guest-list-csv.ts';
import {
  Preview,
  type RowReading,
  batchCharacters,
  at,
  batchRows,
  guessedColumns,
  listedEvent,
  previewAgain,
  readRows,
  stageRows,
  stagedRow,
} from './imports.queries.ts';

/** A file on its way in; nothing of its content is read before somebody asks for it. */
export interface Upload {
  fileName: string;
  content: AsyncIterable<Uint8Array>;
}

const listedImports = 50;

@Injectable()
export class ImportsService {
  constructor(private readonly db: Database) {}

  /** The newest first. */
  list(member: Member, eventId: string): Promise<GuestListImport[]> {
    const { organizationId } = member;
    return this.db.read(member.scope, (reader) =>
      reader.find(GuestListImport, {
        where: { organizationId, eventId },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: listedImports,
      }),
    );
  }

  get(member: Member, eventId: string, importId: string): Promise<GuestListImport> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) =>
      found(await reader.one(GuestListImport, { id: importId, eventId, organizationId })),
    );
  }

  rows(
    member: Member,
    eventId: string,
    importId: string,
    query: { after?: string; what?: RowOutcome },
  ): Promise<Page<RowReading>> {
    const { organizationId } = member;
    return this.db.read(member.scope, async (reader) =>
      readRows(
        reader,
        found(await reader.one(GuestListImport, { id: importId, eventId, organizationId })),
        query,
      ),
    );
  }

  /**
   * Reads a list as it arrives, in batches of their own transactions, and says what each row would do. A list that
   * cannot be read stays as a failed import, without its rows. Sent again with the same key it is not read again; the
   * preview alone is keyed, so an upload that broke off begins anew.
   * @throws DomainError list-not-csv, list-not-utf8, list-empty, list-too-large, list-no-usable-column
   */
  async upload(member: Member, eventId: string, open: () => Promise<Upload>): Promise<GuestListImport> {
    const before = await this.db.answeredBefore(member.scope);
    if (before !== undefined) return before.result as GuestListImport;
    const event = await this.db.read(member.scope, (reader) =>
      listedEvent(reader, member.organizationId, eventId),
    );
    const { fileName, content } = await open();
    const list = await this.begin(member, eventId, fileName);
    try {
      const preview = new Preview(list, event);
      for await (const batch of batchesOf(readGuestList(content), list)) {
        const readings = await this.db.write(unkeyed(member), async (tx) => {
          const read = await preview.of(tx, batch);
          await stageRows(tx, list, batch, read);
          return read;
        });
        preview.remember(readings);
      }
      const kept = await this.db.write(member.scope, async (tx) => {
        const read = await lockImport(tx, list);
        Object.assign(read, { headers: list.headers, columns: list.columns });
        read.preview(preview.counts, preview.rows);
        return tx.save(read);
      });
      // The same upload, sent twice at once: the other one was read first.
      if (kept.id !== list.id) await this.giveUp(member, list, new DomainError('request-running'));
      return kept;
    } catch (error) {
      await this.giveUp(member, list, error);
      throw error;
    }
  }

  /** @throws DomainError list-not-ready, list-no-usable-column, not-well-formed for another number of columns */
  correct(
    member: Member,
    eventId: string,
    importId: string,
    means: readonly ColumnMeaning[],
  ): Promise<GuestListImport> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const event = await listedEvent(tx, organizationId, eventId);
      const list = await lockImport(tx, { id: importId, eventId, organizationId });
      if (means.length !== list.columns.length) throw at('/columns', 'not-well-formed');
      if (!means.includes('email')) throw at('/columns', 'list-no-usable-column');
      list.correct(means);
      const preview = new Preview(list, event);
      await previewAgain(tx, preview);
      list.counts = preview.counts;
      await record(tx, member.actor, 'guest-list.columns-chosen', importId);
      return tx.save(list);
    });
  }

  /**
   * Hands the list to the worker, once: starting again is nothing.
   * @param mayWrite whether the organizer states that the people on it agreed to be written to
   * @throws DomainError list-not-ready
   */
  start(member: Member, eventId: string, importId: string, mayWrite: boolean): Promise<GuestListImport> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const list = await lockImport(tx, { id: importId, eventId, organizationId });
      if (!list.start(member.personId, mayWrite)) return list;
      await listedEvent(tx, organizationId, eventId);
      await tx.save(list);
      await later(tx, 'attendees.import', { organizationId, importId }, { key: `import:${importId}` });
      await record(tx, member.actor, 'guest-list.import-started', importId, {
        rows: list.rowsTotal,
        mayWrite,
      });
      return list;
    });
  }

  private begin(member: Member, eventId: string, fileName: string): Promise<GuestListImport> {
    const { organizationId, personId: createdBy } = member;
    return this.db.write(unkeyed(member), async (tx) => {
      await endBroken(tx, organizationId, eventId);
      const list = GuestListImport.of({ id: newId(), organizationId, eventId, createdBy }, fileName, tx.now);
      await tx.insert(GuestListImport, list);
      await record(tx, member.actor, 'guest-list.uploaded', list.id);
      return list;
    });
  }

  private giveUp(
    member: Member,
    { id, eventId, organizationId }: GuestListImport,
    error: unknown,
  ): Promise<void> {
    return this.db.write(unkeyed(member), async (tx) => {
      const list = await lockImport(tx, { id, eventId, organizationId });
      list.fail(error instanceof DomainError ? error.code : 'unknown', tx.now);
      await tx.save(list);
      await dropRows(tx, list);
    });
  }
}

const unkeyed = ({ scope }: Member): Scope => ({ ...scope, once: undefined });

/** No upload takes an hour: the api was killed while it read this one. */
const longestReadingMs = 60 * 60_000;

async function endBroken(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  const reading = await tx.find(GuestListImport, { where: { organizationId, eventId, state: 'reading' } });
  for (const list of reading) {
    if (tx.now.getTime() - list.createdAt.getTime() < longestReadingMs) continue;
    list.fail('list-cut-off', tx.now);
    await tx.save(list);
    await dropRows(tx, list);
  }
}

async function lockImport(
  tx: Tx,
  { id, eventId, organizationId }: Pick<GuestListImport, 'id' | 'eventId' | 'organizationId'>,
): Promise<GuestListImport> {
  return found(await tx.locked(GuestListImport, { id, eventId, organizationId }));
}

/** Batches of rows. The first record is the header line; with the first rows it gives `list` its columns. */
async function* batchesOf(records: AsyncIterable<GuestListRecord>, list: GuestListImport) {
  let [batch, characters]: [ReturnType<typeof stagedRow>[], number] = [[], 0];
  for await (const record of records) {
    if (list.headers.length === 0) {
      list.headers = 'cells' in record ? record.cells : [];
      continue;
    }
    batch.push(stagedRow(record));
    characters += 'cells' in record ? record.cells.reduce((sum, cell) => sum + cell.length, 0) : 0;
    if (batch.length < batchRows && characters < batchCharacters) continue;
    settleColumns(list, batch);
    yield batch;
    [batch, characters] = [[], 0];
  }
  settleColumns(list, batch);
  if (batch.length > 0) yield batch;
}

function settleColumns(list: GuestListImport, firstRows: readonly ReturnType<typeof stagedRow>[]): void {
  if (list.columns.length > 0) return;
  const rows = firstRows.flatMap(({ cells, fault }) => (fault === null ? [cells] : []));
  list.columns = guessedColumns(list.headers, rows);
}
