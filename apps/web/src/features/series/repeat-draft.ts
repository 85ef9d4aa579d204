import type { SeriesRule } from './series-queries.ts';

export type Weekday = SeriesRule['weekdays'][number];
export const weekdays: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** What is typed; numbers as text while they are typed. */
export interface RepeatDraft {
  pattern: SeriesRule['pattern'];
  interval: number | string;
  weekdays: readonly Weekday[];
  ends: 'never' | 'count' | 'until';
  count: number | string;
  until: string;
  announces: boolean;
  leaveOut: readonly string[];
}

/** Sunday comes first for JavaScript. */
export function weekdayOf(day: string): Weekday {
  const at = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[at] ?? 'MO';
}

export const firstDraft = (firstDay: string, announces: boolean): RepeatDraft => ({
  pattern: 'weeks',
  interval: 1,
  weekdays: [weekdayOf(firstDay)],
  ends: 'never',
  count: 10,
  until: '',
  announces,
  leaveOut: [],
});

/** The rule as the api takes it; null while something is missing. */
export function ruleOf(draft: RepeatDraft): SeriesRule | null {
  const { pattern, ends, until } = draft;
  const [interval, count] = [Number(draft.interval), Number(draft.count)];
  const fits = (value: number, from: number, to: number): boolean =>
    Number.isInteger(value) && value >= from && value <= to;
  if (!fits(interval, 1, 12) || (ends === 'count' && !fits(count, 2, 200))) return null;
  if (ends === 'until' && until === '') return null;
  return {
    pattern,
    interval,
    weekdays: pattern === 'weeks' ? weekdays.filter((day) => draft.weekdays.includes(day)) : [],
    count: ends === 'count' ? count : null,
    until: ends === 'until' ? until : null,
  };
}
