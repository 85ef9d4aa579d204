import { type Obstacles, type Tx, isOverQuarterCap, obstaclesAmong } from '#libs/database';
import {
  Attendee,
  DomainError,
  type ErrorCode,
  Introduction,
  type Member,
  type PairHindrances,
  blockedBy,
  boardMayTell,
  eventCap,
  found,
  holdsPlace,
} from '#libs/domain';
import { readIntroductions } from '#libs/suggestions';

/** The introduction of this event and organization, locked; anything else is not found. */
export async function lockIntroduction(
  tx: Tx,
  member: Member,
  eventId: string,
  id: string,
): Promise<Introduction> {
  const introduction = found(
    await tx.locked(Introduction, { id, eventId, organizationId: member.organizationId }),
  );
  return found(introduction.isUnseen ? null : introduction);
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

export const obstaclesOf = (
  tx: Tx,
  { organizationId, eventId, personA, personB }: Introduction,
): Promise<Obstacles> => obstaclesAmong(tx, organizationId, [personA, personB], eventId);

/**
 * Never 6, the event's cap: by what shows to the host, so that a refusal tells nothing.
 * @throws DomainError introduction-event-cap when one of the two has as many as they want
 */
export async function refuseOverCap(tx: Tx, introduction: Introduction): Promise<void> {
  const { organizationId, eventId, attendeeA, attendeeB } = introduction;
  const all = await readIntroductions(tx, organizationId, eventId);
  const decided = all.filter((other) => other.id !== introduction.id && holdsPlace(other, tx.now));
  for (const id of [attendeeA, attendeeB]) {
    const attendee = found(await tx.one(Attendee, { id, eventId, organizationId }));
    const used = decided.filter((other) => other.attendeeA === id || other.attendeeB === id).length;
    if (used >= eventCap(attendee.part, attendee.profile)) throw new DomainError('introduction-event-cap');
  }
}

/**
 * At most 6 approved introductions a quarter for a well-known person, counted by what shows.
 * @param wellKnown the attendees who are
 * @throws DomainError introduction-quarter-cap
 */
export async function refuseOverQuarterCap(
  tx: Tx,
  { organizationId, personA, personB, attendeeA, attendeeB }: Introduction,
  wellKnown: ReadonlySet<string>,
): Promise<void> {
  const people = [
    ...(wellKnown.has(attendeeA) ? [personA] : []),
    ...(wellKnown.has(attendeeB) ? [personB] : []),
  ];
  if (await isOverQuarterCap(tx, organizationId, people)) throw new DomainError('introduction-quarter-cap');
}
