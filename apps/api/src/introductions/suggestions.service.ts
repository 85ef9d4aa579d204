import {
  Database,
  type Tx,
  keepTransition,
  logTransition,
  obstaclesAmong,
  record,
  refusedBy,
} from '#libs/database';
import {
  Attendee,
  DomainError,
  type Event,
  Introduction,
  IntroductionSide,
  type Member,
  type Proposal,
  bandOf,
  blockedBy,
  boardMayTell,
  eventCap,
  found,
  newId,
  pairScore,
  reasonFor,
  seedOf,
  takesPlace,
  toProfile,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { readBoard, readPair } from './board.ts';
import { lockEvening, refuseForWhatIsKnownHere, refuseOverCap, refuseUnlessTakesMore } from './evening.ts';
import { BoardView, type IntroductionView, type PairInput } from './introductions.dto.ts';
import { pairKey, readIntroductions, readPairsTaken, readWhoCame } from './introductions.queries.ts';
import { type Candidate, type PlannedPair, planSuggestions } from './suggestion-plan.ts';

/**
 * Every pair is priced while the request waits: 300 people took about a second, 500 are as many as a board shows.
 * Beyond that a request would hold up everybody else's.
 */
const mostPeople = 500;

/** Where introductions come from in the host's hands: the matcher, and pairs of the host's own. */
@Injectable()
export class SuggestionsService {
  constructor(private readonly db: Database) {}

  /**
   * Fills the places that are free. A suggestion that stands goes only for what the board may tell; were it to go or to
   * move with a block, a pause or a stop of somebody, the board would show that.
   * @returns the board with them
   */
  suggest(member: Member, eventId: string): Promise<BoardView> {
    return this.db.write(member.scope, async (tx) => {
      const event = await lockEvening(tx, member, eventId);
      refuseUnlessTakesMore(event, tx.now);
      const present = await readIntroductions(tx, member.organizationId, eventId);
      const { fallen, fresh } = await planOf(tx, member, event, present);
      for (const introduction of fallen) {
        introduction.dismiss('replaced', tx.now);
        await keepTransition(tx, introduction, member.actor, 'replaced');
      }
      for (const pair of fresh) await propose(tx, member, proposalOf(event, pair.a, pair.b, pair.source));
      await record(tx, member.actor, 'introductions.suggested', eventId, { new: fresh.length });
      return BoardView.of(await readBoard(tx, member, eventId));
    });
  }

  /** A pair of the host's own. */
  async pin(member: Member, eventId: string, { attendeeA, attendeeB }: PairInput): Promise<IntroductionView> {
    try {
      return await this.db.write(member.scope, async (tx) => {
        const event = await lockEvening(tx, member, eventId);
        refuseUnlessTakesMore(event, tx.now);
        const [a, b] = [await whoCame(tx, event, attendeeA), await whoCame(tx, event, attendeeB)];
        await refusePair(tx, member, a, b);
        const introduction = await propose(tx, member, proposalOf(event, a, b, 'host'));
        await refuseOverCap(tx, introduction);
        await makeRoom(tx, member, introduction, [a, b]);
        await record(tx, member.actor, 'introduction.pinned', introduction.id);
        return readPair(tx, member, eventId, introduction.id);
      });
    } catch (error) {
      // The same pair from another event of this organization, at the same moment.
      if (refusedBy(error) === 'introductions_one_live') throw new DomainError('introduction-pair-exists');
      throw error;
    }
  }
}

interface Plan {
  /** Untouched suggestions that may stand no longer. */
  fallen: Introduction[];
  fresh: PlannedPair[];
}

async function planOf(tx: Tx, member: Member, event: Event, present: readonly Introduction[]): Promise<Plan> {
  const { organizationId } = member;
  const candidates = await readCandidates(tx, organizationId, event.id);
  if (candidates.length > mostPeople) throw new DomainError('introductions-too-many-people');
  const people = candidates.map(({ personId }) => personId);
  const obstacles = await obstaclesAmong(tx, organizationId, people);
  const { standing, dropped } = await readPairsTaken(tx, organizationId, people);
  const mayStand = ({ personA, personB }: Introduction): boolean => {
    if (!people.includes(personA) || !people.includes(personB)) return false;
    const hindrance = blockedBy(obstacles.between(personA, personB));
    return hindrance === null || !boardMayTell(hindrance);
  };
  const fallen = present.filter((introduction) => introduction.isUntouched && !mayStand(introduction));
  const fell = new Set(fallen.map(({ id }) => id));
  const kept = present
    .filter((introduction) => takesPlace(introduction, tx.now) && !fell.has(introduction.id))
    .map(({ personA, personB }) => [personA, personB] as const);
  const isAllowed = (a: string, b: string): boolean => {
    const pair = pairKey({ a, b });
    return !dropped.has(pair) && !standing.has(pair) && blockedBy(obstacles.between(a, b)) === null;
  };
  return { fallen, fresh: planSuggestions({ candidates, kept, isAllowed, seed: event.id }) };
}

/** Who came, said yes and wants at least one. */
async function readCandidates(tx: Tx, organizationId: string, eventId: string): Promise<Candidate[]> {
  const came = await readWhoCame(tx, organizationId, eventId);
  return came
    .filter(({ answer }) => answer === 'given')
    .map(({ profile, ...row }): Candidate => ({
      ...row,
      profile: toProfile(profile),
      cap: eventCap(row.part, profile),
    }))
    .filter(({ cap }) => cap > 0);
}

function proposalOf(event: Event, a: Candidate, b: Candidate, source: Proposal['source']): Proposal {
  const panelists = [a, b].filter(({ part }) => part === 'panelist');
  return {
    id: newId(),
    organizationId: event.organizationId,
    eventId: event.id,
    sides: [
      { personId: a.personId, attendeeId: a.attendeeId, reason: reasonFor(a.profile, b.profile) },
      { personId: b.personId, attendeeId: b.attendeeId, reason: reasonFor(b.profile, a.profile) },
    ],
    source,
    band: bandOf(pairScore(a.profile, b.profile)),
    seed: seedOf(`${event.id} ${pairKey({ a: a.personId, b: b.personId })}`),
    askFirst: panelists.length === 1 ? (panelists[0]?.personId ?? null) : null,
  };
}

/** That it goes after 14 days is in its row; the sweeper sees to it. */
async function propose(tx: Tx, member: Member, proposal: Proposal): Promise<Introduction> {
  const introduction = Introduction.propose(proposal, tx.now);
  await tx.insert(Introduction, introduction);
  await tx.insert(
    IntroductionSide,
    proposal.sides.map(({ personId, attendeeId }) =>
      IntroductionSide.of(newId(), introduction, { personId, attendeeId }),
    ),
  );
  await logTransition(tx, introduction, member.actor, 'suggested');
  return introduction;
}

async function whoCame(tx: Tx, event: Event, attendeeId: string): Promise<Candidate> {
  const { id: eventId, organizationId } = event;
  const attendee = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
  if (attendee.checkedInAt === null || !attendee.isLive) throw new DomainError('introduction-not-opted-in');
  const { personId, part, profile } = attendee;
  return { personId, attendeeId, part, profile: toProfile(profile), cap: eventCap(part, profile) };
}

async function refusePair(tx: Tx, member: Member, a: Candidate, b: Candidate): Promise<void> {
  if (a.personId === b.personId) throw new DomainError('introduction-same-person');
  const people = [a.personId, b.personId];
  const obstacles = await obstaclesAmong(tx, member.organizationId, people);
  refuseForWhatIsKnownHere(obstacles.between(a.personId, b.personId));
  const { standing } = await readPairsTaken(tx, member.organizationId, people);
  if (standing.size > 0) throw new DomainError('introduction-pair-exists');
}

/** A host's own pair comes before what the matcher thought of: who has too many now loses their weakest suggestions. */
async function makeRoom(
  tx: Tx,
  member: Member,
  pinned: Introduction,
  people: readonly Candidate[],
): Promise<void> {
  for (const { attendeeId, cap } of people) {
    const all = await readIntroductions(tx, pinned.organizationId, pinned.eventId);
    const own = all.filter((one) => one.attendeeA === attendeeId || one.attendeeB === attendeeId);
    const tooMany = own.filter((one) => takesPlace(one, tx.now)).length - cap;
    const weakestFirst = own
      .filter((one) => one.isUntouched)
      .sort((x, y) => Number(x.band === 'strong') - Number(y.band === 'strong') || (x.id > y.id ? -1 : 1));
    for (const introduction of weakestFirst.slice(0, Math.max(0, tooMany))) {
      introduction.dismiss('replaced', tx.now);
      await keepTransition(tx, introduction, member.actor, 'replaced');
    }
  }
}
