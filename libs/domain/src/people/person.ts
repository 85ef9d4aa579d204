import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileInput } from '../introductions/profile.ts';

/** One row per installation for one normalised address; everything about a human points to it. */
@Entity('people')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('varchar', { length: 254 }) email!: string;
  /** As the person gave it after proving the address; a name typed by somebody else stays on the attendee. */
  @Column('varchar', { length: 200, nullable: true }) name!: string | null;
  /** Their own choice; null: as each organization that writes to them. */
  @Column('varchar', { length: 10, nullable: true }) language!: string | null;
  /** When a link sent to the address was first used. */
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  /** Checked on every request; bumped by role, e-mail and disable, which ends all sessions. */
  @Column('int') sessionEpoch!: number;
  @Column('timestamptz', { nullable: true }) introductionsPausedUntil!: Date | null;
  @Column('timestamptz', { nullable: true }) erasedAt!: Date | null;
  /** Their own words about themselves, offered again at the next RSVP; matching reads the attendee's copy. */
  @Column('jsonb') profile!: ProfileInput;
  @Column('timestamptz') createdAt!: Date;
}
