import { ApiProperty } from '@nestjs/swagger';
import { type UnsureKind, type UnsureMailRow, unsureKinds } from './unsure-mails.queries.ts';

export class UnsureMailView {
  id!: string;
  /** The reader's name at that event. */
  to!: string;
  @ApiProperty({ enum: [...unsureKinds] }) kind!: UnsureKind;
  /** When the mail server was given up on. */
  at!: string;

  static of({ id, to, kind, at }: UnsureMailRow): UnsureMailView {
    return { id, to, kind, at: at.toISOString() };
  }
}

export class UnsureMailsView {
  mails!: UnsureMailView[];

  static of(rows: readonly UnsureMailRow[]): UnsureMailsView {
    return { mails: rows.map((row) => UnsureMailView.of(row)) };
  }
}
