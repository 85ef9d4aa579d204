import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A guild, chapter or company that posts events. */
@Entity('organizations')
export class Organization {
  @PrimaryColumn('uuid') id!: string;
  @Column('varchar', { length: 120 }) name!: string;
  @Column('varchar', { length: 80 }) slug!: string;
  @Column('varchar', { length: 60 }) timeZone!: string;
  @Column('varchar', { length: 120 }) city!: string;
  /** One accent colour, "#rrggbb", checked for contrast before it is kept. */
  @Column('varchar', { length: 7, nullable: true }) accent!: string | null;
  /** Of its mails to people who chose none. */
  @Column('varchar', { length: 10 }) language!: string;
  /** Where answers to its mails go; null: nowhere of its own. */
  @Column('varchar', { length: 254, nullable: true }) replyTo!: string | null;
  /** Whether a work costs critique credits here (critique.md, rule 4). */
  @Column('boolean') critiqueCredits!: boolean;
  @Column('timestamptz') createdAt!: Date;
}
