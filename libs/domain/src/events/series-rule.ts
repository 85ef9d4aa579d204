import { words } from '#libs/words';
import { DomainError } from '../errors.ts';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const seriesPatterns = ['weeks', 'month-day', 'month-weekday', 'month-last-weekday'] as const;
export type SeriesPattern = (typeof seriesPatterns)[number];

/** How often an event comes again. What a month repeats, its day or its weekday, is that of the first date. */
export interface SeriesRule {
  pattern: SeriesPattern;
  /** From one to the next, in weeks or months: 1 to 12. */
  interval: number;
  /** Of `weeks`, the weekday of the first date among them; empty for the others. */
  weekdays: Weekday[];
  /** How many dates in all, the first included: 2 to 200. */
  count: number | null;
  /** The last day there may be a date, "2027-06-30". */
  until: string | null;
}

const pattern = new RegExp(
  '^FREQ=(?:WEEKLY;INTERVAL=(\\d+);BYDAY=([A-Z,]+)|MONTHLY;INTERVAL=(\\d+);(BYMONTHDAY=\\d+|BYDAY=-?\\d[A-Z]{2}))' +
    '(?:;COUNT=(\\d+)|;UNTIL=(\\d{8}))?$',
);

/**
 * The rule as RFC 5545 writes it, for a first date "2026-10-20".
 * @throws DomainError not-well-formed, pointing at the part that does not go with the first date
 */
export function ruleText(rule: SeriesRule, first: string): string {
  const fault = faultOf(rule, first);
  if (fault !== null) throw new DomainError('not-well-formed', [fault]);
  const end =
    rule.count !== null
      ? `;COUNT=${String(rule.count)}`
      : rule.until !== null
        ? `;UNTIL=${rule.until.replaceAll('-', '')}`
        : '';
  return `FREQ=${frequencyOf(rule, first)}${end}`;
}

function frequencyOf({ pattern, interval, weekdays: chosen }: SeriesRule, first: string): string {
  const each = `INTERVAL=${String(interval)}`;
  const [day, weekday] = [dayOfMonth(first), weekdayOf(first)];
  if (pattern === 'weeks') {
    return `WEEKLY;${each};BYDAY=${weekdays.filter((one) => chosen.includes(one)).join(',')}`;
  }
  if (pattern === 'month-day') return `MONTHLY;${each};BYMONTHDAY=${String(day)}`;
  const nth = pattern === 'month-last-weekday' ? -1 : Math.ceil(day / 7);
  return `MONTHLY;${each};BYDAY=${String(nth)}${weekday}`;
}

function faultOf(rule: SeriesRule, first: string): { pointer: string; detail: string } | null {
  const { faults } = words.series;
  if (rule.pattern === 'weeks' && !rule.weekdays.includes(weekdayOf(first))) {
    return { pointer: '/weekdays', detail: faults.firstWeekday };
  }
  if (!patternsOf(first).includes(rule.pattern)) return { pointer: '/pattern', detail: faults.pattern };
  if (rule.count !== null && rule.until !== null) return { pointer: '/until', detail: faults.oneEnd };
  if (rule.until !== null && rule.until < first) return { pointer: '/until', detail: faults.endsBefore };
  return null;
}

/** The patterns a first date can have: a fifth Tuesday is the last one, and no month's fifth every time. */
export function patternsOf(first: string): SeriesPattern[] {
  const day = dayOfMonth(first);
  const [year = 0, month = 0] = first.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return seriesPatterns.filter(
    (one) => (one !== 'month-weekday' || day <= 28) && (one !== 'month-last-weekday' || day > lastDay - 7),
  );
}

/** What `ruleText` wrote. */
export function readRule(text: string): SeriesRule {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`No rule of a series: ${text}`);
  const [, weeks, days, months, monthly = '', count, until] = match;
  return {
    pattern: weeks === undefined ? monthlyPattern(monthly) : 'weeks',
    interval: Number(weeks ?? months),
    weekdays: (days?.split(',') ?? []) as Weekday[],
    count: count === undefined ? null : Number(count),
    until: until?.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3') ?? null,
  };
}

function monthlyPattern(part: string): SeriesPattern {
  if (part.startsWith('BYMONTHDAY')) return 'month-day';
  return part.startsWith('BYDAY=-1') ? 'month-last-weekday' : 'month-weekday';
}

/** The same rule with this as its last day. */
export function endingOn(text: string, lastDay: string): string {
  return `${text.replace(/;(COUNT|UNTIL)=\d+$/, '')};UNTIL=${lastDay.replaceAll('-', '')}`;
}

const dayOfMonth = (day: string): number => Number(day.slice(8));

function weekdayOf(day: string): Weekday {
  // Sunday is the first day for JavaScript.
  const at = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[at] ?? 'MO';
}
