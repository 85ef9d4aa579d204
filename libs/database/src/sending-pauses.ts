import type { Reader, Tx } from './tx.ts';

// Nothing leaves while sending is paused: the fault is the sender's (a password that is wrong), not a mail's, so every mail
// stays queued and no attempt counts. Real time throughout.

/** 'sign-in': the mail server does not take our name and password. */
export type PauseReason = 'sign-in';

export interface SendingPause {
  reason: PauseReason;
  pausedAt: Date;
  /** When one worker asks the server again; null: not before somebody ends the pause. */
  probeAt: Date | null;
}

/** Minutes between the probes. */
const probeWaits = [1, 2, 5, 10, 30];

/**
 * Pauses sending in the whole installation. A pause that stands already stays as it is, so that its probes go on.
 * @returns whether it is new
 */
export async function pauseSending(tx: Tx, reason: PauseReason, until: Date | null): Promise<boolean> {
  const rows = await tx.query(
    `insert into sending_pause (reason, paused_at, probe_at) values ($1, clock_timestamp(), $2)
     on conflict (id) do nothing returning 1`,
    [reason, until],
  );
  return rows.length === 1;
}

/** The pause that stands; null when mail leaves. */
export async function sendingPause(reader: Reader): Promise<SendingPause | null> {
  const [row] = await reader.query<SendingPause>(
    `select reason, paused_at as "pausedAt", probe_at as "probeAt" from sending_pause`,
  );
  return row ?? null;
}

/** @returns whether there was a pause to end; the workers are woken when the transaction commits */
export async function resumeSending(tx: Tx): Promise<boolean> {
  const rows = await tx.query('delete from sending_pause returning 1');
  if (rows.length === 0) return false;
  await tx.query(`select pg_notify('mail', '')`);
  return true;
}

/** Whether sending is free ('open'), paused, or paused and this caller is the one who asks the server now. */
export async function takeProbe(tx: Tx): Promise<'open' | 'paused' | 'probe'> {
  const [row] = await tx.query<{ due: boolean }>(
    'select coalesce(probe_at <= clock_timestamp(), false) as due from sending_pause',
  );
  if (row === undefined) return 'open';
  if (!row.due) return 'paused';
  const taken = await tx.query(
    `update sending_pause set probes = probes + 1,
       probe_at = clock_timestamp() + make_interval(mins => ($1::int[])[least(probes + 2, array_length($1::int[], 1))])
     where probe_at <= clock_timestamp() returning 1`,
    [probeWaits],
  );
  return taken.length === 1 ? 'probe' : 'paused';
}
