import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { SideConsent } from '../introductions/introduction-side.ts';
import { nextRelease } from '../introductions/times.ts';

/** One person who is asked whether they would be part of a circle, and then may be. */
@Entity('circle_members')
export class CircleMember {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') circleId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') attendeeId!: string;
  /** 1 to 8: the order in which they were chosen. */
  @Column('int') place!: number;
  @Column('varchar', { length: 10 }) consent!: SideConsent;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** How the others may reach them, chosen with the yes; null: their address. */
  @Column('varchar', { length: 254, nullable: true }) contact!: string | null;
  /** The release time from which a yes counts, two hours after it or later: until then it can be taken back. */
  @Column('timestamptz', { nullable: true }) joinsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) joinedAt!: Date | null;
  /** When they ticked dates, none included. */
  @Column('timestamptz', { nullable: true }) polledAt!: Date | null;
  @Column('varchar', { length: 3, nullable: true }) useful!: 'yes' | 'no' | null;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('int') version!: number;

  static of(
    id: string,
    circle: { id: string; organizationId: string },
    person: { personId: string; attendeeId: string },
    place: number,
  ): CircleMember {
    return Object.assign(new CircleMember(), {
      id,
      organizationId: circle.organizationId,
      circleId: circle.id,
      ...person,
      place,
      consent: 'not_asked' as const,
      answeredAt: null,
      contact: null,
      joinsAt: null,
      joinedAt: null,
      polledAt: null,
      useful: null,
      leftAt: null,
      version: 1,
    });
  }

  get isIn(): boolean {
    return this.joinedAt !== null && this.leftAt === null;
  }

  ask(): void {
    if (this.consent !== 'not_asked') return;
    this.consent = 'asked';
    this.version += 1;
  }

  /**
   * As with introductions: a yes may become a no until they have joined, a no stays.
   * @returns whether the answer changed
   * @throws DomainError ask-over once they have joined, or after day 7
   */
  answer(
    consent: 'yes' | 'no',
    contact: string | null,
    { askEndsAt, timeZone }: { askEndsAt: Date | null; timeZone: string },
    now: Date,
  ): boolean {
    const canAnswer = this.consent !== 'not_asked' && this.consent !== 'no_answer' && this.joinedAt === null;
    if (!canAnswer || askEndsAt === null || now >= askEndsAt) throw new DomainError('ask-over');
    if (this.consent === 'no') return false;
    const changed = this.consent !== consent;
    this.consent = consent;
    this.contact = consent === 'yes' ? contact : null;
    if (changed) this.answeredAt = now;
    if (changed) this.joinsAt = consent === 'yes' ? nextRelease(now, timeZone) : null;
    this.version += 1;
    return changed;
  }

  /** @returns whether there was a question that is over now */
  endAsk(): boolean {
    if (this.consent !== 'asked') return false;
    this.consent = 'no_answer';
    this.version += 1;
    return true;
  }

  join(now: Date): void {
    if (this.consent !== 'yes' || this.joinedAt !== null) return;
    this.joinedAt = now;
    this.joinsAt = null;
    this.version += 1;
  }

  /** One tap, and nobody is told why. Leaving twice is leaving once. */
  leave(now: Date): void {
    if (this.leftAt !== null) return;
    this.leftAt = now;
    this.joinsAt = null;
    this.version += 1;
  }

  poll(now: Date): void {
    this.polledAt = now;
    this.version += 1;
  }

  sayUseful(useful: 'yes' | 'no'): void {
    this.useful = useful;
    this.version += 1;
  }
}
