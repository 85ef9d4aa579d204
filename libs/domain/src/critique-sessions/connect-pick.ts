import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CritiqueSession } from './critique-session.ts';

/** How many people somebody may choose at one session (critique.md, Rows). */
export const mostPicks = 2;

/** How long after the letters are handed over the choice may still change. */
const picksDays = 7;

export const picksOpenUntil = (releasedAt: Date): Date =>
  new Date(releasedAt.getTime() + picksDays * 86_400_000);

/**
 * From the end of the session; where names are no secret from its start, because people talk in the breaks too.
 * Before that nobody has heard anybody.
 */
export function picksAreOpen(
  { state, blind, format, releasedAt, calledOffAt }: CritiqueSession,
  now: Date,
): boolean {
  if (calledOffAt !== null) return false;
  if (releasedAt !== null) return now < picksOpenUntil(releasedAt);
  if (state === 'ended') return true;
  return state === 'running' && blind === 'none' && format !== 'written';
}

/** "I would like to keep talking to them": private; two that name each other are an introduction (critique.md, Afterwards). */
@Entity('connect_picks')
export class ConnectPick {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') eventId!: string;
  @Column('uuid') critiqueSessionId!: string;
  @Column('uuid') attendeeId!: string;
  @Column('uuid') personId!: string;
  @Column('int') place!: number;
  @Column('uuid') pickedAttendeeId!: string;
  @Column('uuid') pickedPersonId!: string;
  @Column('timestamptz') createdAt!: Date;
}
