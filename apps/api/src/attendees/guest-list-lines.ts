import type { RowFaultCode } from '#libs/domain';

/** One record as text, its line breaks as \n, or why there is none; `line` is where it starts in the file. */
export type CutRecord = { line: number; text: string } | { line: number; fault: RowFaultCode };

/**
 * A quoted cell may hold line breaks, but not endlessly: a quote that nobody closed would swallow every guest after it.
 * Beyond these bounds only the line that opened it is given up, and reading goes on with the next.
 */
const longestRecord = { lines: 50, characters: 64 * 1024 } as const;

/** Divides decoded text into lines, whether they end in \r\n, \n or \r; a chunk may end anywhere. */
export class LineDivider {
  private rest = '';
  private afterReturn = false;

  push(text: string): string[] {
    const fresh = this.afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.afterReturn = text.endsWith('\r');
    const lines = (this.rest + fresh).split(/\r\n|\n|\r/);
    // What is beyond the bound is refused later anyway and need not be kept.
    this.rest = (lines.pop() ?? '').slice(0, longestRecord.characters + 1);
    return lines;
  }

  end(): string[] {
    return this.rest === '' ? [] : [this.rest];
  }
}

/** Puts lines together to records: a line inside an open quote belongs to the record before it. */
export class RecordCutter {
  private pending: string[] = [];
  private size = 0;
  private quoted = false;

  constructor(
    private readonly delimiter: string,
    private firstLine = 1,
  ) {}

  push(text: string): CutRecord[] {
    this.pending.push(text);
    this.size += text.length + 1;
    const after = quotesAfter(text, this.delimiter, this.quoted);
    if (after === 'broken') return this.giveUpFirstLine();
    this.quoted = after === 'open';
    if (
      this.size - 1 > longestRecord.characters ||
      (this.quoted && this.pending.length > longestRecord.lines)
    ) {
      return this.giveUpFirstLine();
    }
    return this.quoted ? [] : this.take();
  }

  end(): CutRecord[] {
    const records: CutRecord[] = [];
    while (this.pending.length > 0) records.push(...this.giveUpFirstLine());
    return records;
  }

  private take(): CutRecord[] {
    const record = { line: this.firstLine, text: this.pending.join('\n') };
    this.restart(this.firstLine + this.pending.length);
    return record.text.trim() === '' ? [] : [record];
  }

  private giveUpFirstLine(): CutRecord[] {
    const [first = '', ...others] = this.pending;
    const fault = first.length > longestRecord.characters ? 'row-too-long' : 'quote-not-closed';
    const records: CutRecord[] = [{ line: this.firstLine, fault }];
    this.restart(this.firstLine + 1);
    for (const line of others) records.push(...this.push(line));
    return records;
  }

  private restart(line: number): void {
    this.firstLine = line;
    this.pending = [];
    this.size = 0;
    this.quoted = false;
  }
}

/**
 * Whether a quote is open after this line. A quote counts where a cell begins; elsewhere it is a character (5" disk).
 * Broken: a quote from a line before ends in the middle of a cell, so it was never closed, and this one opens another.
 */
function quotesAfter(text: string, delimiter: string, quotedBefore: boolean): 'open' | 'closed' | 'broken' {
  let quoted = quotedBefore;
  let fromBefore = quotedBefore;
  let atStart = !quoted;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (!quoted) {
      quoted = character === '"' && atStart;
      atStart = character === delimiter;
    } else if (character === '"') {
      const next = text[index + 1];
      if (next === '"') index += 1;
      else if (fromBefore && next !== undefined && next !== delimiter) return 'broken';
      else quoted = fromBefore = false;
    }
  }
  return quoted ? 'open' : 'closed';
}

/** Of comma, semicolon and tab the one that stands most often outside quotes; null when there is none. */
export function guessDelimiter(line: string): ',' | ';' | '\t' | null {
  const bare = line.replace(/"[^"]*"/g, '');
  const counted = ([',', ';', '\t'] as const).map((delimiter) => ({
    delimiter,
    times: bare.split(delimiter).length - 1,
  }));
  const best = counted.reduce((a, b) => (b.times > a.times ? b : a));
  return best.times > 0 ? best.delimiter : null;
}
