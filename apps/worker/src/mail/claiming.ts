import { type Tx, sendingState, takeProbe } from '#libs/database';
import type { ClaimedMail } from './mail-row.ts';
import { claimSome, giveBack, settleAbandoned } from './queue.ts';

export interface Claimed {
  mails: ClaimedMail[];
  /** The one mail asks the server whether it takes our name and password again. */
  probing: boolean;
}

/**
 * The next mails of the queue, for this worker alone; none while sending is paused, and one when the server is due to be
 * asked again.
 */
export async function claimNext(tx: Tx, leaseSeconds: number, atMost: number): Promise<Claimed> {
  const state = await sendingState(tx);
  if (state === 'paused') return { mails: [], probing: false };
  const probing = state === 'probe due';
  const mails = await claimSome(tx, leaseSeconds, probing ? 1 : atMost);
  if (!probing || mails.length === 0 || (await takeProbe(tx))) return { mails, probing };
  await giveBack(tx, mails);
  return { mails: [], probing: false };
}

/** The same, after what dead workers left behind was put right. */
export async function lookAround(tx: Tx, leaseSeconds: number, atMost: number): Promise<Claimed> {
  await settleAbandoned(tx);
  return claimNext(tx, leaseSeconds, atMost);
}
