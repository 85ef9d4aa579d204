import {
  Database,
  type RecipientCounts,
  type Tx,
  countRecipients,
  lockSender,
  record,
  sentAround,
  spend,
  takeBackMails,
} from '#libs/database';
import {
  DomainError,
  type EventMessage,
  type Member,
  countedOf,
  newId,
  refuseTooManyMessages,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { post } from '#libs/mail';
import { Injectable } from '@nestjs/common';
import type { MessageRow } from './messages.queries.ts';
import { lockMessage, rowOf } from './messages.service.ts';

/** Tests that somebody may send to themself within any hour. */
const mostTests = 10;

/** What organizers wrote, on its way. */
@Injectable()
export class SendingMessagesService {
  constructor(private readonly db: Database) {}

  /**
   * @param sendAt for one without a rule; null: now
   * @throws DomainError message-left, message-empty, message-too-late, too-many-messages
   */
  schedule(member: Member, eventId: string, id: string, sendAt: Date | null): Promise<MessageRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const { event, message } = await lockMessage(tx, member, eventId, id);
      message.schedule(sendAt, event, tx.now);
      const counts = await countRecipients(tx, { organizationId, eventId }, message.segment);
      await refuseTooMany(tx, message, counts);
      const { count } = counts;
      message.recipients = count;
      message.version += 1;
      await tx.save(message);
      const key = `message:${id}:${message.dueAt?.toISOString() ?? ''}`;
      await later(
        tx,
        'messages.send',
        { organizationId, messageId: id },
        { key, runAt: message.dueAt ?? tx.now },
      );
      await record(tx, member.actor, 'message.scheduled', id, { recipients: count });
      return rowOf(tx, member, eventId, id);
    });
  }

  /** @throws DomainError message-not-waiting where nothing of it waits */
  cancel(member: Member, eventId: string, id: string): Promise<MessageRow> {
    return this.db.write(member.scope, async (tx) => {
      const { message } = await lockMessage(tx, member, eventId, id);
      const takenBack = message.state === 'sent' ? await takeBackMails(tx, id) : 0;
      if (message.state !== 'scheduled' && takenBack === 0) throw new DomainError('message-not-waiting');
      message.callOff('by-hand');
      message.version += 1;
      await tx.save(message);
      await record(tx, member.actor, 'message.cancelled', id, { takenBack });
      return rowOf(tx, member, eventId, id);
    });
  }

  /** @throws DomainError message-empty, too-many-requests */
  async test(member: Member, eventId: string, id: string): Promise<void> {
    const { organizationId, personId } = member;
    await this.db.write(member.scope, async (tx) => {
      const { message } = await lockMessage(tx, member, eventId, id);
      if (message.subject === '' || message.text === '') throw new DomainError('message-empty');
      if (!(await spend(tx, `message-tests:${personId}`, mostTests)))
        throw new DomainError('too-many-requests');
      await post(tx, [
        { organizationId, kind: 'event-message-test', subjectId: id, personId, step: newId() },
      ]);
    });
  }
}

/** Counted again when it leaves, because a list may have been brought in between. */
async function refuseTooMany(
  tx: Tx,
  message: EventMessage,
  { count, unasked }: RecipientCounts,
): Promise<void> {
  if (message.dueAt === null) return;
  const since = await lockSender(tx, message.organizationId);
  const lately = await sentAround(tx, message.organizationId, message.dueAt, message.id);
  refuseTooManyMessages(lately, countedOf(message.kind, count, unasked), since, tx.now);
}
