import { Database } from '#libs/database';
import { DomainError, everyOrganization, found, normaliseEmail } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type Page, cursorOf, idCursor, pageOf, pageSize, readCursor, timeCursor } from '../paging.ts';
import { type MailLine, type WholeMail, mailLines, wholeMail } from './mailbox.queries.ts';

/** The mailbox shows the mail of everybody, of every organization; that is why it is in demo mode and in tests only. */

@Injectable()
export class MailboxService {
  constructor(private readonly db: Database) {}

  list(to: string | undefined, after: string | undefined): Promise<Page<MailLine>> {
    const before = readCursor(after, [timeCursor, idCursor]);
    const address = to === undefined ? null : normaliseEmail(to);
    if (to !== undefined && address === null) throw new DomainError('not-well-formed');
    return this.db.read(everyOrganization, async (reader) =>
      pageOf(await mailLines(reader, { to: address, before, limit: pageSize + 1 }), ({ createdAt, id }) =>
        cursorOf(createdAt.toISOString(), id),
      ),
    );
  }

  /** @throws DomainError not-found */
  one(id: string): Promise<WholeMail> {
    if (!idCursor.test(id)) throw new DomainError('not-found');
    return this.db.read(everyOrganization, async (reader) => found(await wholeMail(reader, id)));
  }
}
