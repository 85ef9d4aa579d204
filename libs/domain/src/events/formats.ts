import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A format of an event: a topic that people on a stage talk about. */
@Entity('panels')
export class Panel {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 200 }) topic!: string;
  @Column('int') position!: number;
  @Column('timestamptz') createdAt!: Date;
}

/** A format of an event: an open room, or small tables with rounds. One an event. */
@Entity('mixers')
export class Mixer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 10 }) format!: 'open' | 'tables';
  @Column('timestamptz') createdAt!: Date;
}

/** A format of an event: works heard in timed slots, each by a few assigned critics. */
@Entity('critique_sessions')
export class CritiqueSession {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 10 }) format!: 'live' | 'tables' | 'written';
  @Column('int') criticsPerWork!: number;
  @Column('timestamptz') createdAt!: Date;
}
