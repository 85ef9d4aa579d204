import { type Obstacles, type Tx, obstaclesAmong } from '#libs/database';
import {
  Attendee,
  DomainError,
  type ErrorCode,
  Event,
  Introduction,
  type Member,
  type PairHindrances,
  blockedBy,
  boardMayTell,
  eventCap,
  eveningTakesMore,
  found,
  standing,
} from '#libs/domain';
import { readIntroductions } from './introductions.queries.ts';

/** An event whose introductions one host at a time decides about: two who press at once come one after the other. */
export async function lockEvening(tx: Tx, member: Member, eventId: string): Promise<Event> {
  const { organizationId } = member;
  await tx.query('select 1 from events where id = $1 and organization_id = $2 for no key update', [
    eventId,
    organizationId,
  ]);
  return found(await tx.one(Event, { id: eventId, organizationId }));
}

/** @throws DomainError event-cancelled, or introductions-over 60 days after the evening */
export function refuseUnlessTakesMore(event: Event, now: Date): void {
  if (event.state === 'cancelled') throw new DomainError('event-cancelled');
  if (!eveningTakesMore(event.endsAt, now)) throw new DomainError('introductions-over');
}

/** The introduction of this event and organization, locked; anything else is not found. */
export async function lockIntroduction(
  tx: Tx,
  member: Member,
  eventId: string,
  id: string,
): Promise<Introduction> {
  return found(await tx.locked(Introduction, { id, eventId, organizationId: member.organizationId }));
}

const refusals: Record<string, ErrorCode> = {
  'opted-out': 'introduction-not-opted-in',
  'known-here': 'introduction-known-pair',
  'kept-apart': 'introduction-kept-apart',
};

/**
 * Refuses a pair for what this organization itself recorded and for nothing else: a block, a pause, a closed question or
 * anything from another organization is approved and silently never asked (introductions.md).
 */
export function refuseForWhatIsKnownHere(hindrances: PairHindrances): void {
  const filter = blockedBy(hindrances);
  if (filter === null || !boardMayTell(filter)) return;
  throw new DomainError(refusals[filter] ?? 'introduction-not-opted-in');
}

export const obstaclesOf = (tx: Tx, { organizationId, personA, personB }: Introduction): Promise<Obstacles> =>
  obstaclesAmong(tx, organizationId, [personA, personB]);

/**
 * Never 6, the event's cap: by what shows to the host, so that a refusal tells nothing.
 * @throws DomainError introduction-event-cap when one of the two has as many as they want
 */
export async function refuseOverCap(tx: Tx, introduction: Introduction): Promise<void> {
  const { organizationId, eventId, attendeeA, attendeeB } = introduction;
  const all = await readIntroductions(tx, organizationId, eventId);
  const decided = all.filter((other) => other.id !== introduction.id && isDecided(other, tx.now));
  for (const id of [attendeeA, attendeeB]) {
    const attendee = found(await tx.one(Attendee, { id, eventId, organizationId }));
    const used = decided.filter((other) => other.attendeeA === id || other.attendeeB === id).length;
    if (used >= eventCap(attendee.part, attendee.profile)) throw new DomainError('introduction-event-cap');
  }
}

/** A host's own pair counts from the start, a suggestion of the matcher from its approval. */
function isDecided(introduction: Introduction, now: Date): boolean {
  const word = standing(introduction, now);
  if (word === 'suggested') return !introduction.isUntouched;
  return word === 'approved' || word === 'asked' || word === 'introduced';
}
