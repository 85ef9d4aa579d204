import { DomainError } from '#libs/domain';

/** Rows of one page (rule 25 allows 200); one more is read to know whether there is a next one. */
export const pageSize = 50;

/** Where the next page starts, as an opaque word of the sort values of the last row. */
export const cursorOf = (...values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * The sort values in a cursor, or null for the first page.
 * @throws DomainError not-well-formed for a word that is no cursor of this list
 */
export function readCursor(after: string | undefined, fits: readonly RegExp[]): readonly string[] | null {
  if (after === undefined) return null;
  const values = parsed(after);
  if (!Array.isArray(values) || values.length !== fits.length) throw new DomainError('not-well-formed');
  return values.map((value: unknown, index) => {
    if (typeof value !== 'string' || fits[index]?.test(value) !== true)
      throw new DomainError('not-well-formed');
    return value;
  });
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString());
  } catch {
    return undefined;
  }
}

export const idCursor = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const timeCursor = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

/** Cuts the one row too many that `pageSize + 1` read, and says where the next page starts. */
export function pageOf<Row>(rows: readonly Row[], cursor: (last: Row) => string): Page<Row> {
  const kept = rows.slice(0, pageSize);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > pageSize && last !== undefined ? cursor(last) : null };
}
