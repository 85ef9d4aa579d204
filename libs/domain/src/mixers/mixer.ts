import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';

/** What an organizer sets of small tables. */
export type MixerSettings = Pick<Mixer, 'rounds' | 'seats' | 'minutes' | 'employersApart'>;

/** A format of an event: an open room, or small tables with rounds. One an event. */
@Entity('mixers')
export class Mixer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('varchar', { length: 10 }) format!: 'open' | 'tables';
  @Column('int') rounds!: number;
  /** People at a table, at most. */
  @Column('int') seats!: number;
  /** Of a round. */
  @Column('int') minutes!: number;
  @Column('boolean') employersApart!: boolean;
  @Column('varchar', { length: 8 }) state!: 'open' | 'seated' | 'running' | 'ended';
  /** The round that is held, from 1; 0 before the first. */
  @Column('int') round!: number;
  @Column('timestamptz', { nullable: true }) roundStartedAt!: Date | null;
  /** When each round began, up to the one that is held; who left before did not sit in it. */
  @Column('timestamptz', { array: true }) roundStarts!: Date[];
  @Column('int', { nullable: true }) tables!: number | null;
  /** Draws the lots of the seating: the same seed and people give the same tables. */
  @Column('int') seed!: number;
  @Column('timestamptz', { nullable: true }) seatedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Counts whatever a screen of it shows; screens are told at the commit. */
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** One whose tables nobody has drawn. */
  static of(row: Pick<Mixer, 'id' | 'organizationId' | 'eventId' | 'format' | 'createdAt'>): Mixer {
    const settings = { rounds: 2, seats: 5, minutes: 40, employersApart: true };
    const held = {
      state: 'open',
      round: 0,
      roundStartedAt: null,
      roundStarts: [],
      tables: null,
      seatedAt: null,
      endedAt: null,
    };
    return Object.assign(new Mixer(), row, settings, held, { seed: 1, version: 1 }) as Mixer;
  }

  /** The first round that can still be changed: the one that is held, or the first. */
  get firstOpen(): number {
    return Math.max(1, this.round);
  }

  /** @throws DomainError changed-meanwhile when the screen showed another state */
  refuseUnlessSeen(version: number): void {
    if (this.version !== version) throw new DomainError('changed-meanwhile');
  }

  /**
   * How long a round takes may change at any time, as it moves nobody.
   * @throws DomainError mixer-seated, mixer-over
   */
  change({ rounds, seats, minutes, employersApart }: MixerSettings): void {
    if (this.state === 'ended') throw new DomainError('mixer-over');
    const isSame = rounds === this.rounds && seats === this.seats && employersApart === this.employersApart;
    if (this.state !== 'open' && !isSame) throw new DomainError('mixer-seated');
    Object.assign(this, { rounds, seats, minutes, employersApart });
    this.version += 1;
  }

  /** @throws DomainError mixer-running, mixer-over */
  refuseOnceRunning(): void {
    if (this.state === 'ended') throw new DomainError('mixer-over');
    if (this.state === 'running') throw new DomainError('mixer-running');
  }

  /** @throws DomainError mixer-not-seated, mixer-over */
  refuseUnlessSeated(): void {
    if (this.state === 'ended') throw new DomainError('mixer-over');
    if (this.state === 'open') throw new DomainError('mixer-not-seated');
  }

  /** Everybody has a table. @throws DomainError mixer-running, mixer-over */
  seat(tables: number, seed: number, now: Date): void {
    this.refuseOnceRunning();
    Object.assign(this, { state: 'seated', tables, seed, seatedAt: now });
    this.version += 1;
  }

  /** Nobody has a table. @throws DomainError mixer-running, mixer-over */
  clear(): void {
    this.refuseOnceRunning();
    Object.assign(this, { state: 'open', tables: null, seatedAt: null });
    this.version += 1;
  }

  /** The next round begins, or after the last the mixer ends. @throws DomainError mixer-not-seated, mixer-over */
  next(now: Date): void {
    this.refuseUnlessSeated();
    if (this.round === this.rounds) {
      Object.assign(this, { state: 'ended', endedAt: now });
    } else {
      this.roundStarts = [...this.roundStarts, now];
      Object.assign(this, { state: 'running', round: this.round + 1, roundStartedAt: now });
    }
    this.version += 1;
  }

  /** Takes the last step back: an end, or the start of a round. @throws DomainError mixer-not-running */
  back(): void {
    if (this.state === 'ended') {
      Object.assign(this, { state: 'running', endedAt: null });
    } else {
      if (this.state !== 'running') throw new DomainError('mixer-not-running');
      this.round -= 1;
      this.roundStarts = this.roundStarts.slice(0, this.round);
      this.roundStartedAt = this.roundStarts.at(-1) ?? null;
      if (this.round === 0) this.state = 'seated';
    }
    this.version += 1;
  }

  /** Somebody changed tables: screens show it. */
  reseat(tables = this.tables): void {
    this.tables = tables;
    this.version += 1;
  }
}
