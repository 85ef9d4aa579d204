import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { newId } from '../ids.ts';
import { type MessageRule, inDaytime, momentOfRule } from './daytime.ts';
import { EventMessage } from './event-message.ts';
import { everybodyGoing } from './segment.ts';

const zones = Intl.supportedValuesOf('timeZone');
const hour = 60 * 60_000;
const day = 24 * hour;
const [from, to] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2031-01-01T00:00:00Z')];

const clockIn = (zone: string) => (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** The changes of a zone's clocks from 2026 to 2030. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= to) return changes;
    changes.push(next.epochMilliseconds);
    at = next;
  }
}

const rules: MessageRule[] = [-30 * 1440, -1440, -2 * 60, -1].map((minutes) => ({
  anchor: 'start',
  minutes,
}));
rules.push({ anchor: 'end', minutes: 30 }, { anchor: 'end', minutes: 720 }, { anchor: 'start', minutes: 0 });

const eveningAt = (start: number, zone: string) => ({
  startsAt: new Date(start),
  endsAt: new Date(start + 3 * hour),
  timeZone: zone,
});

/** Null where all is well. */
function faultOf(rule: MessageRule, start: number, zone: string): string | null {
  const evening = eveningAt(start, zone);
  const at = momentOfRule(rule, evening);
  const local = clockIn(zone)(at);
  const says = `${String(rule.minutes)} ${rule.anchor} ${evening.startsAt.toISOString()} ${local.toString()}`;
  if (local.hour < 8 || local.hour >= 21) return `at night: ${says}`;
  if (rule.minutes < 0 && at >= evening.startsAt) return `too late: ${says}`;
  const wanted =
    (rule.anchor === 'start' ? evening.startsAt : evening.endsAt).getTime() + rule.minutes * 60_000;
  // A night has 11 hours, and 13 to the 20:00 before; the clocks change by two hours at most.
  return Math.abs(at.getTime() - wanted) > 15 * hour ? `far away: ${says}` : null;
}

describe('the moment of a message', () => {
  it(`is never at night and never too late, in ${String(zones.length)} zones, around every change of the clocks from 2026 to 2030`, () => {
    const faults: string[] = [];
    let looked = 0;
    for (const zone of zones) {
      const starts = changesOf(zone).flatMap((change) =>
        [-14, -3, 0, 1, 8, 13, 26].map((hours) => change + hours * hour),
      );
      for (const start of [...starts, Date.parse('2027-05-04T03:30:00Z'), Date.parse('2028-02-29T17:45:00Z')])
        for (const rule of rules) {
          looked += 1;
          const fault = faultOf(rule, start, zone);
          if (fault !== null) faults.push(fault);
        }
    }
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(30_000);
  });

  it('is never at night for any evening, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: from, max: to }),
        fc.integer({ min: -60 * 1440, max: 60 * 1440 }),
        fc.constantFrom('start' as const, 'end' as const),
        (zone, start, minutes, anchor) => {
          const evening = eveningAt(start, zone);
          const at = momentOfRule({ anchor, minutes }, evening);
          const { hour: local } = clockIn(zone)(at);
          expect(local >= 8 && local < 21).toBe(true);
          const latest = anchor === 'start' ? evening.startsAt : evening.endsAt;
          expect(minutes >= 0 || at < latest).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['stays where it is by day', '2026-10-19T18:00', -24 * 60, '2026-10-18T18:00'],
    ['waits for 08:00', '2026-10-19T18:00', -11 * 60, '2026-10-19T08:00'],
    ['waits for 08:00 of the next day', '2026-10-20T18:00', -20 * 60, '2026-10-20T08:00'],
    ['is 20:00 of the evening before what begins at eight', '2026-10-19T08:00', -60, '2026-10-18T20:00'],
    ['is 20:00 before what begins at night', '2026-10-19T23:00', -60, '2026-10-19T20:00'],
    [
      'keeps the hour when the clocks change on the day before',
      '2026-11-01T18:00',
      -24 * 60,
      '2026-10-31T18:00',
    ],
    ['keeps the hour over a week with a change', '2026-11-02T18:00', -7 * 24 * 60, '2026-10-26T18:00'],
  ])('%s', (_name, local, minutes, expected) => {
    const zone = 'America/Los_Angeles';
    const start = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
    const at = momentOfRule({ anchor: 'start', minutes }, eveningAt(start, zone));
    expect(clockIn(zone)(at).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(expected);
  });

  it('would be at night for 11 hours of 24, were it not moved', () => {
    const zone = 'Europe/Berlin';
    const moved = Array.from({ length: 24 }, (_, index) => new Date(from + index * hour)).filter(
      (at) => inDaytime(at, zone).getTime() !== at.getTime(),
    );
    expect(moved).toHaveLength(11);
  });
});

describe('a reminder of an evening that is moved again and again', () => {
  const moves = fc.array(
    fc.record({ wait: fc.integer({ min: 0, max: 3 * day }), move: fc.integer({ min: -5, max: 5 }) }),
    { minLength: 1, maxLength: 20 },
  );
  /** Any moment of five years, and one around each change of the zone's clocks. */
  const beginIn = (zone: string) =>
    fc.oneof(
      fc.integer({ min: from, max: to }),
      ...changesOf(zone).map((change) => fc.integer({ min: change - 8 * day, max: change + day })),
    );

  it('leaves once at most, by day, and before the start, in every zone and while its clocks change', () => {
    let left = 0;
    for (const zone of zones)
      fc.assert(
        fc.property(beginIn(zone), moves, (begins, steps) => {
          const leaves = leavesOf(zone, begins, steps);
          expect([[], [{ byDay: true, inTime: true }]]).toContainEqual(leaves);
          left += leaves.length;
        }),
        { numRuns: 5 },
      );
    // Many of them end before the moment has come.
    expect(left).toBeGreaterThan(100);
  });

  function leavesOf(zone: string, begins: number, steps: readonly { wait: number; move: number }[]) {
    let now = begins;
    let evening = eveningAt(now + 6 * day, zone);
    const message = EventMessage.draft(
      { id: newId(), organizationId: newId(), eventId: newId() },
      'reminder',
      {
        ...{ name: '', subject: 'Soon', text: 'Soon', segment: everybodyGoing },
        rule: { anchor: 'start', minutes: -1440 },
      },
      new Date(now),
    );
    message.schedule(null, evening, new Date(now));
    const leaves: { byDay: boolean; inTime: boolean }[] = [];
    for (const { wait, move } of steps) {
      now += wait;
      if (message.isReady(evening, new Date(now))) {
        message.leave(1, new Date(now));
        const { hour: local } = clockIn(zone)(new Date(now));
        leaves.push({ byDay: local >= 8 && local < 21, inTime: now < evening.startsAt.getTime() });
      }
      evening = eveningAt(evening.startsAt.getTime() + move * 7 * hour, zone);
      message.follow(evening);
    }
    return leaves;
  }
});
