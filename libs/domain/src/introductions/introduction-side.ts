import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';

export type SideConsent = 'not_asked' | 'asked' | 'yes' | 'no' | 'no_answer';

export interface AskTimes {
  /** The minute its M1 is due. */
  askedAt: Date;
  remindAt: Date;
  endsAt: Date;
}

/** One attendee's half of an introduction. Its ask ends on its own day 7 whatever the other side did. */
@Entity('introduction_sides')
export class IntroductionSide {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') introductionId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('varchar', { length: 10 }) consent!: SideConsent;
  /** The minute its M1 was due: days 3 and 7 count from here. */
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) askEndsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) privateReason!: string | null;
  /** Chosen with the yes, frozen at release; null: the person's address. */
  @Column('varchar', { length: 254, nullable: true }) contact!: string | null;
  @Column('int') version!: number;

  static of(
    id: string,
    introduction: { id: string; organizationId: string },
    person: { personId: string; attendeeId: string },
  ): IntroductionSide {
    return Object.assign(new IntroductionSide(), {
      id,
      organizationId: introduction.organizationId,
      introductionId: introduction.id,
      ...person,
      consent: 'not_asked' as const,
      askedAt: null,
      remindAt: null,
      remindedAt: null,
      askEndsAt: null,
      answeredAt: null,
      privateReason: null,
      contact: null,
      version: 1,
    });
  }

  ask(times: AskTimes): void {
    this.seemAsked(times);
    this.consent = 'asked';
  }

  /** The pair is dead and no mail leaves, but the place in caps and the days run as if one had. */
  seemAsked({ askedAt, remindAt, endsAt }: AskTimes): void {
    Object.assign(this, { askedAt, remindAt, askEndsAt: endsAt });
    this.version += 1;
  }

  /** The ask never left after all: from outside it still stands until its day 7. */
  unask(): void {
    if (this.consent !== 'asked') return;
    this.consent = 'not_asked';
    this.version += 1;
  }

  /** Whether this side can still answer: the same for a pair that is alive and one that is not. */
  canAnswer(now: Date): boolean {
    const wasAsked = this.consent !== 'not_asked' && this.consent !== 'no_answer';
    return wasAsked && this.askEndsAt !== null && now < this.askEndsAt;
  }

  /**
   * A yes may become a no; a no stays, because the pair ended with it. Answering the same again changes nothing but
   * the contact of a yes.
   * @returns whether the consent changed
   * @throws DomainError ask-over after day 7
   */
  answer(consent: 'yes' | 'no', contact: string | null, now: Date): boolean {
    if (!this.canAnswer(now)) throw new DomainError('ask-over');
    if (this.consent === 'no') return false;
    const changed = this.consent !== consent;
    this.contact = consent === 'yes' ? contact : null;
    this.consent = consent;
    if (changed) this.answeredAt = now;
    this.version += 1;
    return changed;
  }

  /** @returns whether there was an ask that is over now */
  endAsk(now: Date): boolean {
    if (this.consent !== 'asked' || this.askEndsAt === null || now < this.askEndsAt) return false;
    this.consent = 'no_answer';
    this.version += 1;
    return true;
  }

  remind(now: Date): void {
    this.remindedAt = now;
    this.version += 1;
  }
}
