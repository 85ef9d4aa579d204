import { type Tx, keepTransition, record } from '#libs/database';
import { DomainError, type Introduction, type Member } from '#libs/domain';
import type { Decided } from '#libs/suggestions';
import { words } from '#libs/words';
import { readPair, refusedWith } from './board.ts';
import type { RefusedDrop } from './decisions.dto.ts';
import { lockIntroduction } from './evening.ts';
import type { DecisionOn } from './introductions.dto.ts';
import { keepApart } from './own-pairs.ts';

// What becomes of one pair, within the write that has locked its evening.

/** @throws DomainError what the act throws, or changed-meanwhile, with the pair as it stands */
export async function change(
  tx: Tx,
  member: Member,
  eventId: string,
  { id, version }: DecisionOn,
  act: (introduction: Introduction) => void,
): Promise<Introduction> {
  const introduction = await lockIntroduction(tx, member, eventId, id);
  const seen = introduction.versionSeen;
  try {
    // Its state first: "the first question has left already" says more than that something changed.
    act(introduction);
    if (seen !== version) throw new DomainError('changed-meanwhile');
  } catch (error) {
    throw await refusedWith(tx, member, eventId, id, error);
  }
  return introduction;
}

export async function keep(
  tx: Tx,
  { actor }: Member,
  introduction: Introduction,
  transition: 'dropped' | 'taken-back' | 'brought-back',
): Promise<void> {
  await keepTransition(tx, introduction, actor, transition);
  await record(tx, actor, `introduction.${transition}`, introduction.id);
}

/** Never: the two are kept apart from now on. A refusal has changed nothing. */
export async function drop(
  tx: Tx,
  member: Member,
  eventId: string,
  decision: DecisionOn,
): Promise<Introduction> {
  const dropped = await change(tx, member, eventId, decision, (introduction) => {
    introduction.dismiss('by-host', tx.now);
  });
  await keepApart(tx, dropped);
  await keep(tx, member, dropped, 'dropped');
  return dropped;
}

export interface Drops extends Decided {
  dropped: Introduction[];
  refused: RefusedDrop[];
}

/** Each on its own: one that cannot be dropped does not stop the others. */
export async function dropEach(
  tx: Tx,
  member: Member,
  eventId: string,
  decisions: readonly DecisionOn[],
): Promise<Drops> {
  const [dropped, refused]: [Introduction[], RefusedDrop[]] = [[], []];
  for (const decision of decisions) {
    try {
      dropped.push(await drop(tx, member, eventId, decision));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused.push(await refusal(tx, member, eventId, decision.id, error));
    }
  }
  const touched = dropped.flatMap(({ personA, personB }) => [personA, personB]);
  return { dropped, refused, touched: [...new Set(touched)], gone: [] };
}

async function refusal(
  tx: Tx,
  member: Member,
  eventId: string,
  id: string,
  { code, category }: DomainError,
): Promise<RefusedDrop> {
  const current = category === 'conflict' ? await readPair(tx, member, eventId, id) : null;
  return { id, code, detail: words.problems[code], current };
}
