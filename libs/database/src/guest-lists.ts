import {
  type Event,
  type GuestListImport,
  type GuestRow,
  type ListPlan,
  type RowFault,
  readGuestRow,
} from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

// The rows of an uploaded list, always whole batches of them: 100,000 rows one by one would take many minutes.

/** A row as it was uploaded; a faulty one keeps what stood there in place of its cells, if anything did. */
export interface StagedRow {
  line: number;
  cells: string[];
  fault: RowFault['code'] | null;
  /** The line of the same address further up, as the preview found it. */
  sameAs: number | null;
}

/** The rows after a line, in the order of the file. */
export function stagedRows(
  reader: Reader,
  list: GuestListImport,
  afterLine: number,
  limit: number,
): Promise<StagedRow[]> {
  return reader.query<StagedRow>(
    `select line, cells, fault, (result->>'sameAs')::int as "sameAs" from guest_list_rows
     where import_id = $1 and organization_id = $2 and line > $3 order by line limit $4`,
    [list.id, list.organizationId, afterLine, limit],
  );
}

/** What staged rows say, read with the columns as they are settled. */
export function readStaged(
  list: GuestListImport,
  event: Pick<Event, 'timeZone'>,
  staged: readonly StagedRow[],
): GuestRow[] {
  const reading = { eventTimeZone: event.timeZone, importedAt: list.createdAt };
  const columns = list.listColumns;
  return staged.map(({ line, cells, fault }): GuestRow => {
    if (fault === null) return readGuestRow(columns, cells, line, reading);
    return { line, fault: { code: fault, ...(cells[0] !== undefined && { value: cells[0] }) } };
  });
}

/** Keeps what each row of a batch will do. */
export function keepResults(tx: Tx, list: GuestListImport, results: ListPlan['results']): Promise<void> {
  return writeResults(tx, list, results, '');
}

/** Keeps what the rows did in place of what they said: telephone numbers and the like are not ours to keep. */
export function settleRows(tx: Tx, list: GuestListImport, results: ListPlan['results']): Promise<void> {
  return writeResults(tx, list, results, ", cells = '[]'");
}

/**
 * The results come as one object by line: joined as a set of rows they were sometimes compared with every row of the
 * list, 450 ms instead of 15 for a batch of a list of 20,000.
 */
async function writeResults(
  tx: Tx,
  list: GuestListImport,
  results: ListPlan['results'],
  also: '' | ", cells = '[]'",
): Promise<void> {
  const byLine = Object.fromEntries(results.map(({ line, result }) => [line, result]));
  await tx.query(
    `update guest_list_rows set result = $5::jsonb -> line::text, outcome = $5::jsonb -> line::text ->> 'what'${also}
     where import_id = $1 and organization_id = $2 and line between $3 and $4`,
    [list.id, list.organizationId, ...linesOf(results), JSON.stringify(byLine)],
  );
}

/** The first and the last line of a batch. */
const linesOf = (results: ListPlan['results']): [number, number] => [
  results[0]?.line ?? 0,
  results.at(-1)?.line ?? 0,
];

/** Forgets the rows that were not imported. */
export async function dropRows(tx: Tx, list: GuestListImport): Promise<void> {
  await tx.query('delete from guest_list_rows where import_id = $1 and organization_id = $2 and line > $3', [
    list.id,
    list.organizationId,
    list.lastLine,
  ]);
}
