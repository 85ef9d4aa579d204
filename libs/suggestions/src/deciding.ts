import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#libs/database';
import { DomainError, type Event, type Introduction } from '#libs/domain';
import { lockEveningOfTold } from './evening-rows.ts';
import type { SuggestionPlan, SuggestionProblem } from './suggestion-problem.ts';
import { type EveningRead, readEvening } from './suggestion-reading.ts';
import {
  type Changes,
  ChangedMeanwhile,
  type Search,
  firstWriteOf,
  isChangedMeanwhile,
  keepChanges,
  tries,
  withoutKey,
} from './suggesting.ts';

/** What a host decided, done: whom it touches, and suggestions that made way for it already. */
export interface Decided {
  /** People; nobody where it came to nothing. */
  touched: readonly string[];
  gone: readonly Introduction[];
}

interface Decision<What extends Decided, Result> {
  /** Within a write that has locked the evening; done once to see what is left to plan, and taken back. */
  decide: (tx: Tx, event: Event) => Promise<What>;
  /** What is answered, within the write that keeps it all. */
  done: (tx: Tx, decided: What, changes: Changes) => Promise<Result>;
}

/**
 * A decision about one pair, or about several at once, after which the rest is planned again: few other suggestions change, nothing that a host
 * touched and nothing drawn by chance. It is tried out first and taken back, so that the plan is made for the evening as it
 * will be; then decision and changes are kept in one write, while the evening is still what they were planned from. The
 * decision never waits for a plan that cannot be had: it is kept alone then.
 *
 * @throws DomainError what the decision itself is refused for
 */
export async function decideAndRepair<What extends Decided, Result extends object>(
  search: Search,
  decision: Decision<What, Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const problem = await tryOut(search, decision);
    const plan = problem === null ? null : await planOf(search, problem);
    if (problem === null || plan === null) break;
    const kept = await keep(search, decision, { problem, plan });
    if (kept !== null) return kept;
  }
  return keepAlone(search, decision);
}

/** @returns what is left to plan; null where nothing is, such as 60 days after the evening */
async function tryOut<What extends Decided, Result>(
  { db, decider, eventId }: Search,
  { decide }: Decision<What, Result>,
): Promise<SuggestionProblem | null> {
  const { organizationId } = decider;
  let problem: SuggestionProblem | null = null;
  try {
    await db.write(withoutKey(decider.scope), async (tx) => {
      const { touched } = await decide(tx, await lockEveningOfTold(tx, organizationId, eventId));
      if (touched.length > 0)
        problem = (await readAfter(tx, organizationId, eventId, touched))?.problem ?? null;
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return problem;
}

/** Ends a write of which nothing shall stay. */
class TakenBack extends Error {}

/** The evening after a decision; null where nobody asked for suggestions yet, or none are made any more. */
async function readAfter(
  tx: Tx,
  organizationId: string,
  eventId: string,
  touched: readonly string[],
): Promise<EveningRead | null> {
  try {
    const evening = await readEvening(tx, organizationId, eventId, { touched });
    return evening.wasSuggested ? evening : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Null when too many wait, or the search died: a decision is more than what follows from it. */
async function planOf(
  { threads, waiting }: Search,
  problem: SuggestionProblem,
): Promise<SuggestionPlan | null> {
  try {
    return await threads.plan(problem, waiting);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** @returns null when the evening is no longer what the plan was made from; then nothing was kept */
async function keep<What extends Decided, Result>(
  { db, decider, eventId }: Search,
  { decide, done }: Decision<What, Result>,
  { problem, plan }: { problem: SuggestionProblem; plan: SuggestionPlan },
): Promise<Result | null> {
  const { organizationId, actor } = decider;
  try {
    return await db.write(firstWriteOf(decider), async (tx) => {
      const decided = await decide(tx, await lockEveningOfTold(tx, organizationId, eventId));
      const evening = await readAfter(tx, organizationId, eventId, decided.touched);
      if (evening === null || !isDeepStrictEqual(evening.problem, problem)) throw new ChangedMeanwhile();
      return done(tx, decided, await keepChanges(tx, actor, evening, plan));
    });
  } catch (error) {
    if (isChangedMeanwhile(error)) return null;
    throw error;
  }
}

function keepAlone<What extends Decided, Result>(
  { db, decider, eventId }: Search,
  { decide, done }: Decision<What, Result>,
): Promise<Result> {
  return db.write(firstWriteOf(decider), async (tx) => {
    const event = await lockEveningOfTold(tx, decider.organizationId, eventId);
    return done(tx, await decide(tx, event), { added: [], gone: [] });
  });
}
