import type { Tx } from './tx.ts';

const day = 24 * 60 * 60_000;
/** Three months. */
const pauseDays = 91;

/** No introductions for three months from now, whoever hosts; a pause that ends later stays as it is. */
export async function pauseForMonths(tx: Tx, personId: string): Promise<void> {
  await tx.query(
    `update people set introductions_paused_until = greatest(introductions_paused_until, $2::timestamptz) where id = $1`,
    [personId, new Date(tx.now.getTime() + pauseDays * day)],
  );
}
