import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError, type ErrorCode } from '../errors.ts';
import type { ListColumn, WhyGuessed } from './guest-list-columns.ts';
import type { ColumnMeaning } from './guest-list-headers.ts';
import type { RowOutcome } from './guest-list-plan.ts';

/** A column of an uploaded list: what it was taken for, what it will be read as, and a few cells to judge by. */
export interface ImportColumn {
  header: string;
  guess: ColumnMeaning;
  why: WhyGuessed;
  means: ColumnMeaning;
  samples: string[];
}

export type ImportCounts = Partial<Record<RowOutcome, number>>;

/** An uploaded guest list: read, shown with what each row will do, then imported once. */
@Entity('guest_list_imports')
export class GuestListImport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 200 }) fileName!: string;
  @Column('varchar', { length: 10 }) state!: 'reading' | 'previewed' | 'importing' | 'done' | 'failed';
  @Column('jsonb') headers!: string[];
  @Column('jsonb') columns!: ImportColumn[];
  @Column('int') rowsTotal!: number;
  @Column('int') rowsDone!: number;
  /** The last line that was imported; a killed import goes on after it. */
  @Column('int') lastLine!: number;
  @Column('jsonb') counts!: ImportCounts;
  /** Why it failed, as the code of a DomainError. */
  @Column('varchar', { length: 40, nullable: true }) fault!: ErrorCode | 'unknown' | null;
  /** Whether the organizer said that they may write to the people on it. */
  @Column('boolean') mayWrite!: boolean;
  @Column('uuid') createdBy!: string;
  /** Whose right the worker checks again while it imports. */
  @Column('uuid', { nullable: true }) startedBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;

  static of(
    ids: { id: string; organizationId: string; eventId: string; createdBy: string },
    fileName: string,
    now: Date,
  ): GuestListImport {
    const list = new GuestListImport();
    Object.assign(list, ids, { fileName, state: 'reading', headers: [], columns: [], counts: {} });
    Object.assign(list, {
      rowsTotal: 0,
      rowsDone: 0,
      lastLine: 0,
      fault: null,
      mayWrite: false,
      startedBy: null,
      createdAt: now,
      finishedAt: null,
    });
    return list;
  }

  get listColumns(): ListColumn[] {
    return this.columns.map(({ header, means }) => ({ header, meaning: means }));
  }

  /** Every row was read and what it will do is known. @throws DomainError changed-meanwhile when it was given up */
  preview(counts: ImportCounts, rowsTotal: number): void {
    if (this.state !== 'reading') throw new DomainError('changed-meanwhile');
    this.state = 'previewed';
    this.counts = counts;
    this.rowsTotal = rowsTotal;
  }

  /** @throws DomainError list-not-ready before the preview and after the start */
  correct(means: readonly ColumnMeaning[]): void {
    if (this.state !== 'previewed') throw new DomainError('list-not-ready');
    this.columns = this.columns.map((column, index) => ({ ...column, means: means[index] ?? column.means }));
  }

  /**
   * Starting again is nothing: a list is imported once.
   * @param mayWrite whether whoever starts it states the right to write to the people on it
   * @returns whether it starts now
   */
  start(personId: string, mayWrite: boolean): boolean {
    if (this.state === 'importing' || this.state === 'done') return false;
    if (this.state !== 'previewed') throw new DomainError('list-not-ready');
    this.state = 'importing';
    this.startedBy = personId;
    this.mayWrite = mayWrite;
    this.counts = {};
    return true;
  }

  /** The rows up to this line are imported. */
  advance(lastLine: number, outcomes: readonly RowOutcome[]): void {
    this.lastLine = lastLine;
    this.rowsDone += outcomes.length;
    this.counts = { ...this.counts };
    for (const outcome of outcomes) this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
  }

  finish(now: Date): void {
    this.state = 'done';
    this.end(now);
  }

  fail(fault: ErrorCode | 'unknown', now: Date): void {
    this.state = 'failed';
    this.fault = fault;
    this.end(now);
  }

  /** Samples are cells, and cells are not kept. */
  private end(now: Date): void {
    this.finishedAt = now;
    this.columns = this.columns.map((column) => ({ ...column, samples: [] }));
  }
}
