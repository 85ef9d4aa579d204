import {
  type CallOff,
  type MessageKind,
  type SegmentFormat,
  type SegmentStatus,
  type WrittenKind,
  segmentFormats,
  segmentStatuses,
  writtenKinds,
} from '#libs/domain';
import {
  ChoicesOf,
  Id,
  Line,
  Moment,
  Nested,
  OneOf,
  Optional,
  OptionalLine,
  OrNull,
  Text,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';
import type { MessageRow } from './messages.queries.ts';

export const longestMessage = 5000;
/** Half a year. */
const mostMinutes = 180 * 24 * 60;

export class MessageAnswer {
  @Id() questionId!: string;
  @Line(200) value!: string;
}

/** Everybody to whom all of it applies at the moment the message leaves. */
export class MessageSegment {
  /** `invited`: asked, and no answer yet. At least one. */
  @ChoicesOf(segmentStatuses, 6) status!: SegmentStatus[];
  /** Who was checked in, or who was not; null: both. */
  @OrNull() @YesNo() came!: boolean | null;
  /** Who speaks on a panel, sits at the tables of a mixer, or brought a work; null: anybody. */
  @OrNull() @OneOf(segmentFormats) format!: SegmentFormat | null;
  /** Who answered a question of the event so; null: anybody. */
  @OrNull() @Nested(() => MessageAnswer) answer!: MessageAnswer | null;
}

/** Moves with the evening. */
export class MessageTiming {
  @OneOf(['start', 'end']) anchor!: 'start' | 'end';
  /** Below zero: before it. Whole days keep the hour. */
  @WholeNumber(-mostMinutes, mostMinutes) minutes!: number;
}

export class MessageInput {
  @OneOf(writtenKinds) kind!: WrittenKind;
  /** For organizers alone. */
  @OptionalLine(80) name?: string;
  @OptionalLine(200) subject?: string;
  /** Markdown, with {name}, {event}, {date}, {time}, {place}, {link} and {organization}. */
  @Optional() @Text(longestMessage) text?: string;
  /** Left out: everybody who is going; of a thank-you, everybody who came. */
  @Optional() @Nested(() => MessageSegment) segment?: MessageSegment;
  /** Null: at a moment that is chosen when it is scheduled. A reminder has one always. */
  @Optional() @OrNull() @Nested(() => MessageTiming) rule?: MessageTiming | null;
}

/** What is left out stays. */
export class MessageChange {
  @WholeNumber(1, 1_000_000) version!: number;
  @OptionalLine(80) name?: string;
  @OptionalLine(200) subject?: string;
  @Optional() @Text(longestMessage) text?: string;
  @Optional() @Nested(() => MessageSegment) segment?: MessageSegment;
  @Optional() @OrNull() @Nested(() => MessageTiming) rule?: MessageTiming | null;
}

export class MessageSchedule {
  /** Null: now. One with a rule leaves by that, whatever stands here. Between 21:00 and 08:00 of the evening's zone it waits for the morning. */
  @OrNull() @Moment() sendAt!: string | null;
}

export class MessagePreviewInput {
  /** An announcement unless it says otherwise. */
  @Optional() @OneOf(writtenKinds) kind?: WrittenKind;
  @OptionalLine(200) subject?: string;
  @Optional() @Text(longestMessage) text?: string;
  @Nested(() => MessageSegment) segment!: MessageSegment;
}

export class MessageRecipientsInput {
  @Nested(() => MessageSegment) segment!: MessageSegment;
}

/** Why some of a segment get nothing. Who stopped such mail is in no number, because a number beside names tells who. */
export class MessageLeftOut {
  noAddress!: number;
  /** A list named them; they never asked for mail of this organization. */
  onlyListed!: number;
}

export class MessageRecipients {
  count!: number;
  leftOut!: MessageLeftOut;

  static of({ count, leftOut: { noAddress, onlyListed } }: MessageRecipients): MessageRecipients {
    return { count, leftOut: { noAddress, onlyListed } };
  }
}

export class MessagePreview {
  subject!: string;
  html!: string;
  text!: string;
  recipients!: number;
  leftOut!: MessageLeftOut;

  static of({ subject, html, text, recipients, leftOut }: MessagePreview): MessagePreview {
    const { noAddress, onlyListed } = leftOut;
    return { subject, html, text, recipients, leftOut: { noAddress, onlyListed } };
  }
}

export class MessageView {
  id!: string;
  kind!: MessageKind;
  /** `sending`: some of its mails have not left yet. */
  state!: 'draft' | 'scheduled' | 'sending' | 'sent' | 'cancelled';
  name!: string;
  subject!: string;
  text!: string;
  segment!: MessageSegment;
  rule!: MessageTiming | null;
  /** As it was chosen, for one without a rule. */
  sendAt!: string | null;
  /** When it leaves: never at night. */
  dueAt!: string | null;
  sentAt!: string | null;
  recipients!: number | null;
  /** Mails that are done with. Whoever has stopped such mail counts here as well, so that the number never tells who. */
  sent!: number;
  failed!: number;
  /** Why it did not leave, or not to everybody. */
  calledOff!: CallOff | null;
  version!: number;

  static of(row: MessageRow): MessageView {
    return {
      ...{ id: row.id, kind: row.kind, state: stateOf(row), name: row.name, subject: row.subject },
      ...{ text: row.text, segment: row.segment, rule: row.rule, recipients: row.recipients },
      sendAt: row.sendAt?.toISOString() ?? null,
      dueAt: row.dueAt?.toISOString() ?? null,
      sentAt: row.sentAt?.toISOString() ?? null,
      ...{ sent: row.sent, failed: row.failed, calledOff: row.calledOff, version: row.version },
    };
  }
}

const stateOf = ({ state, waiting }: MessageRow): MessageView['state'] =>
  state === 'sent' && waiting > 0 ? 'sending' : state;

export class MessageList {
  /** Those that wait first, by when they leave; then drafts; then what has left, newest first. */
  messages!: MessageView[];

  static of(rows: readonly MessageRow[]): MessageList {
    return { messages: rows.map((row) => MessageView.of(row)) };
  }
}
