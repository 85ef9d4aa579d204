import {
  type Event,
  EventSeries,
  type SeriesExtras,
  dayAfter,
  daysOf,
  localOf,
  newId,
  ruleText,
  templateOf,
} from '#libs/domain';
import { slugOf } from '../slugs.ts';
import type { SeriesRuleInput } from './series.dto.ts';

/** How many dates are shown before they are made. */
export const shownAhead = 12;

export const noExtras: SeriesExtras = { panels: [], mixer: null };

export const dayOf = ({ startsLocal }: Event): string => startsLocal.slice(0, 10);

/** A series as an event would begin it. @throws DomainError not-well-formed */
export function seriesFrom(
  event: Event,
  capacity: number,
  { pattern, interval, weekdays = [], count = null, until = null }: SeriesRuleInput,
  extras: SeriesExtras,
  now: Date,
): EventSeries {
  const firstDay = dayOf(event);
  const chosen = pattern === 'weeks' ? weekdays : [];
  return Object.assign(new EventSeries(), {
    id: newId(),
    organizationId: event.organizationId,
    slug: slugOf(event.title, 120, 'series'),
    rule: ruleText({ pattern, interval, weekdays: chosen, count, until }, firstDay),
    firstDay,
    template: templateOf(event, capacity),
    extras,
    announces: false,
    nextAt: null,
    version: 1,
    createdAt: now,
  });
}

/** The first days after the first date that have not begun. */
export function nextDays(series: EventSeries, now: Date): string[] {
  const today = localOf(now, series.template.timeZone).slice(0, 10);
  const { rule, firstDay } = series;
  const days: string[] = [];
  let day = dayAfter(rule, firstDay, firstDay > today ? firstDay : today);
  while (day !== null && days.length < shownAhead) {
    days.push(day);
    day = dayAfter(rule, firstDay, day);
  }
  return days;
}

export const isDayOf = ({ rule, firstDay }: EventSeries, day: string): boolean =>
  daysOf(rule, firstDay, day, day).length > 0;
