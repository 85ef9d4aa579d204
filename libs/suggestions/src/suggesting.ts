import { isDeepStrictEqual } from 'node:util';
import { type Database, type Tx, findTold, record, refusedBy } from '#libs/database';
import { type Actor, DomainError, type Introduction, type Scope } from '#libs/domain';
import { lockEveningOfTold } from './evening-rows.ts';
import { changesOf } from './proposals.ts';
import type { SuggestionOutcome, SuggestionPlan, SuggestionProblem } from './suggestion-problem.ts';
import { type EveningRead, type Wish, readEvening } from './suggestion-reading.ts';
import { keepProposals, replace } from './suggestion-rows.ts';
import type { SuggestionThreads, Waiting } from './suggestion-threads.ts';

/** An evening at which guests still answer settles within a try or two; after that the host had better look again. */
export const tries = 3;

/** Who decides about the introductions of one organization: a member, or the product itself. */
export interface Decider {
  organizationId: string;
  actor: Actor;
  scope: Scope;
}

export interface Search {
  db: Database;
  threads: SuggestionThreads;
  decider: Decider;
  eventId: string;
  waiting: Waiting;
}

/**
 * Fills the places that are free. What the plan is made from is read first, and planned from without a transaction; the
 * plan is kept only while all of that is still so, and made anew otherwise (docs/decisions/0010). Whoever leaves, by the
 * signal, leaves nothing behind.
 *
 * @param done what is answered, within the write that keeps them; a repeated request is answered with it again
 * @throws DomainError not-found, event-cancelled, introductions-over, introductions-too-many-people, too-busy,
 *   introductions-search-failed, changed-meanwhile
 */
export async function makeSuggestions<Result extends object>(
  search: Search,
  wish: Wish,
  done: (tx: Tx, outcome: SuggestionOutcome) => Promise<Result>,
): Promise<Result> {
  const { db, threads, decider, eventId, waiting } = search;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    // Looked up in a write of its own, for what follows only reads; the write that keeps the plan looks again.
    await db.write(withoutKey(decider.scope), (tx) => findTold(tx, decider.organizationId, eventId));
    const { problem } = await db.read(decider.scope, (reader) =>
      readEvening(reader, decider.organizationId, eventId, wish),
    );
    const plan = await threads.plan(problem, waiting);
    waiting.tell({ step: 'keeping', people: problem.people.length, share: 1 });
    const kept = await keepUnlessChanged(search, wish, { problem, plan }, done);
    if (kept !== null) return kept;
  }
  throw new DomainError('changed-meanwhile');
}

/** @returns null when the evening is no longer what the plan was made from; then nothing was kept */
async function keepUnlessChanged<Result extends object>(
  { db, decider, eventId, waiting }: Search,
  wish: Wish,
  { problem, plan }: { problem: SuggestionProblem; plan: SuggestionPlan },
  done: (tx: Tx, outcome: SuggestionOutcome) => Promise<Result>,
): Promise<Result | null> {
  const { organizationId, actor } = decider;
  try {
    return await db.write(firstWriteOf(decider), async (tx) => {
      await lockEveningOfTold(tx, organizationId, eventId);
      const evening = await readEvening(tx, organizationId, eventId, wish);
      if (!isDeepStrictEqual(evening.problem, problem)) throw new ChangedMeanwhile();
      const { added } = await keepChanges(tx, actor, evening, plan);
      const { first } = problem;
      await tx.query('update events set suggestions_first = $3 where id = $1 and organization_id = $2', [
        eventId,
        organizationId,
        first,
      ]);
      const codes = { new: added.length, first, anew: wish.anew };
      await record(tx, actor, 'introductions.suggested', eventId, codes);
      if (plan.outcome === null) throw new Error('Suggestions that were asked for have an outcome');
      const result = await done(tx, plan.outcome);
      // The last moment to leave: what follows is the commit.
      waiting.signal.throwIfAborted();
      return result;
    });
  } catch (error) {
    if (isChangedMeanwhile(error)) return null;
    throw error;
  }
}

/** What a plan changed on the board. */
export interface Changes {
  added: Introduction[];
  gone: Introduction[];
}

export async function keepChanges(
  tx: Tx,
  actor: Actor,
  evening: EveningRead,
  plan: SuggestionPlan,
): Promise<Changes> {
  const { gone, fresh } = changesOf(evening, plan);
  await replace(tx, actor, gone);
  return { gone, added: await keepProposals(tx, actor, fresh) };
}

/** Takes back a write that came too late. */
export class ChangedMeanwhile extends Error {}

/** Also when another evening of the organization has made the same pair at the same moment. */
export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof ChangedMeanwhile || refusedBy(error) === 'introductions_one_live';
}

/** For what may be done any number of times; only what is kept counts as the answer to its key. */
export function withoutKey(scope: Scope): Scope {
  return { ...scope, once: undefined };
}

/** A request that plans again has one effect all the same: each try stands for the same, first write of its key. */
export function firstWriteOf({ scope }: Decider): Scope {
  return { ...scope, once: scope.once && { ...scope.once } };
}
