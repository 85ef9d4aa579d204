import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../errors.ts';

/** Whether the runtime knows this IANA zone by name ("America/Los_Angeles"); offsets such as "+02:00" are no zones. */
export function isTimeZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false;
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a local minute that stands in a calendar, like "2026-10-19T18:00". */
export function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a local time ("2026-10-19T18:00") in an IANA zone. A local time that a clock change skips means the
 * later reading, one that happens twice the first (product.md, Time).
 * @throws DomainError unknown-time-zone, not-well-formed
 */
export function instantOf(local: string, zone: string): Date {
  if (!isTimeZone(zone)) throw new DomainError('unknown-time-zone', [{ pointer: '/timeZone', detail: zone }]);
  try {
    const time = Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' });
    return new Date(time.epochMilliseconds);
  } catch {
    throw new DomainError('not-well-formed', [{ pointer: '/startsLocal', detail: local }]);
  }
}

/** An instant as the clocks of a zone show it, with their offset: "2026-10-19T18:00:00-07:00" (ISO 8601, schema.org). */
export function localWithOffset(instant: Date, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return time.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** The local minute of an instant in a zone: "2026-10-19T18:00". */
export function localOf(instant: Date, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
