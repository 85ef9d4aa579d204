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
 * Pauses sending in the whole installation; the server is asked again in a minute. A pause that stands already stays as it
 * is, so that its probes go on.
 * @returns whether it is new
 */
export async function pauseSending(tx: Tx, reason: PauseReason): Promise<boolean> {
  const rows = await tx.query(
    `insert into sending_pause (reason, paused_at, probe_at)
     values ($1, clock_timestamp(), clock_timestamp() + make_interval(mins => $2))
     on conflict (id) do nothing returning 1`,
    [reason, probeWaits[0] ?? 1],
  );
  return rows.length === 1;
}

/** The mail that was to ask the server had to stay behind: the next one asks now. */
export async function giveProbeBack(tx: Tx): Promise<void> {
  await tx.query(
    `update sending_pause set probes = greatest(probes - 1, 0), probe_at = clock_timestamp() where probe_at is not null`,
  );
  await tx.query(`select pg_notify('mail', '')`);
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

/** Whether sending is free, paused, or paused and the server due to be asked. */
export async function sendingState(reader: Reader): Promise<'free' | 'paused' | 'probe due'> {
  const [pause] = await reader.prepared<{ due: boolean }>(
    'sending-state',
    'select coalesce(probe_at <= clock_timestamp(), false) as due from sending_pause',
  );
  if (pause === undefined) return 'free';
  return pause.due ? 'probe due' : 'paused';
}

/** Of all workers one asks the server now, and the next one later. @returns whether it is this one */
export async function takeProbe(tx: Tx): Promise<boolean> {
  const rows = await tx.query(
    `update sending_pause set probes = probes + 1,
       probe_at = clock_timestamp() + make_interval(mins => ($1::int[])[least(probes + 2, cardinality($1::int[]))])
     where probe_at <= clock_timestamp() returning 1`,
    [probeWaits],
  );
  return rows.length === 1;
}
