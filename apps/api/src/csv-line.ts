/** Starts with the byte-order mark, by which spreadsheets know UTF-8. */
export const byteOrderMark = '\uFEFF';

/** What a spreadsheet would take for a formula (rules.md 16), full-width forms included. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One line of RFC 4180. A cell that looks like a formula gets an apostrophe, which our own import takes off again. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
