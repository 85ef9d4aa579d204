import { type Tx, wakeAt } from '#libs/database';
import type { JobType, Jobs } from './catalogue.ts';

export interface When {
  /** Jobs with one key are one job: the newest payload and time win. */
  key: string;
  /** Product time; now when absent. */
  runAt?: Date;
}

/** Adds a job in the caller's transaction: it exists exactly when the change does. */
export function later<Type extends JobType>(
  tx: Tx,
  type: Type,
  payload: Jobs[Type],
  when: When,
): Promise<void> {
  return wakeAt(tx, type, payload, { key: when.key, runAt: when.runAt ?? tx.now });
}
