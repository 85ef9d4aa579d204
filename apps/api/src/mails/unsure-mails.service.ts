import { Database, queueAgain, record } from '#libs/database';
import { Event, type Member, found, notFound } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { type UnsureMailRow, isMailOfEvent, readUnsureMails } from './unsure-mails.queries.ts';

/** Mails about introductions that are left to a person, because they must never come twice by themselves. */
@Injectable()
export class UnsureMailsService {
  constructor(private readonly db: Database) {}

  list({ organizationId, scope }: Member, eventId: string): Promise<UnsureMailRow[]> {
    return this.db.read(scope, async (reader) => {
      found(await reader.one(Event, { id: eventId, organizationId }));
      return readUnsureMails(reader, { organizationId, eventId });
    });
  }

  /**
   * Only queues it: whether it may still leave is decided when the worker claims it, and looks the same here.
   * @returns the mails that are left
   * @throws DomainError not-found for a mail of another event, or of a kind that is not shown
   */
  sendAgain(
    { organizationId, scope, actor }: Member,
    eventId: string,
    mailId: string,
  ): Promise<UnsureMailRow[]> {
    const ids = { organizationId, eventId };
    return this.db.write(scope, async (tx) => {
      if (!(await isMailOfEvent(tx, ids, mailId))) throw notFound();
      if (await queueAgain(tx, mailId)) await record(tx, actor, 'mail.sent-again', mailId);
      return readUnsureMails(tx, ids);
    });
  }
}
