import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { words } from '#libs/words';
import { lacks } from '../print-lines.ts';
import type { Printed } from './badges-pdf.ts';
import { PrintedSheets, inks, mm } from './printed-sheets.ts';

/** What stands on a table in one round. */
export interface TableCard {
  round: number;
  rounds: number;
  table: number;
  topic: string | null;
  /** Of those who let others see their name. */
  names: readonly string[];
  others: number;
}

/** A5 across. */
const sheet = { width: 210 * mm, height: 148 * mm } as const;
const inner = { x: 14 * mm, width: sheet.width - 28 * mm } as const;

/** One card a table and round; a page without one where nothing is drawn, which says so. */
export function tableCardsPdf(cards: readonly TableCard[], { title, at }: Printed): Readable {
  const sheets = new PrintedSheets({
    title: words.prints.tables(title),
    size: [sheet.width, sheet.height],
    at,
  });
  void write(sheets, cards, title).catch((error: unknown) => sheets.stream.destroy(error as Error));
  return sheets.stream;
}

async function write(sheets: PrintedSheets, cards: readonly TableCard[], title: string): Promise<void> {
  for (const card of cards) {
    sheets.sheet();
    writeCard(sheets, card, title);
    await setImmediate();
  }
  if (cards.length === 0) {
    sheets.sheet();
    sheets.fit(words.prints.nothingDrawn, { ...inner, y: 0, height: sheet.height }, names);
  }
  sheets.end();
}

function writeCard(sheets: PrintedSheets, card: TableCard, title: string): void {
  const head = words.prints.head(title, card.round, card.rounds);
  sheets.fit(head, { ...inner, y: 8 * mm, height: 8 * mm }, small);
  sheets.fit(words.prints.table, { ...inner, y: 19 * mm, height: 8 * mm }, label);
  sheets.fit(String(card.table), { ...inner, y: 25 * mm, height: 50 * mm }, number);
  if (card.topic !== null)
    sheets.fit(words.prints.topic(card.topic), { ...inner, y: 77 * mm, height: 18 * mm }, topic);
  sheets.fit(peopleOf(card), { ...inner, y: 99 * mm, height: 38 * mm }, names);
}

/** A name that cannot be printed counts with those who are not named, as their numbers would tell nobody anything. */
function peopleOf(card: TableCard): string {
  const printed = card.names.filter((name) => !lacks(name));
  return words.prints.people(printed, card.others + card.names.length - printed.length);
}

const number = { family: 'serif', leading: 1, sizes: [140, 120, 100] } as const;
const topic = { family: 'serif', leading: 1.2, sizes: [24, 21, 18, 15, 12, 10] } as const;
const names = { family: 'sans', leading: 1.4, sizes: [17, 15, 13, 11, 9, 8, 7, 6] } as const;
const label = { family: 'sans', leading: 1.2, colour: inks.soft, sizes: [15] } as const;
const small = { family: 'sans', leading: 1.2, colour: inks.soft, sizes: [10, 9, 8, 7, 6, 5] } as const;
