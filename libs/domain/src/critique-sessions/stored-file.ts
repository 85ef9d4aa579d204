import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file on its way or kept. Its bytes lie in the storage under `storageKey`, which nobody outside sees. */
@Entity('files')
export class StoredFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') critiqueSessionId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 8 }) state!: 'arriving' | 'ready' | 'gone';
  /** As its owner calls it: shown to them alone, never a path. */
  @Column('varchar', { length: 200 }) name!: string;
  /** Postgres hands a bigint over as text. */
  @Column('bigint') bytes!: string;
  @Column('bigint') received!: string;
  /** Sniffed from the bytes, never believed from the sender. */
  @Column('varchar', { length: 40, nullable: true }) type!: string | null;
  @Column('int', { nullable: true }) lengthMs!: number | null;
  /** Loudness from 0 to 100 in equal steps over the length. */
  @Column('jsonb', { nullable: true }) peaks!: number[] | null;
  @Column('varchar', { length: 80 }) storageKey!: string;
  /** Who writes it now. */
  @Column('uuid', { nullable: true }) writer!: string | null;
  /** Real time of the last byte. */
  @Column('timestamptz') touchedAt!: Date;
  @Column('timestamptz', { nullable: true }) deleteAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}
