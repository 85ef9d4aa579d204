import { Temporal } from 'temporal-polyfill';
import { Event } from './event.ts';
import { EventSeries } from './event-series.ts';
import { daysOf } from './series-days.ts';
import { ruleText } from './series-rule.ts';
import { templateOf } from './series-template.ts';
import { instantOf, isTimeZone, localOf } from './time.ts';

/** Weekly from this first date on, in this zone; each date ends on the next day. */
function weekly(first: string, startTime: string, timeZone: string, count: number | null): EventSeries {
  const endDay = Temporal.PlainDate.from(first).add({ days: 1 }).toString();
  const details = {
    ...{ title: 'Cold ears', description: '', place: '', city: '', privatePlace: null, timeZone },
    ...{ startsLocal: `${first}T${startTime}`, endsLocal: `${endDay}T${startTime}` },
  };
  const event = Event.draft('e', 'o', 'cold-ears', details, new Date(0));
  const rule = { pattern: 'weeks', interval: 1, weekdays: [weekdayOf(first)], count, until: null } as const;
  return Object.assign(new EventSeries(), {
    rule: ruleText({ ...rule, weekdays: [...rule.weekdays] }, first),
    firstDay: first,
    template: templateOf(event, 12),
  });
}

/** Every change of a zone's clocks from 2026 to 2030. */
function changesOf(zone: string): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let at = Temporal.PlainDateTime.from('2026-01-01T00:00')
    .toZonedDateTime(zone)
    .getTimeZoneTransition('next');
  while (at !== null && at.year <= 2030) {
    changes.push(at);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

describe('a series in any zone of the world', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter(isTimeZone);

  it('shows the same time on the wall on each side of every change of the clocks from 2026 to 2030', () => {
    let seen = 0;
    for (const timeZone of zones) {
      for (const change of changesOf(timeZone)) {
        const first = change.toPlainDate().subtract({ days: 7 }).toString();
        const series = weekly(first, '19:00', timeZone, 3);
        const days = daysOf(series.rule, first, first, '2031-02-01');
        expect(days).toHaveLength(3);
        expect(days.map((day) => localOf(series.startOf(day), timeZone))).toEqual(
          days.map((day) => `${day}T19:00`),
        );
        seen += 1;
      }
    }
    // The control: there are changes to be seen, and counting in hours would miss them.
    expect(zones.length).toBeGreaterThan(400);
    expect(seen).toBeGreaterThan(1000);
    const [change] = changesOf('Europe/Berlin');
    const before = instantOf(
      `${change!.toPlainDate().subtract({ days: 7 }).toString()}T19:00`,
      'Europe/Berlin',
    );
    const counted = new Date(before.getTime() + 7 * 86_400_000);
    expect(localOf(counted, 'Europe/Berlin').slice(11)).not.toBe('19:00');
  }, 120_000);

  it('begins later in an hour that is lost and at the first of two, as a single event does', () => {
    const strange: string[] = [];
    let lost = 0;
    let twice = 0;
    for (const timeZone of zones) {
      for (const change of changesOf(timeZone)) {
        const before = change.subtract({ nanoseconds: 1 });
        const jump = (change.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
        // Half an hour into what is lost, or into what comes twice.
        const wall = change
          .toPlainDateTime()
          .subtract({ minutes: jump > 0 ? jump : 0 })
          .add({ minutes: Math.abs(jump) / 2 });
        const day = wall.toPlainDate().toString();
        const startTime = wall.toPlainTime().toString({ smallestUnit: 'minute' });
        const first = wall.toPlainDate().subtract({ days: 7 }).toString();
        const series = weekly(first, startTime, timeZone, null);
        const startsAt = series.startOf(day);
        expect(startsAt).toEqual(instantOf(`${day}T${startTime}`, timeZone));
        const shown = localOf(startsAt, timeZone);
        const wished = `${day}T${startTime}`;
        // Later on the clock after a lost hour; as wished, and before the clocks go back, where it comes twice.
        const asASingleEvent =
          jump > 0 ? shown > wished : shown === wished && startsAt.getTime() < change.epochMilliseconds;
        if (!asASingleEvent) strange.push(`${timeZone} ${wished} ${shown}`);
        if (jump > 0) lost += 1;
        else twice += 1;
      }
    }
    expect(strange).toEqual([]);
    expect(Math.min(lost, twice)).toBeGreaterThan(400);
  }, 120_000);
});

function weekdayOf(day: string) {
  return (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const)[Temporal.PlainDate.from(day).dayOfWeek - 1]!;
}
