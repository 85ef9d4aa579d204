import { Database } from '#libs/database';
import type { Member } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { type MailLogFilter, type MailLogRow, readMailLog } from './mail-log.queries.ts';

/** What an organization's mail came to, for those who answer for it. */
@Injectable()
export class MailLogService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-well-formed for a cursor of another list */
  list({ organizationId, scope }: Member, filter: MailLogFilter): Promise<Page<MailLogRow>> {
    return this.db.read(scope, (reader) => readMailLog(reader, organizationId, filter));
  }
}
