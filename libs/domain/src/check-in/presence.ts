import type { AttendeeStatus } from '../attendees/attendee.ts';

export const scanKinds = ['in', 'undo', 'walk-in', 'let-in'] as const;
export type ScanKind = (typeof scanKinds)[number];

/** What a scan came to, as the phone that sent it is told (product.md, Check-in). */
export const scanOutcomes = [
  'ok',
  'already',
  'not-confirmed',
  'wrong-event',
  'cancelled',
  'forged',
  'undone',
] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];

/** One scan of one attendee, as it is kept. */
export interface Scan {
  nonce: string;
  kind: ScanKind;
  scannedAt: Date;
  outcome: ScanOutcome;
}

/** Where somebody is: since which scan they are in, and until when check-ins count no more. */
export interface Presence<Kept extends Scan = Scan> {
  since: Kept | null;
  undoneAt: Date | null;
}

/**
 * When somebody came is the first check-in after the last undo, by the times of the phones: a function of the scans and
 * not of the order in which they arrive, so that two doors without a network agree once both were heard. Of a check-in and an
 * undo of the same moment the undo counts. A scan that was refused when it arrived (they were not going) counts once they
 * are going, or once another scan let them in: they stood there.
 */
export function presenceOf<Kept extends Scan>(
  scans: readonly Kept[],
  status: AttendeeStatus,
): Presence<Kept> {
  const undos = scans.filter(({ kind }) => kind === 'undo').map(({ scannedAt }) => scannedAt.getTime());
  const undoneAt = undos.length === 0 ? null : new Date(Math.max(...undos));
  const later = scans.filter(
    ({ kind, scannedAt }) => kind !== 'undo' && (undoneAt === null || scannedAt > undoneAt),
  );
  const isLetIn = status === 'confirmed' || later.some(({ outcome }) => wasLetIn(outcome));
  return { since: isLetIn ? (later.sort(byTime)[0] ?? null) : null, undoneAt };
}

const wasLetIn = (outcome: ScanOutcome): boolean => outcome === 'ok' || outcome === 'already';

/** By their own times; of two of the same moment always the same one is first. */
export const byTime = (a: Pick<Scan, 'scannedAt' | 'nonce'>, b: Pick<Scan, 'scannedAt' | 'nonce'>): number =>
  a.scannedAt.getTime() - b.scannedAt.getTime() || (a.nonce < b.nonce ? -1 : 1);

/**
 * What one more scan comes to, given those that arrived before it. `already` is told to whoever arrives second, also when
 * theirs was the earlier scan, whose time then counts. A check-in that an undo took back meanwhile is `undone`.
 */
export function outcomeOf(
  { kind, scannedAt }: Pick<Scan, 'kind' | 'scannedAt'>,
  before: { isIn: boolean; undoneAt: Date | null },
  status: AttendeeStatus,
): ScanOutcome {
  if (kind === 'undo') return 'undone';
  if (before.isIn) return 'already';
  if (status !== 'confirmed') return status === 'cancelled' ? 'cancelled' : 'not-confirmed';
  return before.undoneAt !== null && scannedAt <= before.undoneAt ? 'undone' : 'ok';
}

const hour = 3_600_000;

/** How long before its evening a door may be tried out. */
const hoursBefore = 12;

const earliestOf = (startsAt: Date): Date => new Date(startsAt.getTime() - hoursBefore * hour);

/** A scan keeps the time of its phone, whose clock may be wrong: at least 12 hours before the start, at most `latest`. */
export function scanTime(told: Date, startsAt: Date, latest: Date): Date {
  return new Date(Math.min(Math.max(told.getTime(), earliestOf(startsAt).getTime()), latest.getTime()));
}

/** Whether the door was open by the phone's own clock, or could be tried out. */
export const wasOpen = (told: Date, startsAt: Date, expiresAt: Date): boolean =>
  told >= earliestOf(startsAt) && told < expiresAt;

/** A door closes six hours after its evening; what its phones scanned before is still taken for a week. */
export const doorHours = 6;
export const lateScanDays = 7;

export const doorEnd = (endsAt: Date): Date => new Date(endsAt.getTime() + doorHours * hour);
export const lateScansEnd = (expiresAt: Date): Date =>
  new Date(expiresAt.getTime() + lateScanDays * 24 * hour);
