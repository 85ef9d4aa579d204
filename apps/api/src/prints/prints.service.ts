import type { Readable } from 'node:stream';
import { Database, type Reader, record } from '#libs/database';
import { Event, type Member, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { EventIds } from '../event-ids.ts';
import { type Badge, type Printed, badgesPdf } from './badges-pdf.ts';
import { readBadges, readTableCards } from './prints.queries.ts';
import { type TableCard, tableCardsPdf } from './table-cards-pdf.ts';

export interface PrintedFile {
  /** Of letters, digits and dashes. */
  name: string;
  bytes: Readable;
}

/** What is printed before the doors open. Who took the names is written down first. */
@Injectable()
export class PrintsService {
  constructor(private readonly db: Database) {}

  badges(member: Member, eventId: string): Promise<PrintedFile> {
    return this.print<Badge>(member, eventId, {
      name: 'badges',
      read: readBadges,
      write: badgesPdf,
    });
  }

  tables(member: Member, eventId: string): Promise<PrintedFile> {
    return this.print<TableCard>(member, eventId, {
      name: 'tables',
      read: readTableCards,
      write: tableCardsPdf,
    });
  }

  private async print<Row>(
    member: Member,
    eventId: string,
    { name, read, write }: Print<Row>,
  ): Promise<PrintedFile> {
    const { organizationId } = member;
    const { event, rows } = await this.db.write(member.scope, async (tx) => {
      const event = found(await tx.one(Event, { id: eventId, organizationId }));
      await record(tx, member.actor, `${name}.printed`, eventId);
      return { event, rows: await read(tx, { organizationId, eventId }) };
    });
    const bytes = write(rows, { title: event.title, at: event.startsAt });
    return { name: `${name}-${event.slug.replace(/[^a-z0-9-]/g, '')}.pdf`, bytes };
  }
}

interface Print<Row> {
  name: 'badges' | 'tables';
  read: (reader: Reader, ids: EventIds) => Promise<Row[]>;
  write: (rows: readonly Row[], printed: Printed) => Readable;
}
