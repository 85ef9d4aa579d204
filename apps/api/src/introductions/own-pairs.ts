import { type Tx, agreeBeneath, obstaclesAmong, synonymsOf, takeOverUnseen } from '#libs/database';
import {
  Attendee,
  DomainError,
  type Event,
  type Introduction,
  type Member,
  type Profile,
  type Proposal,
  bandOf,
  eventCap,
  found,
  pairScore,
  reasonFor,
  takesPlace,
  toProfile,
  type Vocabulary,
  vocabularyOf,
} from '#libs/domain';
import {
  type Guest,
  keepProposals,
  proposalOf,
  readIntroductions,
  readPairsTaken,
  replace,
  sideOf,
} from '#libs/suggestions';
import { refuseForWhatIsKnownHere } from './evening.ts';

/** Somebody who came, as a host's own pair is made of two. */
export interface GuestThere extends Guest {
  profile: Profile;
  cap: number;
}

/** @throws DomainError not-found, introduction-not-opted-in */
export async function whoCame(tx: Tx, event: Event, attendeeId: string): Promise<GuestThere> {
  const { id: eventId, organizationId } = event;
  const attendee = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
  if (attendee.checkedInAt === null || !attendee.isLive) throw new DomainError('introduction-not-opted-in');
  const { personId, part, profile } = attendee;
  return { personId, attendeeId, part, profile: toProfile(profile), cap: eventCap(part, profile) };
}

/** By what this organization recorded alone (see refuseForWhatIsKnownHere). */
export async function refusePair(tx: Tx, event: Event, a: Guest, b: Guest): Promise<void> {
  if (a.personId === b.personId) throw new DomainError('introduction-same-person');
  const people = [a.personId, b.personId];
  const { id: eventId, organizationId } = event;
  const obstacles = await obstaclesAmong(tx, organizationId, people, eventId);
  refuseForWhatIsKnownHere(obstacles.between(a.personId, b.personId));
  const { standing } = await readPairsTaken(tx, organizationId, people);
  if (standing.size > 0) throw new DomainError('introduction-pair-exists');
}

export async function keepOwnPair(
  tx: Tx,
  { actor, organizationId }: Member,
  event: Event,
  [a, b]: readonly [GuestThere, GuestThere],
): Promise<Introduction> {
  const vocabulary = vocabularyOf(await synonymsOf(tx, organizationId));
  const proposal = ownProposal(event, a, b, vocabulary);
  const [personA, personB] = [a.personId, b.personId];
  const agreedFor = await takeOverUnseen(tx, { organizationId, personA, personB });
  const [introduction] = await keepProposals(tx, actor, [proposal]);
  const pinned = found(introduction);
  await agreeBeneath(tx, pinned, agreedFor);
  return pinned;
}

function ownProposal(event: Event, a: GuestThere, b: GuestThere, vocabulary: Vocabulary): Proposal {
  const reason = (reader: GuestThere, other: GuestThere) =>
    sideOf(reader, reasonFor(reader.profile, other.profile, { vocabulary }));
  const sides = [reason(a, b), reason(b, a)] as const;
  const band = bandOf(pairScore(a.profile, b.profile, { vocabulary }));
  return { ...proposalOf(event, a, b), sides, source: 'host', band };
}

/**
 * A host's own pair comes before what the matcher thought of: who has too many now loses their weakest suggestions.
 * @returns those
 */
export async function makeRoom(
  tx: Tx,
  member: Member,
  own: Introduction,
  people: readonly GuestThere[],
): Promise<Introduction[]> {
  const gone: Introduction[] = [];
  for (const { attendeeId, cap } of people) {
    const all = await readIntroductions(tx, own.organizationId, own.eventId);
    const theirs = all.filter((one) => one.attendeeA === attendeeId || one.attendeeB === attendeeId);
    const tooMany = theirs.filter((one) => takesPlace(one, tx.now)).length - cap;
    const weakestFirst = theirs
      .filter((one) => one.isUntouched)
      .sort((x, y) => Number(x.band === 'strong') - Number(y.band === 'strong') || (x.id > y.id ? -1 : 1))
      .slice(0, Math.max(0, tooMany));
    await replace(tx, member.actor, weakestFirst);
    gone.push(...weakestFirst);
  }
  return gone;
}

/** Never: the two are not suggested here again, at whichever evening, until a host brings them back. */
export async function keepApart(tx: Tx, { organizationId, personA, personB }: Introduction): Promise<void> {
  await tx.query(
    `insert into known_pairs (organization_id, person_a, person_b, source, created_at)
     values ($1, $2, $3, 'kept-apart', $4) on conflict do nothing`,
    [organizationId, personA, personB, tx.now],
  );
}

/** @returns whether a host had kept them apart */
export async function keepApartNoMore(
  tx: Tx,
  organizationId: string,
  a: Pick<Guest, 'personId'>,
  b: Pick<Guest, 'personId'>,
): Promise<boolean> {
  const lifted = await tx.query(
    `with gone as (delete from known_pairs where organization_id = $1 and source = 'kept-apart'
       and person_a = least($2::uuid, $3::uuid) and person_b = greatest($2::uuid, $3::uuid) returning 1)
     select 1 from gone`,
    [organizationId, a.personId, b.personId],
  );
  return lifted.length > 0;
}
