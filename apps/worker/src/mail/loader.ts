import type { Keys, Tx } from '#libs/database';
import type { CalendarEntry } from '#libs/domain';
import type { ClaimedMail } from './mail-row.ts';

export interface Tools {
  keys: Keys;
  publicUrl: string;
}

export interface Loaded<Facts> {
  facts: Facts;
  /** The event's zone, by which kinds of working hours leave; null for the others. */
  timeZone: string | null;
  /** Where an answer goes, when not to the sender. */
  replyTo?: string;
  /** For the reader's calendar, which follows by itself. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; entry: CalendarEntry };
  /** What the QR code says that goes with it. */
  ticket?: string;
}

/**
 * Reads the truth at the moment the mail leaves and mints its links; null means that it must not leave any more, because
 * what it would say is no longer so or somebody it speaks of has withdrawn.
 */
export type Loader<Facts> = (tx: Tx, mail: ClaimedMail, tools: Tools) => Promise<Loaded<Facts> | null>;
