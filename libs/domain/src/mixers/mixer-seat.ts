import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where somebody sits in one round. Whoever leaves keeps the row, so that the others stay where they are. */
@Entity('mixer_seats')
export class MixerSeat {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') mixerId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('uuid') personId!: string;
  @Column('int') round!: number;
  @Column('int') seatTable!: number;
  @Column('varchar', { length: 5 }) source!: 'drawn' | 'late' | 'host';
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}
