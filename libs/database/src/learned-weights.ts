import { type Learned, type Weights, fixedWeights } from '#libs/domain';
import type { Reader, Tx } from './tx.ts';

/**
 * The weights that suggestions are made with: what this installation learned, if the newest attempt was better than the
 * fixed ones, else the fixed ones. A weight that is newer than the attempt is the fixed one.
 */
export async function weightsNow(reader: Reader): Promise<Weights> {
  const [newest] = await reader.query<{ verdict: string; weights: Partial<Weights> }>(
    'select verdict, weights from learned_weights order by version desc limit 1',
  );
  return newest?.verdict === 'better' ? { ...fixedWeights, ...newest.weights } : fixedWeights;
}

/** How many answers the newest attempt had; 0 before the first. */
export async function answersLearnedFrom(reader: Reader): Promise<number> {
  const [newest] = await reader.query<{ answers: number }>(
    'select answers from learned_weights order by version desc limit 1',
  );
  return newest?.answers ?? 0;
}

export async function keepLearned(tx: Tx, learned: Learned): Promise<void> {
  const { verdict, weights, answers, evenings, held } = learned;
  await tx.query(
    `insert into learned_weights (version, verdict, weights, answers, evenings, held, learned_at)
     select coalesce(max(version), 0) + 1, $1, $2, $3, $4, $5, $6 from learned_weights`,
    [
      verdict,
      JSON.stringify(weights),
      answers,
      evenings,
      held === null ? null : JSON.stringify(held),
      tx.now,
    ],
  );
}
