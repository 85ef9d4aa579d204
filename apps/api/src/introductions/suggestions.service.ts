import { isDeepStrictEqual } from 'node:util';
import { Database, type Tx, obstaclesAmong, record, refusedBy, synonymsOf } from '#libs/database';
import {
  Attendee,
  DomainError,
  type Event,
  type Introduction,
  type Member,
  type Profile,
  type Proposal,
  type ProposedSide,
  type Scope,
  bandOf,
  eventCap,
  found,
  newId,
  pairScore,
  reasonFor,
  seedOf,
  takesPlace,
  toProfile,
  type Vocabulary,
  vocabularyOf,
} from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { readBoard, readPair } from './board.ts';
import { lockEvening, refuseForWhatIsKnownHere, refuseOverCap, refuseUnlessTakesMore } from './evening.ts';
import type { IntroductionView, PairInput } from './introductions.dto.ts';
import { pairKey, readIntroductions, readPairsTaken } from './introductions.queries.ts';
import type { SuggestionPlan, SuggestionProblem } from './suggestion-problem.ts';
import { type EveningRead, type Wish, readEvening } from './suggestion-reading.ts';
import { keepProposals, replace } from './suggestion-rows.ts';
import { SuggestionThreads, type Waiting } from './suggestion-threads.ts';
import { SuggestionsView } from './suggestions.dto.ts';

/** An evening at which guests still answer settles within a try or two; after that the host had better look again. */
const tries = 3;

/** Where introductions come from in the host's hands: the matcher, and pairs of the host's own. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly threads: SuggestionThreads,
  ) {}

  /**
   * Fills the places that are free. What the plan is made from is read first, and planned from without a transaction; the
   * plan is kept only while all of that is still so, and made anew otherwise (docs/decisions/0010). Whoever leaves, by the
   * signal, leaves nothing behind.
   *
   * @returns the board with them
   * @throws DomainError not-found, event-cancelled, introductions-over, introductions-too-many-people, too-busy,
   *   introductions-search-failed, changed-meanwhile
   */
  async suggest(member: Member, eventId: string, wish: Wish, waiting: Waiting): Promise<SuggestionsView> {
    const before = await this.db.answeredBefore(member.scope);
    if (before !== undefined) return before.result as SuggestionsView;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const { problem } = await this.db.read(member.scope, (reader) =>
        readEvening(reader, member, eventId, wish),
      );
      const plan = await this.threads.plan(problem, waiting);
      waiting.tell({ step: 'keeping', people: problem.people.length, share: 1 });
      const kept = await this.keepUnlessChanged(member, wish, problem, plan, waiting.signal);
      if (kept !== null) return kept;
    }
    throw new DomainError('changed-meanwhile');
  }

  /** @returns null when the evening is no longer what the plan was made from; then nothing was kept */
  private async keepUnlessChanged(
    member: Member,
    wish: Wish,
    problem: SuggestionProblem,
    plan: SuggestionPlan,
    signal: AbortSignal,
  ): Promise<SuggestionsView | null> {
    const eventId = problem.seed;
    try {
      return await this.db.write(firstWriteOf(member), async (tx) => {
        await lockEvening(tx, member, eventId);
        const evening = await readEvening(tx, member, eventId, wish);
        if (!isDeepStrictEqual(evening.problem, problem)) throw new ChangedMeanwhile();
        const { gone, fresh } = changesOf(evening, plan);
        await replace(tx, member.actor, gone);
        await keepProposals(tx, member.actor, fresh);
        const codes = { new: fresh.length, first: wish.first, anew: wish.anew };
        await record(tx, member.actor, 'introductions.suggested', eventId, codes);
        const board = await readBoard(tx, member, eventId);
        // The last moment to leave: what follows is the commit.
        signal.throwIfAborted();
        return SuggestionsView.of(board, plan.outcome);
      });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return null;
      throw error;
    }
  }

  /** A pair of the host's own. */
  async pin(member: Member, eventId: string, { attendeeA, attendeeB }: PairInput): Promise<IntroductionView> {
    try {
      return await this.db.write(member.scope, async (tx) => {
        const event = await lockEvening(tx, member, eventId);
        refuseUnlessTakesMore(event, tx.now);
        const [a, b] = [await whoCame(tx, event, attendeeA), await whoCame(tx, event, attendeeB)];
        await refusePair(tx, member, a, b);
        const vocabulary = vocabularyOf(await synonymsOf(tx, member.organizationId));
        const own = ownProposal(event, a, b, vocabulary);
        const [introduction] = await keepProposals(tx, member.actor, [own]);
        const pinned = found(introduction);
        await refuseOverCap(tx, pinned);
        await makeRoom(tx, member, pinned, [a, b]);
        await record(tx, member.actor, 'introduction.pinned', pinned.id);
        return readPair(tx, member, eventId, pinned.id);
      });
    } catch (error) {
      // The same pair from another event of this organization, at the same moment.
      if (refusedBy(error) === 'introductions_one_live') throw new DomainError('introduction-pair-exists');
      throw error;
    }
  }
}

