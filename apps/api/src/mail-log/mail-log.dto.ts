import { ApiProperty } from '@nestjs/swagger';
import type { MailKind } from '#libs/mail';
import type { Page } from '../paging.ts';
import { PageQuery } from '../problems/page.query.dto.ts';
import { Id, OneOf, Optional } from '../problems/shapes.ts';
import { type MailFate, type ReturnReason, loggedKinds, mailFates, returnReasons } from '../mail-fates.ts';
import type { MailLogRow } from './mail-log.queries.ts';

export class MailLogQuery extends PageQuery {
  @Optional() @OneOf(loggedKinds) kind?: MailKind;
  @Optional() @OneOf(mailFates) fate?: MailFate;
  @Optional() @Id() eventId?: string;
  @Optional() @Id() personId?: string;
}

/** The evening a mail is about. */
export class MailLogEvent {
  id!: string;
  title!: string;
}

export class MailLogLine {
  id!: string;
  /** When it was put into the queue. */
  at!: string;
  @ApiProperty({ enum: loggedKinds }) kind!: MailKind;
  personId!: string;
  /** By the name they gave here, else by their address. */
  to!: string;
  /**
   * `waiting` for its turn · `sent`: a server took it, or its reader asked not to get such mail · `returned`: taken, and
   * given back later · `failed`: refused, or the address takes no mail · `unsure`: nobody knows · `dropped`: it was no
   * longer true when its turn came.
   */
  @ApiProperty({ enum: mailFates }) fate!: MailFate;
  /** Of a returned one: no such address, not this time, or refused for what we are. */
  @ApiProperty({ enum: returnReasons, nullable: true }) reason!: ReturnReason | null;
  event!: MailLogEvent | null;

  static of({ id, at, kind, personId, to, fate, reason, eventId, eventTitle }: MailLogRow): MailLogLine {
    const event = eventId === null || eventTitle === null ? null : { id: eventId, title: eventTitle };
    return { id, at: at.toISOString(), kind, personId, to, fate, reason, event };
  }
}

export class MailLogView {
  mails!: MailLogLine[];
  /** Give it as `after` for the next page; null at the end. */
  next!: string | null;

  static of({ rows, next }: Page<MailLogRow>): MailLogView {
    return { mails: rows.map((row) => MailLogLine.of(row)), next };
  }
}
