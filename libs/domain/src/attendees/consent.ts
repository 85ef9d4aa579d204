import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ConsentPurpose = 'introductions' | 'name-visible' | 'profile-visible';

/** What a person was asked, in which words, and what they answered. A new answer withdraws the one before. */
@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 20 }) purpose!: ConsentPurpose;
  @Column('varchar', { length: 10 }) answer!: 'given' | 'refused';
  /** The version of the sentence that was shown, e.g. "2026-10". */
  @Column('varchar', { length: 20 }) wording!: string;
  @Column('varchar', { length: 10 }) source!: 'page' | 'import' | 'answer';
  @Column('timestamptz') answeredAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}
