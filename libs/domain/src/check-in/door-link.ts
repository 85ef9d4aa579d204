import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A phone at the door of one event, opened by a link and a code that is said aloud. */
@Entity('door_links')
export class DoorLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  /** Which door or phone: "Front door". */
  @Column('varchar', { length: 60 }) label!: string;
  @Column('bytea') salt!: Buffer;
  /** SHA-256 of the key that the phone derives from the code and shows. */
  @Column('bytea') keyHash!: Buffer;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastSeenAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}
