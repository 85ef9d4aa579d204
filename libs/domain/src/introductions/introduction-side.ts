import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SideConsent = 'not_asked' | 'asked' | 'yes' | 'no' | 'no_answer';

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
}
