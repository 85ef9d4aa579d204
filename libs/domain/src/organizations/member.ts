import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Actor, type Once, type Scope, inOrganization } from '../actors.ts';
import { DomainError } from '../errors.ts';
import { type Right, type Role, may } from '../permissions.ts';

/** Staff: a person with a role in an organization. Host and door may be limited to named events. */
@Entity('members')
export class Member {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') personId!: string;
  @Column('varchar', { length: 10 }) role!: Role;
  @Column('uuid', { array: true, nullable: true }) eventIds!: string[] | null;
  @Column('timestamptz') createdAt!: Date;

  /** Of the request they stand behind, if it carries a key; never stored. */
  once?: Once;

  get actor(): Actor {
    return { kind: 'person', id: this.personId };
  }

  get scope(): Scope {
    return inOrganization(this.organizationId, this.actor, this.once);
  }

  /** @throws DomainError not-allowed when the role lacks the right, not-found for an event outside the member's own */
  refuseUnlessMay(right: Right, eventId?: string): void {
    if (eventId !== undefined && this.eventIds !== null && !this.eventIds.includes(eventId)) {
      throw new DomainError('not-found');
    }
    if (!may(this.role, right)) throw new DomainError('not-allowed');
  }
}
