import { instantOf, localOf, whenOf } from './message-when.ts';

const angeles = 'America/Los_Angeles';
const now = '2026-10-16T17:00:00Z';

describe('when a message leaves', () => {
  it.each([
    ['2026-10-16T22:00:00Z', 'today, 15:00 (PDT)'],
    ['2026-10-18T00:30:00Z', 'tomorrow, 17:30 (PDT)'],
    ['2026-10-15T17:00:00Z', 'yesterday, 10:00 (PDT)'],
    ['2026-10-19T01:00:00Z', 'Sun 18 Oct 2026, 18:00 (PDT)'],
  ])('is said by the day of the event’s zone: %s is %s', (at, said) => {
    expect(whenOf(at, now, angeles)).toBe(said);
  });

  it('is the next day also where the clocks change that night', () => {
    expect(whenOf('2026-11-01T18:00:00Z', '2026-10-31T17:00:00Z', angeles)).toBe('tomorrow, 10:00 (PST)');
  });

  it.each([
    ['2026-10-19T18:00', '2026-10-20T01:00:00.000Z'],
    // Passed over in spring: an hour later by the clock.
    ['2027-03-14T02:30', '2027-03-14T10:30:00.000Z'],
    // Shown twice in autumn: the first.
    ['2026-11-01T01:30', '2026-11-01T08:30:00.000Z'],
  ])('is the moment that clocks there show: %s', (local, instant) => {
    expect(instantOf(local, angeles)).toBe(instant);
  });

  it('comes back as it was typed, in every zone', () => {
    const local = '2026-10-19T18:15';
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.filter((zone) => localOf(instantOf(local, zone), zone) !== local)).toEqual([]);
  });
});
