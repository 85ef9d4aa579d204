import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import { type MessageRule, type Whenabouts, inDaytime, latestOf, momentOfRule } from './daytime.ts';
import { refuseUnknownPlaceholders } from './placeholders.ts';
import { type Segment, type SegmentStatus, everybodyGoing, whoCame } from './segment.ts';

export const writtenKinds = ['reminder', 'thanks', 'announcement'] as const;
export type WrittenKind = (typeof writtenKinds)[number];
export type MessageKind = WrittenKind | 'change';

/** Why a message that was to leave did not, or not to everybody. */
export type CallOff = 'by-hand' | 'too-late' | 'event-cancelled' | 'too-many-messages' | 'nobody';

/** What guests knew of an evening before it changed; the public part alone. */
export interface KnownBefore {
  startsAt: string;
  endsAt: string;
  timeZone: string;
  place: string;
  city: string;
  /** What of it changed. */
  changed: ('time' | 'place')[];
}

export interface MessageWords {
  name: string;
  subject: string;
  text: string;
  segment: Segment;
  rule: MessageRule | null;
}

/** What an organizer writes to the people of one evening. From the moment it leaves its words stay as they are. */
@Entity('event_messages')
export class EventMessage {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 12 }) kind!: MessageKind;
  @Column('varchar', { length: 9 }) state!: 'draft' | 'scheduled' | 'sent' | 'cancelled';
  /** For the organizers alone; may be empty. */
  @Column('varchar', { length: 80 }) name!: string;
  @Column('varchar', { length: 200 }) subject!: string;
  /** Markdown. */
  @Column('varchar', { length: 5000 }) text!: string;
  @Column('jsonb') segment!: Segment;
  @Column('jsonb', { nullable: true }) rule!: MessageRule | null;
  /** As an organizer chose it, for one without a rule. */
  @Column('timestamptz', { nullable: true }) sendAt!: Date | null;
  /** When it leaves: in daytime, and moved with the evening. Null: nobody has scheduled it. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  /** Of the segment as it was then; of one that is scheduled, as it was when that was done. */
  @Column('int', { nullable: true }) recipients!: number | null;
  @Column('varchar', { length: 20, nullable: true }) calledOff!: CallOff | null;
  /** For a change alone. */
  @Column('jsonb', { nullable: true }) before!: KnownBefore | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  static draft(
    ids: { id: string; organizationId: string; eventId: string },
    kind: WrittenKind,
    text: MessageWords,
    now: Date,
  ): EventMessage {
    const message = EventMessage.blank(ids, kind, now);
    message.write(text);
    return message;
  }

  /** Told at once, in the words of the product and a note. */
  static ofChange(
    ids: { id: string; organizationId: string; eventId: string },
    change: { note: string; before: KnownBefore; status: SegmentStatus[]; recipients: number },
    now: Date,
  ): EventMessage {
    const { note: text, before, status, recipients } = change;
    const told = { text, before, recipients, state: 'sent', sentAt: now, dueAt: now } as const;
    const segment: Segment = { ...everybodyGoing, status };
    return Object.assign(EventMessage.blank(ids, 'change', now), told, { segment });
  }

  private static blank(ids: object, kind: MessageKind, now: Date): EventMessage {
    return Object.assign(new EventMessage(), ids, {
      kind,
      state: 'draft',
      version: 1,
      createdAt: now,
      ...{ name: '', subject: '', text: '', segment: everybodyGoing, rule: null },
      ...{ sendAt: null, dueAt: null, sentAt: null, recipients: null, calledOff: null, before: null },
    } as const);
  }

  /** @throws DomainError message-left, unknown-placeholder, reminder-for-guests */
  write({ subject, text, ...rest }: MessageWords): void {
    this.refuseOnceLeft();
    refuseUnknownPlaceholders({ subject, text });
    const { status } = rest.segment;
    // A reminder promises a seat.
    if (this.kind === 'reminder' && (status.length !== 1 || status[0] !== 'confirmed'))
      throw new DomainError('reminder-for-guests');
    if (this.kind === 'reminder' && rest.rule === null) throw new DomainError('reminder-without-rule');
    Object.assign(this, rest, { subject, text });
  }

  /**
   * @param sendAt for one without a rule; null: now
   * @throws DomainError message-left, message-too-late when what it announces is past
   */
  schedule(sendAt: Date | null, event: Whenabouts, now: Date): void {
    this.refuseOnceLeft();
    if (this.subject === '' || this.text === '') throw new DomainError('message-empty');
    const latest = latestOf(this.rule, event);
    if (latest !== null && now >= latest) throw new DomainError('message-too-late');
    const wanted = sendAt === null || sendAt < now ? now : sendAt;
    this.sendAt = this.rule === null ? wanted : null;
    this.dueAt = this.rule === null ? inDaytime(wanted, event.timeZone) : momentOfRule(this.rule, event);
    Object.assign(this, { state: 'scheduled', calledOff: null });
  }

  /** The evening was moved: what stands by a rule moves with it, and stays out of the night of another zone. */
  follow(event: Whenabouts): void {
    if (this.state !== 'scheduled') return;
    this.dueAt =
      this.rule === null
        ? inDaytime(this.sendAt ?? this.createdAt, event.timeZone)
        : momentOfRule(this.rule, event);
  }

  /**
   * Its moment has come, or has gone by: moves it out of the night, or calls it off where it would come too late.
   * @returns whether it leaves now
   */
  isReady(event: Whenabouts, now: Date): boolean {
    if (this.state !== 'scheduled' || this.dueAt === null || now < this.dueAt) return false;
    const at = inDaytime(now, event.timeZone);
    const latest = latestOf(this.rule, event);
    if (latest !== null && at >= latest) this.callOff('too-late');
    else if (at > now) this.dueAt = at;
    else return true;
    return false;
  }

  leave(recipients: number, now: Date): void {
    Object.assign(this, { state: 'sent', sentAt: now, recipients });
  }

  callOff(why: CallOff): void {
    Object.assign(this, { state: 'cancelled', calledOff: why, dueAt: null });
  }

  /** Once it has begun to leave nobody changes what was said. */
  refuseOnceLeft(): void {
    if (this.sentAt !== null) throw new DomainError('message-left');
  }
}

export const usualSegment = (kind: WrittenKind): Segment => (kind === 'thanks' ? whoCame : everybodyGoing);
