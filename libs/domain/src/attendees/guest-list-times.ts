import { Temporal } from 'temporal-polyfill';
import { foldWord, readYesNo } from './guest-list-words.ts';

/** A check-in cell: when, `true` for "came, nobody wrote when", null for not checked in. */
export type ReadCheckIn = { at: Date | true | null } | { unreadable: true };

const isoLike =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const dayAndTime =
  /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?:,? +(?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP])\.?M\.?)?)?$/i;

/**
 * Reads a check-in time. With an offset or Z it is that instant, without one it is local to the event. "10/19/26 18:05"
 * has the month first, as Eventbrite writes it, unless the first number cannot be a month; "19.10.2026" has the day
 * first. A two-digit year is the one nearest to the import. Words such as "yes" say that somebody came, not when, and so
 * does a date without a time.
 */
export function readCheckIn(cell: string, eventTimeZone: string, importedAt: Date): ReadCheckIn {
  const text = cell.trim();
  if (text === '' || text === '-') return { at: null };
  const answer = readYesNo(text);
  if (answer !== null) return { at: answer === 'yes' ? true : null };
  const word = foldWord(text);
  if (['checkedin', 'attended', 'came', 'arrived'].includes(word)) return { at: true };
  if (['notcheckedin', 'noshow', 'absent', 'never', 'didnotattend'].includes(word)) return { at: null };
  try {
    return { at: readIso(text, eventTimeZone) ?? readDayAndTime(text, eventTimeZone, importedAt) };
  } catch {
    return { unreadable: true };
  }
}

function readIso(text: string, zone: string): Date | true | null {
  const [, date, time, offset] = isoLike.exec(text) ?? [];
  if (date === undefined) return null;
  const day = Temporal.PlainDate.from(date);
  if (time === undefined) return true;
  const local = day.toPlainDateTime(Temporal.PlainTime.from(/^\d:/.test(time) ? `0${time}` : time));
  if (offset === undefined) return instant(local.toZonedDateTime(zone));
  const utc = /^[a-z]/i.test(offset);
  return instant(local.toZonedDateTime(utc ? 'UTC' : offset.replace(/^(...):?/, '$1:')));
}

/** @throws RangeError when the text is no such time or names a day that does not exist */
function readDayAndTime(text: string, zone: string, importedAt: Date): Date | true {
  const parts = dayAndTime.exec(text);
  if (parts === null) throw new RangeError('not a time');
  const [, first = '', separator, second = '', yearText = '', hours, minutes, seconds, half] = parts;
  const dayFirst = separator === '.' || Number(first) > 12;
  const date = Temporal.PlainDate.from(
    {
      year: yearText.length === 2 ? nearestYear(Number(yearText), importedAt) : Number(yearText),
      month: Number(dayFirst ? second : first),
      day: Number(dayFirst ? first : second),
    },
    { overflow: 'reject' },
  );
  if (hours === undefined) return true;
  const time = { hour: hourOf(Number(hours), half), minute: Number(minutes), second: Number(seconds ?? 0) };
  return instant(
    date.toPlainDateTime(Temporal.PlainTime.from(time, { overflow: 'reject' })).toZonedDateTime(zone),
  );
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) throw new RangeError('not an hour of a twelve-hour clock');
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

function nearestYear(twoDigits: number, importedAt: Date): number {
  const now = importedAt.getUTCFullYear();
  return twoDigits + 100 * Math.round((now - twoDigits) / 100);
}

const instant = (time: Temporal.ZonedDateTime): Date => new Date(time.epochMilliseconds);