/** Takes back a write that came too late. */
class ChangedMeanwhile extends Error {}

/** A request that plans again has one effect all the same: each try stands for the same, first write of its key. */
function firstWriteOf({ scope }: Member): Scope {
  return { ...scope, once: scope.once && { ...scope.once } };
}

interface Guest {
  personId: string;
  attendeeId: string;
  part: 'guest' | 'panelist';
}

/** What goes and what comes; a suggestion that is planned again stays the row it was. */
function changesOf({ event, people, fallen, movable }: EveningRead, plan: SuggestionPlan) {
  const staying = new Map(movable.map((one) => [pairKey({ a: one.personA, b: one.personB }), one]));
  const fresh = plan.pairs.flatMap(({ a, b, source, band, reasonForA, reasonForB }): Proposal[] => {
    const [one, other] = [found(people[a]), found(people[b])];
    if (staying.delete(pairKey({ a: one.personId, b: other.personId }))) return [];
    const sides = [side(one, reasonForA), side(other, reasonForB)] as const;
    return [{ ...proposalOf(event, one, other), sides, source, band }];
  });
  return { gone: [...fallen, ...staying.values()], fresh };
}

function ownProposal(event: Event, a: GuestThere, b: GuestThere, vocabulary: Vocabulary): Proposal {
  const reason = (reader: GuestThere, other: GuestThere) =>
    side(reader, reasonFor(reader.profile, other.profile, { vocabulary }));
  const sides = [reason(a, b), reason(b, a)] as const;
  const band = bandOf(pairScore(a.profile, b.profile, { vocabulary }));
  return { ...proposalOf(event, a, b), sides, source: 'host', band };
}

const side = ({ personId, attendeeId }: Guest, reason: ProposedSide['reason']): ProposedSide => ({
  personId,
  attendeeId,
  reason,
});

/** That a suggestion goes after 14 days is in its row; the sweeper sees to it. */
function proposalOf(event: Event, a: Guest, b: Guest): Omit<Proposal, 'sides' | 'source' | 'band'> {
  const panelists = [a, b].filter(({ part }) => part === 'panelist');
  return {
    id: newId(),
    organizationId: event.organizationId,
    eventId: event.id,
    seed: seedOf(`${event.id} ${pairKey({ a: a.personId, b: b.personId })}`),
    askFirst: panelists.length === 1 ? (panelists[0]?.personId ?? null) : null,
  };
}

interface GuestThere extends Guest {
  profile: Profile;
  cap: number;
}

async function whoCame(tx: Tx, event: Event, attendeeId: string): Promise<GuestThere> {
  const { id: eventId, organizationId } = event;
  const attendee = found(await tx.one(Attendee, { id: attendeeId, eventId, organizationId }));
  if (attendee.checkedInAt === null || !attendee.isLive) throw new DomainError('introduction-not-opted-in');
  const { personId, part, profile } = attendee;
  return { personId, attendeeId, part, profile: toProfile(profile), cap: eventCap(part, profile) };
}

async function refusePair(tx: Tx, member: Member, a: Guest, b: Guest): Promise<void> {
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
  people: readonly GuestThere[],
): Promise<void> {
  for (const { attendeeId, cap } of people) {
    const all = await readIntroductions(tx, pinned.organizationId, pinned.eventId);
    const own = all.filter((one) => one.attendeeA === attendeeId || one.attendeeB === attendeeId);
    const tooMany = own.filter((one) => takesPlace(one, tx.now)).length - cap;
    const weakestFirst = own
      .filter((one) => one.isUntouched)
      .sort((x, y) => Number(x.band === 'strong') - Number(y.band === 'strong') || (x.id > y.id ? -1 : 1));
    await replace(tx, member.actor, weakestFirst.slice(0, Math.max(0, tooMany)));
  }
}
