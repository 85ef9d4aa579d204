import { parse } from 'csv-parse/sync';
import { DomainError, guessColumns, headersAreMissing } from '#libs/domain';
import type { ErrorCode, RowFault } from '#libs/domain';
import { words } from '#libs/words';
import { guessDelimiter, LineDivider, RecordCutter } from './guest-list-lines.ts';
import type { CutRecord } from './guest-list-lines.ts';

/** `line` is the line of the file where the row starts, counted from 1; a quoted line break makes a row longer. */
export type GuestListRecord = { line: number; cells: string[] } | { line: number; fault: RowFault };

export interface GuestListLimits {
  bytes: number;
  rows: number;
}

export const guestListLimits: GuestListLimits = { bytes: 20_000_000, rows: 100_000 };

const sentences = words.import.fileFault;

/** Rows parsed at once: enough that a call of the parser costs little, few enough that memory stays flat. */
const batchRows = 500;

/** The first bytes decide what kind of file it is; the header line of a guest list stands among them. */
const sniffedBytes = 4096;

/**
 * The header line, then the rows of a guest list, in bounded memory: UTF-8 with or without byte-order mark, any line
 * ends, comma, semicolon or tab (whichever the header line uses). A bad row comes with its fault and stops nobody.
 * @throws DomainError list-not-csv, list-not-utf8 (UTF-16), list-empty (nothing, or no row after the header), and
 *   list-too-large as soon as a limit is passed, after the rows before it; each with a sentence at `/file`
 */
export async function* readGuestList(
  source: AsyncIterable<Uint8Array | string>,
  limits: GuestListLimits = guestListLimits,
): AsyncGenerator<GuestListRecord> {
  let width = 0;
  let rows = 0;
  for await (const record of recordsOf(source, limits.bytes)) {
    const fitted = fit(record, width);
    if (fitted === null) continue;
    if (width === 0 && 'fault' in fitted) throw notCsv('no-delimiter');
    if (width > 0) rows += 1;
    else if ('cells' in fitted) width = headerWidth(fitted.cells);
    if (rows > limits.rows) throw fault('list-too-large', sentences['too-many-rows'](limits.rows));
    yield fitted;
  }
  if (rows === 0) throw fault('list-empty', sentences.empty);
}

function headerWidth(cells: readonly string[]): number {
  if (headersAreMissing(cells)) throw notCsv('no-header-line');
  return cells.length;
}

async function* recordsOf(
  source: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<GuestListRecord> {
  const divider = new LineDivider();
  let reading: { cutter: RecordCutter; delimiter: string } | null = null;
  let blankLines = 0;
  let waiting: CutRecord[] = [];
  for await (const text of textOf(source, maxBytes)) {
    const lines = text === null ? divider.end() : divider.push(text);
    reading ??= startReading(lines, blankLines + 1);
    if (reading === null) {
      blankLines += lines.length;
      continue;
    }
    const { cutter, delimiter } = reading;
    for (const line of lines) waiting.push(...cutter.push(line));
    if (text === null) waiting.push(...cutter.end());
    else if (waiting.length < batchRows) continue;
    for (let from = 0; from < waiting.length; from += batchRows) {
      yield* parsed(waiting.slice(from, from + batchRows), delimiter);
    }
    waiting = [];
  }
}

/** Decoded text, piece by piece, and null at the end. Bytes that are no UTF-8 become U+FFFD, a fault of their row. */
async function* textOf(
  source: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let head: Uint8Array | null = new Uint8Array();
  let bytes = 0;
  for await (const piece of source) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw fault('list-too-large', sentences['too-many-bytes'](maxBytes / 1_000_000));
    if (head === null) yield decoder.decode(chunk, { stream: true });
    else head = Buffer.concat([head, chunk]);
    if (head !== null && head.byteLength >= sniffedBytes) {
      refuseOtherKinds(head);
      yield decoder.decode(head, { stream: true });
      head = null;
    }
  }
  if (head !== null) refuseOtherKinds(head);
  yield decoder.decode(head ?? new Uint8Array());
  yield null;
}

