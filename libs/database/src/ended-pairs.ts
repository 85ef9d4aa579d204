import { Introduction, type IntroductionState, actorOf, found } from '#libs/domain';
import { endFollowUps } from './follow-ups.ts';
import { keepTransition } from './introductions.ts';
import type { Tx } from './tx.ts';

// What ends inside when somebody takes no part any more. To everybody else it looks like silence: the other one's question,
// the host's word and the version run on (introductions.md, States).

/** A pair that is approved may be in the hands of the ask that is running now: it is waited for and looked at again. */
const notYetMade: readonly IntroductionState[] = ['approved', 'asking', 'agreed'];
const notYetOver: readonly IntroductionState[] = [
  ...notYetMade,
  ...(['suggested', 'introduced', 'talked', 'met', 'working together', 'lapsed'] as const),
];

/**
 * Whoever says no to introductions of an organization: what was asked or agreed there is over for good, also if they say yes
 * again before its release. What is only approved stays, and is looked at again when it is to be asked.
 */
export async function endPairsOfOptedOut(
  tx: Tx,
  organizationId: string,
  people: readonly string[],
): Promise<void> {
  for (const pair of await lockPairs(tx, organizationId, people, notYetMade)) {
    const { state } = pair;
    pair.closeQuietly('opted-out', tx.now);
    if (pair.state !== state) await keepTransition(tx, pair, actorOf(tx.scope), 'closed quietly');
  }
}

/**
 * Whom the organization bars: suggestions go from its boards, whatever was asked or made ends inside, and an approval runs its
 * course without a question.
 */
export async function endPairsOfBarred(tx: Tx, organizationId: string, personId: string): Promise<void> {
  // No plan is kept at their evenings meanwhile: whoever keeps one locks the evening and looks again.
  await tx.query(
    `select from events where organization_id = $1 and id in (select event_id from attendees where person_id = $2)
     order by id for no key update`,
    [organizationId, personId],
  );
  for (const pair of await lockPairs(tx, organizationId, [personId], notYetOver)) {
    if (pair.state === 'suggested') {
      pair.dismiss('replaced', tx.now);
      await keepTransition(tx, pair, actorOf(tx.scope), 'replaced');
    } else if (pair.endForSafety('barred', tx.now)) {
      await endFollowUps(tx, pair.id);
      await keepTransition(tx, pair, actorOf(tx.scope), 'barred');
    }
  }
}

/** In the order of ids, as everything that locks several. */
async function lockPairs(
  tx: Tx,
  organizationId: string,
  people: readonly string[],
  states: readonly IntroductionState[],
): Promise<Introduction[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from introductions where organization_id = $1 and state = any ($3)
       and (person_a = any ($2::uuid[]) or person_b = any ($2::uuid[])) order by id for no key update`,
    [organizationId, people, states],
  );
  const pairs = [];
  for (const { id } of rows) pairs.push(found(await tx.one(Introduction, { id, organizationId })));
  return pairs;
}
