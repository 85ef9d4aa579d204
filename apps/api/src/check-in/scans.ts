import { type Keys, type NewScan, verifyTicket } from '#libs/database';
import { type Actor, type ScanKind, normaliseEmail, scanTime, wasOpen } from '#libs/domain';
import type { DoorRow } from './door-key.ts';
import type { ScanInput } from './door.dto.ts';

/** A scan as a phone sent it, its ticket verified. */
export interface HeardScan {
  nonce: string;
  kind: ScanKind;
  attendeeId: string | null;
  /** What it is when it is nobody's. */
  otherwise: NewScan['otherwise'];
  scannedAt: Date;
  forced: boolean;
  /** Of a walk-in; null: the address cannot be one, or a field is missing. */
  walkIn: { name: string; email: string } | null;
}

/** A ticket says who it is of, whatever else stands beside it; a forged one is nobody's. */
export function heardScan(keys: Keys, scan: ScanInput): HeardScan {
  const { nonce, kind, ticket } = scan;
  const attendeeId = ticket === undefined ? (scan.attendeeId ?? null) : verifyTicket(keys, ticket);
  const otherwise = kind === 'walk-in' ? 'not-confirmed' : ticket === undefined ? 'wrong-event' : 'forged';
  return {
    nonce,
    kind,
    attendeeId: kind === 'walk-in' ? null : attendeeId,
    otherwise,
    scannedAt: new Date(scan.scannedAt),
    forced: scan.force ?? false,
    walkIn: kind === 'walk-in' ? walkInOf(scan) : null,
  };
}

function walkInOf({ name = '', email = '' }: ScanInput): HeardScan['walkIn'] {
  const address = normaliseEmail(email);
  return address === null || name === '' ? null : { name, email: address };
}

/** Whether it lets somebody in who may not be going: that is decided at the desk, under the lock of the seats. */
export const needsDesk = ({ kind, forced }: Pick<HeardScan, 'kind' | 'forced'>): boolean =>
  kind === 'walk-in' || kind === 'let-in' || (kind === 'in' && forced);

/**
 * Whether a door lets in by it. Once it is closed only whoever stood there while it was open, or a link of long ago would
 * fill lists for a week; and nobody at an evening that was called off.
 */
export const mayLetIn = (
  { scannedAt }: HeardScan,
  { startsAt, expiresAt, isCancelled }: DoorRow,
  now: Date,
): boolean => !isCancelled && (now < expiresAt || wasOpen(scannedAt, startsAt, expiresAt));

/** A scan of this door, to be kept. */
export function newScanOf(
  { nonce, kind, attendeeId, otherwise, scannedAt, forced }: HeardScan,
  door: DoorRow,
  actor: Actor,
  now: Date,
): NewScan {
  const latest = now < door.expiresAt ? now : door.expiresAt;
  const { organizationId, eventId, label } = door;
  return {
    organizationId,
    eventId,
    attendeeId,
    otherwise,
    nonce,
    kind,
    scannedAt: scanTime(scannedAt, door.startsAt, latest),
    forced,
    actor,
    by: label,
  };
}
