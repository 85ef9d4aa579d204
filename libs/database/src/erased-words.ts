import { type Introduction, type IntroductionSide, type ReasonRow, reasonLine } from '#libs/domain';
import { sidesOf } from './introductions.ts';
import { type Leaving, speaksOf } from './leaving.ts';
import type { Tx } from './tx.ts';

const neutral: ReasonRow = { code: 'same-evening', values: {} };

/**
 * Empties what the two sides of these introductions read and wrote about each other. Somebody's question that is still open
 * keeps its sentence until its last day, so that an erasure looks like silence (introductions.md, Who knows what); one that
 * names who has left goes at once.
 * @returns the last of those days; null when nothing is left
 */
export async function emptyWordsAbout(
  tx: Tx,
  leaving: Leaving,
  pairs: readonly Introduction[],
): Promise<Date | null> {
  const sides = Map.groupBy(
    await sidesOf(
      tx,
      pairs.map(({ id }) => id),
    ),
    ({ introductionId }) => introductionId,
  );
  const ends: number[] = [];
  for (const pair of pairs) {
    for (const side of sides.get(pair.id) ?? []) {
      const isTheirs = side.personId === leaving.personId;
      const end = isTheirs ? null : openUntil(tx, pair, side);
      if (end !== null && keepsLine(leaving, pair, side)) ends.push(end.getTime());
      else emptyLine(pair, side);
      const reason = side.privateReason;
      if (isTheirs || end === null || speaksOf(leaving, reason)) side.privateReason = null;
      if (isTheirs) Object.assign(side, { contact: null, step: null });
      side.features = null;
      await tx.save(side);
    }
    Object.assign(pair, { reasonA: neutral, reasonB: neutral, note: null });
    await tx.save(pair);
  }
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Its last day while its reader can still open the question; null when there is nothing to open. */
function openUntil(tx: Tx, { introducedAt }: Introduction, { askEndsAt }: IntroductionSide): Date | null {
  return introducedAt === null && askEndsAt !== null && askEndsAt > tx.now ? askEndsAt : null;
}

const keepsLine = (leaving: Leaving, pair: Introduction, { personId }: IntroductionSide): boolean =>
  !speaksOf(leaving, personId === pair.personA ? pair.reasonTextA : pair.reasonTextB);

function emptyLine(pair: Introduction, { personId }: IntroductionSide): void {
  const line = pair.frozenAt === null ? null : reasonLine(neutral);
  if (personId === pair.personA) pair.reasonTextA = line;
  else pair.reasonTextB = line;
}
