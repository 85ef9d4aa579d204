import { Column, Entity, PrimaryColumn } from 'typeorm';

export const introductionStates = [
  'suggested',
  'dismissed',
  'approved',
  'withdrawn',
  'asking',
  'closed quietly',
  'agreed',
  'introduced',
  'talked',
  'met',
  'working together',
  'lapsed',
  'ended for safety',
] as const;
export type IntroductionState = (typeof introductionStates)[number];
export type IntroductionSource = 'suggested' | 'host' | 'wish' | 'critique' | 'question' | 'wildcard';
export type Band = 'strong' | 'fair' | 'wildcard';

/** A reason is a code and its values until the first ask freezes its sentence. */
export interface ReasonRow {
  code: string;
  values: Record<string, string>;
}

/**
 * A proposed or made connection of exactly two people, met as attendees of one event. `personA` < `personB`; `a` and `b`
 * columns follow that order. What each side and the host see runs on its own times (see introduction-side.ts and
 * `appearsUntil`), so that the truth in `state` never shows.
 */
@Entity('introductions')
export class Introduction {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') personA!: string;
  @Column('uuid') personB!: string;
  @Column('uuid') attendeeA!: string;
  @Column('uuid') attendeeB!: string;
  @Column('varchar', { length: 10 }) source!: IntroductionSource;
  @Column('varchar', { length: 20 }) state!: IntroductionState;
  /** For hosts only. */
  @Column('varchar', { length: 10 }) band!: Band;
  @Column('jsonb') reasonA!: ReasonRow;
  @Column('jsonb') reasonB!: ReasonRow;
  /** The sentence a side reads: a host's edit, or the reason's own line; frozen at the first ask. */
  @Column('varchar', { length: 140, nullable: true }) reasonTextA!: string | null;
  @Column('varchar', { length: 140, nullable: true }) reasonTextB!: string | null;
  @Column('timestamptz', { nullable: true }) frozenAt!: Date | null;
  @Column('varchar', { length: 500, nullable: true }) note!: string | null;
  /** Who writes first once introduced; drawn by `seed`. */
  @Column('uuid', { nullable: true }) firstMover!: string | null;
  /** The one asked first and alone (well-known, panelist); null: both together. */
  @Column('uuid', { nullable: true }) askFirst!: string | null;
  @Column('int') seed!: number;
  @Column('timestamptz', { nullable: true }) suggestedUntil!: Date | null;
  @Column('uuid', { nullable: true }) approvedBy!: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) askAt!: Date | null;
  /** Until when the host reads "asked" unless it is introduced: the last day a yes could still have counted. */
  @Column('timestamptz', { nullable: true }) appearsUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) releaseAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('varchar', { length: 20, nullable: true }) closeCause!: string | null;
  @Column('timestamptz', { nullable: true }) introducedAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;
}
