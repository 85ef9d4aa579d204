import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A freed seat kept for somebody until a deadline; at most one live one per person and event (product.md, RSVP rule 6). */
@Entity('offers')
export class Offer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 10 }) state!: 'live' | 'claimed' | 'lapsed' | 'revoked' | 'refused';
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}
