import { type CalendarEntry, calendarFile } from './calendar-file.ts';
import { instantOf } from './time.ts';

const now = new Date('2026-10-01T12:00:00Z');

const evening = (given: Partial<CalendarEntry> = {}, startsLocal = '2026-10-19T18:00'): CalendarEntry => {
  const timeZone = given.timeZone ?? 'America/Los_Angeles';
  return {
    uid: '019a0000-0000-7000-8000-000000000001@meet.example.org',
    sequence: 3,
    state: 'confirmed',
    title: 'Sound after the cut',
    location: 'Arts District, Los Angeles',
    url: 'https://meet.example.org/e/sound',
    organizer: { name: 'Los Angeles Sound Guild', url: 'https://meet.example.org/o/guild' },
    startsAt: instantOf(startsLocal, timeZone),
    endsAt: instantOf(startsLocal.replace('T18', 'T21'), timeZone),
    timeZone,
    ...given,
  };
};

const zoneOf = (file: string): string[] =>
  file.slice(file.indexOf('BEGIN:STANDARD'), file.indexOf('END:VTIMEZONE')).split('\r\n');

describe('the calendar file of an evening', () => {
  it('is this, line by line', () => {
    const file = calendarFile(evening({ location: '1200 East 5th Street, Arts District, Los Angeles' }), now);
    expect(file.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Acquaint//Acquaint//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
      'TZID:America/Los_Angeles',
      'BEGIN:DAYLIGHT',
      'DTSTART:20260308T020000',
      'TZOFFSETFROM:-0800',
      'TZOFFSETTO:-0700',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:20261101T020000',
      'TZOFFSETFROM:-0700',
      'TZOFFSETTO:-0800',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:019a0000-0000-7000-8000-000000000001@meet.example.org',
      'SEQUENCE:3',
      'DTSTAMP:20261001T120000Z',
      'DTSTART;TZID=America/Los_Angeles:20261019T180000',
      'DTEND;TZID=America/Los_Angeles:20261019T210000',
      'STATUS:CONFIRMED',
      'SUMMARY:Sound after the cut',
      'LOCATION:1200 East 5th Street\\, Arts District\\, Los Angeles',
      'URL:https://meet.example.org/e/sound',
      'ORGANIZER;CN="Los Angeles Sound Guild":https://meet.example.org/o/guild',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('carries every change of the clocks from the start to the end, also one during the night', () => {
    const file = calendarFile(
      evening({ endsAt: instantOf('2026-11-01T04:00', 'America/Los_Angeles') }, '2026-10-31T18:00'),
      now,
    );
    expect(file).toContain('DTSTART:20260308T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700');
    expect(file).toContain('DTSTART:20261101T020000\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800');
    expect(file).toContain('DTSTART:20270314T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700');
  });

  it('knows zones whose clocks changed last long ago, or never', () => {
    expect(zoneOf(calendarFile(evening({ timeZone: 'Asia/Kathmandu' }), now)).slice(0, 5)).toEqual([
      'BEGIN:STANDARD',
      'DTSTART:19860101T000000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0545',
      'END:STANDARD',
    ]);
    expect(zoneOf(calendarFile(evening({ timeZone: 'UTC' }), now))).toContain('TZOFFSETTO:+0000');
  });

  it('says when it is only a maybe, and when it is off', () => {
    expect(calendarFile(evening({ state: 'tentative' }), now)).toContain('STATUS:TENTATIVE\r\n');
    expect(calendarFile(evening({ state: 'cancelled' }), now)).toContain('STATUS:CANCELLED\r\n');
    expect(calendarFile(evening({ state: 'cancelled' }), now)).toContain('TRANSP:TRANSPARENT\r\n');
  });

  it('folds long lines at 75 bytes without cutting a character, and they unfold to what was written', () => {
    const title = 'Äußerst lange Überschrift mit 🎧 und 🎬 '.repeat(6).trim();
    const file = calendarFile(evening({ title }), now);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\ufffd');
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });

  it('lets nobody write lines of their own into it', () => {
    const attack = 'X\r\nATTACH:https://evil.example\nBEGIN:VALARM\rEND:VALARM\u0000';
    const file = calendarFile(
      evening({
        title: attack,
        location: attack,
        organizer: { name: `${attack}";X="`, url: 'https://meet.example.org/o/guild' },
      }),
      now,
    );
    const starts = file.split('\r\n').map((line) => line.slice(0, 7));
    expect(starts).not.toContain('ATTACH:');
    expect(file.match(/^BEGIN:VALARM/gm)).toBeNull();
    expect(file).toContain('SUMMARY:X\\nATTACH:https://evil.example\\nBEGIN:VALARM\\nEND:VALARM\r\n');
    // The control: this is what the title would do.
    expect(`SUMMARY:${attack}`.split(/\r\n|\n|\r/)).toContain('BEGIN:VALARM');
  });
});
