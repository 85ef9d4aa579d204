import {
  type ColumnMeaning,
  type GuestListImport,
  type ImportColumn,
  type RowOutcome,
  type RowResult,
  columnMeanings,
  rowOutcomes,
} from '#libs/domain';
import { words } from '#libs/words';
import { PageQuery } from '../problems/page.query.dto.ts';
import { ChoicesOf, OneOf, Optional, YesNo } from '../problems/shapes.ts';
import { rowSentences } from './import-sentences.ts';

/** More columns than any service exports; it bounds the request, not the file. */
const mostColumns = 2000;

export class ColumnsInput {
  /** What each column is to be read as, in the order of the file. */
  @ChoicesOf(columnMeanings, mostColumns) columns!: ColumnMeaning[];
}

export class StartImportInput {
  /** The people on this list agreed that the organizer writes to them; false when left out. */
  @Optional() @YesNo() mayWrite?: boolean;
}

export class RowsQuery extends PageQuery {
  /** Only rows that do this. */
  @Optional() @OneOf(rowOutcomes) what?: RowOutcome;
}

export class ImportColumnView {
  header!: string;
  means!: ColumnMeaning;
  /** Why it was taken for that, as a code of the words `import.why`. */
  why!: string;
  /** Up to three cells; none once the list is imported. */
  samples!: string[];

  static of({ header, guess, why, means, samples }: ImportColumn): ImportColumnView {
    return { header, means, why: means === guess ? why : 'chosen', samples };
  }
}

export class ImportCountsView {
  new!: number;
  updated!: number;
  unchanged!: number;
  /** Rows whose address stands further up in the same file. */
  repeated!: number;
  fault!: number;
}

export class ImportFaultView {
  code!: string;
  detail!: string;
}

export class ImportView {
  id!: string;
  fileName!: string;
  state!: 'reading' | 'previewed' | 'importing' | 'done' | 'failed';
  headers!: string[];
  columns!: ImportColumnView[];
  rowsTotal!: number;
  rowsDone!: number;
  /** Whether the organizer stated that they may write to the people on it. */
  mayWrite!: boolean;
  /** What the rows will do; while it is imported and after, what they did. */
  counts!: ImportCountsView;
  fault!: ImportFaultView | null;
  createdAt!: string;

  static of(list: GuestListImport): ImportView {
    const { id, fileName, state, headers, columns, rowsTotal, rowsDone, mayWrite, counts, fault, createdAt } =
      list;
    return {
      id,
      fileName,
      state,
      headers,
      columns: columns.map((column) => ImportColumnView.of(column)),
      rowsTotal,
      rowsDone,
      mayWrite,
      counts: {
        new: counts.new ?? 0,
        updated: counts.updated ?? 0,
        unchanged: counts.unchanged ?? 0,
        repeated: counts.repeated ?? 0,
        fault: counts.fault ?? 0,
      },
      fault: fault === null ? null : { code: fault, detail: words.problems[fault] },
      createdAt: createdAt.toISOString(),
    };
  }
}

export class ImportsView {
  imports!: ImportView[];

  static of(lists: readonly GuestListImport[]): ImportsView {
    return { imports: lists.map((list) => ImportView.of(list)) };
  }
}

export class ImportRowView {
  /** Where the row starts in the file, counted from 1. */
  line!: number;
  name!: string | null;
  email!: string | null;
  what!: RowOutcome;
  /** Why, as a stable code: that of the fault, or how the row stands to what is known. */
  why!: string;
  /** Why, in words. */
  detail!: string;

  static of({ line, result }: { line: number; result: RowResult }): ImportRowView {
    const { email, name, what } = result;
    return { line, name, email, what, ...rowSentences(result) };
  }
}

export class ImportRowsView {
  rows!: ImportRowView[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of(page: {
    rows: readonly { line: number; result: RowResult }[];
    next: string | null;
  }): ImportRowsView {
    return { rows: page.rows.map((row) => ImportRowView.of(row)), next: page.next };
  }
}
