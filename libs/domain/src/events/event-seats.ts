import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The counter row of one event (product.md, RSVP rule 3). `taken` is the sum of party sizes over confirmed, offered and
 * held-with-a-seat; `held` is the part of it that is not confirmed by mail yet; `waiting` counts confirmed addresses in
 * the queue. Changed only by the statements of libs/database/src/attendees.ts.
 */
@Entity('event_seats')
export class EventSeats {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('uuid') organizationId!: string;
  @Column('int') capacity!: number;
  @Column('int') ceiling!: number;
  @Column('int') taken!: number;
  @Column('int') held!: number;
  @Column('int') waiting!: number;
  @Column('int') arrivals!: number;
  @Column('int') version!: number;
}