function refuseOtherKinds(head: Uint8Array): void {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || looksLikeUtf16(head)) {
    throw fault('list-not-utf8', sentences['utf-16']);
  }
  if (first === 0x50 && second === 0x4b && head[2] === 0x03) throw notCsv('spreadsheet');
  if (head.includes(0)) throw notCsv('binary');
  const start = new TextDecoder().decode(head).trimStart();
  if (start === '') throw fault('list-empty', sentences.empty);
  if (/^[<{[]/.test(start)) throw notCsv('markup');
}

/** UTF-16 without its mark: nearly every second byte of Latin text is zero, and always on the same side. */
function looksLikeUtf16(head: Uint8Array): boolean {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) === 0 && Math.max(even, odd) > head.byteLength / 4;
}

/** The first line with anything on it decides the delimiter; a lone column is a list only if it is one of addresses. */
function startReading(
  lines: readonly string[],
  firstLine: number,
): { cutter: RecordCutter; delimiter: string } | null {
  const header = lines.find((line) => line.trim() !== '');
  if (header === undefined) return null;
  const delimiter = guessDelimiter(header) ?? (guessColumns([header])[0]?.guess === 'email' ? ',' : null);
  if (delimiter === null) throw notCsv('no-delimiter');
  return { cutter: new RecordCutter(delimiter, firstLine), delimiter };
}

function* parsed(records: readonly CutRecord[], delimiter: string): Generator<GuestListRecord> {
  const texts = records.flatMap((record) => ('text' in record ? [record.text] : []));
  const cells = cellsOf(texts.join('\n'), delimiter);
  let next = 0;
  for (const record of records) {
    if ('fault' in record) yield { line: record.line, fault: { code: record.fault } };
    else if (cells.length === texts.length) yield { line: record.line, cells: cells[next++] ?? [] };
    else yield alone(record, delimiter);
  }
}

/** Where the parser divides a batch otherwise than we did, each record is parsed by itself and only the odd one falls. */
function alone(record: { line: number; text: string }, delimiter: string): GuestListRecord {
  const [cells, ...others] = cellsOf(record.text, delimiter);
  if (cells !== undefined && others.length === 0) return { line: record.line, cells };
  return { line: record.line, fault: { code: 'quote-not-closed' } };
}

function cellsOf(text: string, delimiter: string): string[][] {
  if (text === '') return [];
  const options = { delimiter, record_delimiter: '\n', relax_quotes: true, relax_column_count: true };
  try {
    const rows: string[][] = parse(text, options);
    for (const cells of rows) takeApostrophesOff(cells);
    return rows;
  } catch {
    return [];
  }
}

/** What keeps a spreadsheet from computing a cell (rules.md 16) goes, so that our own export comes back as it was. */
function takeApostrophesOff(cells: string[]): void {
  for (const [index, cell] of cells.entries()) {
    if (/^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell)) cells[index] = cell.slice(1);
  }
}

/** The row with as many cells as the header line has, its fault, or null for a row of empty cells. */
function fit(record: GuestListRecord, width: number): GuestListRecord | null {
  if ('fault' in record) return record;
  const { line, cells } = record;
  if (cells.every((cell) => cell.trim() === '')) return null;
  if (cells.some((cell) => /[\0\uFFFD]/.test(cell)))
    return { line, fault: { code: 'characters-unreadable' } };
  if (width === 0 || cells.length === width) return record;
  // Spreadsheets leave empty cells behind the last column.
  if (cells.slice(width).every((cell) => cell === '') && cells.length > width)
    return { line, cells: cells.slice(0, width) };
  return { line, fault: { code: 'column-count', value: `${String(cells.length)} / ${String(width)}` } };
}

const notCsv = (kind: 'binary' | 'spreadsheet' | 'markup' | 'no-delimiter' | 'no-header-line'): DomainError =>
  fault('list-not-csv', sentences[kind]);

const fault = (code: ErrorCode, detail: string): DomainError =>
  new DomainError(code, [{ pointer: '/file', detail }]);
