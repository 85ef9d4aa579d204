import { instantOf, isLocalTime, isTimeZone, localOf, localWithOffset } from './time.ts';

const utc = (local: string, zone: string) => instantOf(local, zone).toISOString();

describe('the instant of a local time', () => {
  it('follows the clocks of the zone through summer and winter', () => {
    expect(utc('2026-10-19T18:00', 'America/Los_Angeles')).toBe('2026-10-20T01:00:00.000Z');
    expect(utc('2026-11-02T18:00', 'America/Los_Angeles')).toBe('2026-11-03T02:00:00.000Z');
    expect(utc('2026-10-19T18:00', 'Asia/Kathmandu')).toBe('2026-10-19T12:15:00.000Z');
  });

  it('is the later reading of an hour that a clock change skips', () => {
    // On 8 March 2026 Los Angeles goes from 01:59 PST to 03:00 PDT: half past two is half past three.
    expect(utc('2026-03-08T02:30', 'America/Los_Angeles')).toBe('2026-03-08T10:30:00.000Z');
    expect(localOf(instantOf('2026-03-08T02:30', 'America/Los_Angeles'), 'America/Los_Angeles')).toBe(
      '2026-03-08T03:30',
    );
  });

  it('is the first of an hour that happens twice', () => {
    expect(utc('2026-11-01T01:30', 'America/Los_Angeles')).toBe('2026-11-01T08:30:00.000Z');
    expect(utc('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('names the field of a zone nobody knows, and of a day that is in no calendar', () => {
    expect(() => instantOf('2026-10-19T18:00', 'Mars/Olympus')).toThrow(
      expect.objectContaining({
        code: 'unknown-time-zone',
        shapes: [expect.objectContaining({ pointer: '/timeZone' })],
      }),
    );
    expect(() => instantOf('2026-02-30T18:00', 'UTC')).toThrow(
      expect.objectContaining({ code: 'not-well-formed' }),
    );
  });
});

describe('an instant with its offset', () => {
  it('is what the clocks of the zone show, and the same instant', () => {
    for (const [local, zone, written] of [
      ['2026-10-19T18:00', 'America/Los_Angeles', '2026-10-19T18:00:00-07:00'],
      ['2026-11-19T18:00', 'America/Los_Angeles', '2026-11-19T18:00:00-08:00'],
      ['2026-10-19T18:00', 'Asia/Kathmandu', '2026-10-19T18:00:00+05:45'],
    ] as const) {
      const instant = instantOf(local, zone);
      expect(localWithOffset(instant, zone)).toBe(written);
      expect(new Date(written)).toEqual(instant);
    }
  });
});

describe('what counts as a zone and as a local time', () => {
  it('is a place, not an offset', () => {
    expect(['America/Los_Angeles', 'UTC', '+02:00', '-0800', 'Nowhere/At_all', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is a minute that stands in a calendar', () => {
    expect(
      [
        '2026-10-19T18:00',
        '2026-02-30T18:00',
        '2026-10-19T24:30',
        '2026-10-19 18:00',
        '2026-10-19T18:00Z',
      ].map(isLocalTime),
    ).toEqual([true, false, false, false, false]);
  });
});
