import {
  type Reader,
  type StagedRow,
  type Tx,
  keepResults,
  planList,
  readStaged,
  stagedRows,
} from '#libs/database';
import {
  DomainError,
  type ErrorCode,
  Event,
  type GuestListImport,
  type ImportColumn,
  type ImportCounts,
  type RowOutcome,
  type RowResult,
  found,
  guessColumns,
  normaliseEmail,
} from '#libs/domain';
import { type Page, cursorOf, pageOf, pageSize, readCursor } from '../paging.ts';
import type { GuestListRecord } from './guest-list-csv.ts';

/** Rows staged or interpreted at once: about 40 ms of work. A row may hold 64 kB, so what they say is bounded too. */
export const batchRows = 1000;
export const batchCharacters = 1_000_000;

/** The event, for a member of its organization. @throws DomainError not-found, event-cancelled */
export async function listedEvent(reader: Reader, organizationId: string, eventId: string): Promise<Event> {
  const event = found(await reader.one(Event, { id: eventId, organizationId }));
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  return event;
}

const lineCursor = /^\d{1,9}$/;

export async function readRows(
  reader: Reader,
  list: GuestListImport,
  { after, what }: { after?: string; what?: RowOutcome },
): Promise<Page<{ line: number; result: RowResult }>> {
  const [line = '0'] = readCursor(after, [lineCursor]) ?? [];
  const rows = await reader.query<{ line: number; result: RowResult }>(
    `select line, result from guest_list_rows
     where import_id = $1 and organization_id = $2 and line > $3 and result is not null and ($4::text is null or outcome = $4)
     order by line limit $5`,
    [list.id, list.organizationId, Number(line), what ?? null, pageSize + 1],
  );
  return pageOf(rows, (last) => cursorOf(String(last.line)));
}

/** How many rows a guess looks at: more would let one odd answer hide what a column is. */
const sampledRows = 20;
const shownSamples = 3;

/**
 * The columns as they are guessed. When nothing else holds addresses, the column in which any sample does is taken, so
 * that a list with a bad first row can still be corrected.
 * @throws DomainError list-no-usable-column when there is no address anywhere
 */
export function guessedColumns(headers: readonly string[], rows: readonly string[][]): ImportColumn[] {
  const samples = rows.slice(0, sampledRows);
  const columns = guessColumns(headers, samples).map(({ header, guess, why }, index): ImportColumn => {
    const cells = samples.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
    return {
      header,
      guess,
      why,
      means: guess,
      samples: cells.slice(0, shownSamples).map((cell) => cell.slice(0, 80)),
    };
  });
  if (columns.some(({ means }) => means === 'email')) return columns;
  const addresses = headers.map(
    (_, index) => rows.filter((row) => normaliseEmail(row[index] ?? '') !== null).length,
  );
  const best = addresses.indexOf(Math.max(...addresses));
  if ((addresses[best] ?? 0) === 0) throw at('/file', 'list-no-usable-column');
  return columns.map((column, index) =>
    index === best ? { ...column, guess: 'email', means: 'email', why: 'cells' } : column,
  );
}

export function at(pointer: string, code: ErrorCode): DomainError {
  return new DomainError(code, [{ pointer, detail: new DomainError(code).message }]);
}

/** Interprets batch after batch of one list, and remembers what spans them: the addresses seen, and the counts. */
export class Preview {
  readonly counts: ImportCounts = {};
  rows = 0;
  private readonly lines = new Map<string, number>();

  constructor(
    readonly list: GuestListImport,
    private readonly event: Event,
  ) {}

  /** Nothing is remembered before `remember`, because a transaction may run twice. */
  async of(reader: Reader, staged: readonly StagedRow[]): Promise<RowReading[]> {
    const rows = readStaged(this.list, this.event, staged);
    const plan = await planList(reader, this.list, this.event, rows, (email) => this.lines.get(email));
    return plan.results;
  }

  remember(readings: readonly RowReading[]): void {
    this.rows += readings.length;
    for (const { line, result } of readings) {
      this.counts[result.what] = (this.counts[result.what] ?? 0) + 1;
      if (result.email !== null && result.what !== 'fault' && result.what !== 'repeated')
        this.lines.set(result.email, line);
    }
  }
}

export interface RowReading {
  line: number;
  result: RowResult;
}

export function stagedRow(record: GuestListRecord): StagedRow {
  const { line } = record;
  if ('cells' in record) return { line, cells: record.cells, fault: null, sameAs: null };
  const { code, value } = record.fault;
  return { line, cells: value === undefined ? [] : [value], fault: code, sameAs: null };
}

export async function stageRows(
  tx: Tx,
  list: GuestListImport,
  staged: readonly StagedRow[],
  readings: readonly RowReading[],
): Promise<void> {
  const rows = staged.map((row, index) => {
    const result = readings[index]?.result;
    return { ...row, outcome: result?.what, result };
  });
  await tx.query(
    `insert into guest_list_rows (import_id, organization_id, line, cells, fault, outcome, result)
     select $2, $3, line, cells, fault, outcome, result
     from jsonb_to_recordset($1::jsonb) as row(line int, cells jsonb, fault text, outcome text, result jsonb)`,
    [JSON.stringify(rows), list.id, list.organizationId],
  );
  await tx.query(
    'update guest_list_imports set rows_total = rows_total + $3 where id = $1 and organization_id = $2',
    [list.id, list.organizationId, rows.length],
  );
}

/** Interprets every staged row again, after the columns were corrected. */
export async function previewAgain(tx: Tx, preview: Preview): Promise<void> {
  const { list } = preview;
  for (let afterLine = 0; ;) {
    const staged = await stagedRows(tx, list, afterLine, batchRows);
    const last = staged.at(-1);
    if (last === undefined) return;
    const readings = await preview.of(tx, staged);
    preview.remember(readings);
    await keepResults(tx, list, readings);
    afterLine = last.line;
  }
}
