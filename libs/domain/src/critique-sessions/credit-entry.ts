import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CreditReason = 'start' | 'submitted' | 'returned' | 'critique' | 'granted';

/** A line of the ledger of "give to get" (critique.md, rule 4); never changed, a balance is the sum. */
@Entity('credit_entries')
export class CreditEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') personId!: string;
  @Column('int') amount!: number;
  @Column('varchar', { length: 12 }) reason!: CreditReason;
  @Column('uuid') subjectId!: string;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
}
