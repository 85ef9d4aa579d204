import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How somebody appears: the copy of their profile that they approved for one panel. */
export interface Appearance {
  name: string;
  pronunciation: string;
  bio: string;
  links: { label: string; url: string }[];
  photoId: string | null;
}

/** Somebody on a panel; they may have no account. */
@Entity('panel_people')
export class PanelPerson {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') panelId!: string;
  @Column('uuid') personId!: string;
  /** Once they said yes: a panelist is at the event without taking a seat. */
  @Column('uuid', { nullable: true }) attendeeId!: string | null;
  @Column('varchar', { length: 10 }) part!: 'moderator' | 'panelist';
  @Column('int') position!: number;
  /** Removed: the organizers took them off; the row stays for what they are told. */
  @Column('varchar', { length: 10 }) state!: 'invited' | 'confirmed' | 'declined' | 'removed';
  /** Kept by the database from the panel's. */
  @Column({ type: 'tstzrange', nullable: true, insert: false, update: false }) during!: string | null;
  /** As the organizer wrote it, until they say themselves how they are called. */
  @Column('varchar', { length: 200 }) name!: string;
  @Column('jsonb', { nullable: true }) appears!: Appearance | null;
  /** When they were last asked. */
  @Column('timestamptz') invitedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** Counts what their calendar shows (SEQUENCE). */
  @Column('int') revision!: number;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;
}
