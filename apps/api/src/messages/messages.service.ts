import {
  Database,
  type Reader,
  type RecipientCounts,
  type Tx,
  countRecipients,
  record,
} from '#libs/database';
import {
  DomainError,
  Event,
  EventMessage,
  type Member,
  type MessageRule,
  type Segment,
  found,
  mostMessagesOfEvent,
  newId,
  refuseUnknownPlaceholders,
  usualSegment,
} from '#libs/domain';
import { refuseMisplacedPlaceholders } from '#libs/mail';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import { previewOf } from './message-preview.ts';
import type { MessageChange, MessageInput, MessagePreview, MessagePreviewInput } from './messages.dto.ts';
import { type MessageRow, countMessages, readMessages } from './messages.queries.ts';

/** What organizers write, until it is to leave. */
@Injectable()
export class MessagesService {
  private readonly site: string;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.site = settings.config.publicUrl;
  }

  list(member: Member, eventId: string): Promise<MessageRow[]> {
    return this.db.read(member.scope, async (reader) => {
      await eventOf(reader, member, eventId);
      return readMessages(reader, { organizationId: member.organizationId, eventId });
    });
  }

  /** @throws DomainError unknown-placeholder, misplaced-placeholder, reminder-for-guests, reminder-without-rule, unknown-question, too-many-messages-here */
  create(member: Member, eventId: string, input: MessageInput): Promise<MessageRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      // Locked, so that two at once are counted one after the other.
      const event = found(await tx.locked(Event, { id: eventId, organizationId }));
      if ((await countMessages(tx, { organizationId, eventId })) >= mostMessagesOfEvent)
        throw new DomainError('too-many-messages-here');
      const { kind, name = '', subject = '', text = '' } = input;
      const rule = ruleOf(input.rule ?? null);
      const segment = segmentOf(event, input.segment ?? usualSegment(kind));
      const ids = { id: newId(), organizationId, eventId };
      const message = EventMessage.draft(ids, kind, { name, subject, text, segment, rule }, tx.now);
      refuseMisplacedPlaceholders(message);
      await tx.insert(EventMessage, message);
      await record(tx, member.actor, 'message.created', message.id, { kind });
      return rowOf(tx, member, eventId, message.id);
    });
  }

  /**
   * What is left out stays. One that waits goes on waiting, by its new rule.
   * @throws DomainError changed-meanwhile, message-left, and as `create` and `EventMessage.schedule`
   */
  change(member: Member, eventId: string, id: string, change: MessageChange): Promise<MessageRow> {
    const { organizationId } = member;
    return this.db.write(member.scope, async (tx) => {
      const { event, message } = await lockMessage(tx, member, eventId, id);
      if (message.version !== change.version) throw new DomainError('changed-meanwhile');
      const segment = segmentOf(event, change.segment ?? message.segment);
      const { name = message.name, subject = message.subject, text = message.text } = change;
      const rule = ruleOf(change.rule === undefined ? message.rule : change.rule);
      message.write({ name, subject, text, segment, rule });
      refuseMisplacedPlaceholders(message);
      if (message.state === 'scheduled') {
        if (change.rule !== undefined) message.schedule(message.sendAt ?? message.dueAt, event, tx.now);
        const { count } = await countRecipients(tx, { organizationId, eventId }, segment);
        message.recipients = count;
      }
      message.version += 1;
      await tx.save(message);
      await record(tx, member.actor, 'message.changed', id, { version: message.version });
      return rowOf(tx, member, eventId, id);
    });
  }

  /** @throws DomainError message-left; changed-meanwhile while it waits to leave */
  async remove(member: Member, eventId: string, id: string): Promise<void> {
    await this.db.write(member.scope, async (tx) => {
      const { message } = await lockMessage(tx, member, eventId, id);
      message.refuseOnceLeft();
      if (message.state === 'scheduled') throw new DomainError('changed-meanwhile');
      await tx.query('delete from event_messages where id = $1 and organization_id = $2', [
        id,
        member.organizationId,
      ]);
      await record(tx, member.actor, 'message.removed', id);
    });
  }

  recipients(member: Member, eventId: string, segment: Segment): Promise<RecipientCounts> {
    return this.db.read(member.scope, async (reader) => {
      const chosen = segmentOf(await eventOf(reader, member, eventId), segment);
      return countRecipients(reader, { organizationId: member.organizationId, eventId }, chosen);
    });
  }

  /** @throws DomainError unknown-placeholder, misplaced-placeholder, unknown-question */
  preview(member: Member, eventId: string, input: MessagePreviewInput): Promise<MessagePreview> {
    const { kind = 'announcement', subject = '', text = '' } = input;
    refuseUnknownPlaceholders({ subject, text });
    refuseMisplacedPlaceholders({ subject, text });
    return this.db.read(member.scope, async (reader) => {
      const event = await eventOf(reader, member, eventId);
      const segment = segmentOf(event, input.segment);
      const parts = await previewOf(reader, member, event, { kind, subject, text, segment }, this.site);
      const ids = { organizationId: member.organizationId, eventId };
      const { count, leftOut } = await countRecipients(reader, ids, segment);
      return { ...parts, recipients: count, leftOut };
    });
  }
}

async function eventOf(reader: Reader, { organizationId }: Member, id: string): Promise<Event> {
  return found(await reader.one(Event, { id, organizationId }));
}

/** Event first, so that it does not move between the two. */
export async function lockMessage(
  tx: Tx,
  { organizationId }: Member,
  eventId: string,
  id: string,
): Promise<{ event: Event; message: EventMessage }> {
  const event = found(await tx.locked(Event, { id: eventId, organizationId }));
  const message = found(await tx.locked(EventMessage, { id, eventId, organizationId }));
  return { event, message };
}

export async function rowOf(
  reader: Reader,
  { organizationId }: Member,
  eventId: string,
  id: string,
): Promise<MessageRow> {
  const [row] = await readMessages(reader, { organizationId, eventId }, id);
  return found(row);
}

const ruleOf = (rule: MessageRule | null): MessageRule | null =>
  rule === null ? null : { anchor: rule.anchor, minutes: rule.minutes };

/**
 * Plain, without the class it came as. Only answers that are chosen from a list tell segments apart: what somebody typed in words of
 * their own stays theirs.
 * @throws DomainError unknown-question, wrong-shape for what cannot be chosen
 */
function segmentOf(event: Event, { status, came, format, answer }: Segment): Segment {
  if (status.length === 0)
    throw new DomainError('wrong-shape', [
      { pointer: '/segment/status', detail: words.messages.nobodyChosen },
    ]);
  const plain = { status: [...new Set(status)], came, format };
  if (answer === null) return { ...plain, answer };
  const { questionId, value } = answer;
  const question = event.questions.find(({ id }) => id === questionId);
  if (question === undefined)
    throw new DomainError('unknown-question', [
      { pointer: '/segment/answer/questionId', detail: words.problems['unknown-question'] },
    ]);
  const choices = question.kind === 'agreement' ? ['yes'] : question.options;
  if (!choices.includes(value))
    throw new DomainError('wrong-shape', [
      { pointer: '/segment/answer/value', detail: words.answerFaults['not-an-option'] },
    ]);
  return { ...plain, answer: { questionId, value } };
}
