import { Temporal } from 'temporal-polyfill';
import { calendarFeed, calendarFile, instantOf } from '#libs/domain';
import { readCalendar } from '../support/calendars.ts';

// Every zone the runtime knows, at every change of its clocks in these years: another program that goes by the rules in our
// file reads the instants we meant. The changes are found by the formatter of the runtime, not by what writes the file.

const [from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2031, 0, 1)];
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

const entry = (startsAt: Date, endsAt: Date, timeZone: string) => ({
  uid: 'one@meet.example.org',
  sequence: 1,
  state: 'confirmed' as const,
  title: 'An evening',
  location: '',
  url: 'https://meet.example.org/e/one',
  organizer: { name: 'Guild', url: 'https://meet.example.org/o/guild' },
  startsAt,
  endsAt,
  timeZone,
});

type Span = readonly [start: number, end: number];

/** What a reader makes of evenings in one file; empty when it is what we meant. */
function misread(zone: string, spans: readonly Span[], file: string): string[] {
  const { entries } = readCalendar(file);
  return spans.flatMap(([start, end], at) => {
    const read = entries[at];
    if (read?.start.getTime() === start && read.end.getTime() === end) return [];
    return [`${zone}: ${new Date(start).toISOString()} is read as ${String(read?.start.toISOString())}`];
  });
}

const changedAt = new Date(from);
const fed = (zone: string, spans: readonly Span[]): string[] => {
  const entries = spans.map(([start, end]) => ({
    ...entry(new Date(start), new Date(end), zone),
    changedAt,
  }));
  return misread(zone, spans, calendarFeed('Evenings', entries));
};
const alone = (zone: string, [start, end]: Span): string[] =>
  misread(zone, [[start, end]], calendarFile(entry(new Date(start), new Date(end), zone), changedAt));

/** The instants at which the offset of a zone changes, to the minute. No two changes lie within three days. */
function changesOf(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) =>
    format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const changes: number[] = [];
  let before = offset(from);
  for (let at = from + 3 * day; at <= until; at += 3 * day) {
    const now = offset(at);
    if (now === before) continue;
    let [low, high] = [at - 3 * day, at];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
    before = now;
  }
  return changes;
}

/** Around a change: what ends before it, holds it, or begins after it; and that to the minute. */
const around: Span[] = [
  [-day, -day + 3 * hour],
  [-2 * hour, hour],
  [-hour, 2 * hour],
  [-30 * minute, -minute],
  [30 * minute, hour],
  [hour, 14 * hour],
  [day, day + 3 * hour],
];
const toTheMinute: Span[] = [
  [-minute, 30 * minute],
  [0, minute],
  [minute, 14 * hour],
];
const shifted = (spans: readonly Span[], by: number): Span[] =>
  spans.map(([start, end]) => [start + by, end + by]);

describe('an evening in any zone, at any change of the clocks from 2026 to 2030', () => {
  const changes = zones.flatMap((zone) => changesOf(zone).map((at) => ({ zone, at })));

  it('is tried at all of them', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(changes.length).toBeGreaterThan(1000);
  });

  it('is read from a feed as the instants we meant', () => {
    const still = zones.flatMap((zone) => fed(zone, shifted(around, Date.UTC(2026, 5, 1, 12))));
    expect([...still, ...changes.flatMap(({ zone, at }) => fed(zone, shifted(around, at)))]).toEqual([]);
  });

  it('is read from a file of its own as the instants we meant', () => {
    const wrong = changes.flatMap(({ zone, at }) =>
      shifted(toTheMinute, at).flatMap((span) => alone(zone, span)),
    );
    expect(wrong).toEqual([]);
  });

  it('that is set by a local time which the clocks skip or show twice begins as product time has it, here and there', () => {
    const wrong = changes.flatMap(({ zone, at }) => {
      const starts = [-90, -60, -30, -1, 0, 29, 30, 59, 60, 90].map((minutes) => {
        const local = localNear(at, zone, minutes);
        const meant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
        return { local, meant, start: instantOf(local, zone).getTime() };
      });
      const otherwise = starts.filter(({ meant, start }) => meant !== start);
      return [
        ...otherwise.map(({ local }) => `${zone} ${local}`),
        ...fed(
          zone,
          starts.map(({ start }) => [start, start + hour]),
        ),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

/** What a clock that nobody changed would show so many minutes after a change: also a time that is skipped. */
function localNear(change: number, zone: string, minutes: number): string {
  const before = Temporal.Instant.fromEpochMilliseconds(change - minute).toZonedDateTimeISO(zone);
  return before
    .toPlainDateTime()
    .add({ minutes: minutes + 1 })
    .toString({ smallestUnit: 'minute' });
}

describe('a reader without our rules', () => {
  it('is what the check above would find', () => {
    const start = Date.UTC(2026, 10, 1, 12);
    const span: Span = [start, start + hour];
    const zone = 'America/Los_Angeles';
    const file = calendarFile(entry(new Date(start), new Date(start + hour), zone), changedAt);
    expect(misread(zone, [span], file)).toEqual([]);
    expect(misread(zone, [span], file.replaceAll('TZOFFSETTO:-0800', 'TZOFFSETTO:-0700'))).toHaveLength(1);
  });
});
