import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { words } from '#libs/words';
import { lacks } from '../print-lines.ts';
import { type Box, PrintedSheets, inks, mm } from './printed-sheets.ts';

/** What stands on a badge, which everybody in the room reads. */
export interface Badge {
  name: string;
  /** What they do first of all; empty where they did not say or do not let others see it. */
  craft: string;
  /** By which the guest list finds them, for a name that has to be written by hand. */
  code: string;
}

export interface Printed {
  title: string;
  /** When the evening begins, so that the same list is the same bytes. */
  at: Date;
}

/** A4 with two columns of four badges of 90 × 55 mm, side by side, so that one cut parts two of them. */
const sheet = { width: 210 * mm, height: 297 * mm, columns: 2, rows: 4 } as const;
const badge = { width: 90 * mm, height: 55 * mm } as const;
const margin = {
  x: (sheet.width - sheet.columns * badge.width) / 2,
  y: (sheet.height - sheet.rows * badge.height) / 2,
} as const;
export const badgesPerSheet = sheet.columns * sheet.rows;

/** The badges, written while they are read; nobody stands still for longer than a sheet takes. */
export function badgesPdf(badges: readonly Badge[], { title, at }: Printed): Readable {
  const sheets = new PrintedSheets({
    title: words.prints.badges(title),
    size: [sheet.width, sheet.height],
    at,
  });
  void write(sheets, badges, title).catch((error: unknown) => sheets.stream.destroy(error as Error));
  return sheets.stream;
}

async function write(sheets: PrintedSheets, badges: readonly Badge[], title: string): Promise<void> {
  for (let first = 0; first === 0 || first < badges.length; first += badgesPerSheet) {
    sheets.sheet();
    cutMarks(sheets);
    badges.slice(first, first + badgesPerSheet).forEach((one, place) => {
      writeBadge(sheets, one, title, boxOf(place));
    });
    await setImmediate();
  }
  sheets.end();
}

const boxOf = (place: number): Box => ({
  x: margin.x + (place % sheet.columns) * badge.width,
  y: margin.y + Math.floor(place / sheet.columns) * badge.height,
  ...badge,
});

function writeBadge(sheets: PrintedSheets, { name, craft, code }: Badge, title: string, box: Box): void {
  const inner = { x: box.x + 6 * mm, width: box.width - 12 * mm };
  sheets.fit(title, { ...inner, y: box.y + 4 * mm, height: 9 * mm }, small);
  const middle = { ...inner, y: box.y + 14 * mm, height: 26 * mm };
  if (lacks(name)) {
    const y = middle.y + middle.height - 4 * mm;
    sheets.line([inner.x, y], [inner.x + inner.width, y]);
    sheets.fit(words.prints.byHand(code), { ...inner, y: box.y + 42 * mm, height: 9 * mm }, small);
    return;
  }
  sheets.fit(name, middle, large);
  if (craft !== '') sheets.fit(craft, { ...inner, y: box.y + 41 * mm, height: 10 * mm }, medium);
}

const large = { family: 'serif', leading: 1.15, sizes: [34, 30, 26, 23, 20, 17, 14, 12, 10, 8, 7] } as const;
const medium = { family: 'sans', leading: 1.3, colour: inks.soft, sizes: [11, 10, 9, 8, 7, 6] } as const;
const small = { family: 'sans', leading: 1.3, colour: inks.soft, sizes: [9, 8, 7, 6, 5, 4, 3] } as const;

/** In the margins alone: nothing of them stays on a badge that was cut a little off. */
function cutMarks(sheets: PrintedSheets): void {
  const [left, top] = [margin.x, margin.y];
  const [right, bottom] = [sheet.width - left, sheet.height - top];
  const [near, far] = [2 * mm, 8 * mm];
  for (let column = 0; column <= sheet.columns; column += 1) {
    const x = left + column * badge.width;
    sheets.line([x, top - far], [x, top - near]);
    sheets.line([x, bottom + near], [x, bottom + far]);
  }
  for (let row = 0; row <= sheet.rows; row += 1) {
    const y = top + row * badge.height;
    sheets.line([left - far, y], [left - near, y]);
    sheets.line([right + near, y], [right + far, y]);
  }
}
