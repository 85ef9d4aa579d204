import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DomainError } from '../errors.ts';
import type { SlotState } from './clock.ts';

export type AssignmentState = 'assigned' | 'declined' | 'done' | 'missed';

/** Why a critic hears a work, for the host alone. */
export type AssignmentReason =
  | { code: 'drawn' }
  | { code: 'topics'; topics: string[] }
  | { code: 'chosen' }
  | { code: 'standby' }
  | { code: 'swapped' };

/** One critic hears one work. */
@Entity('assignments')
export class Assignment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') critiqueSessionId!: string;
  @Column('uuid') submissionId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 8 }) state!: AssignmentState;
  @Column('varchar', { length: 7 }) source!: 'plan' | 'host' | 'standby';
  /** A host's own choice stays when the rest is planned again. */
  @Column('boolean') fixed!: boolean;
  @Column('jsonb') why!: AssignmentReason[];
  @Column('timestamptz') createdAt!: Date;

  /** Whether its critic hears the work, or has heard it. */
  get stands(): boolean {
    return this.state === 'assigned' || this.state === 'done';
  }

  /**
   * Somebody else is asked instead. Once the work is being heard it is too late: then the facilitator sees who is there.
   * @param slot where the work is heard; null: at home
   * @throws DomainError assignment-begun, assignment-over
   */
  decline(slot: SlotState | null): void {
    if (this.state !== 'assigned') throw new DomainError('assignment-over');
    if (slot !== null && slot !== 'planned') throw new DomainError('assignment-begun');
    this.state = 'declined';
  }
}
