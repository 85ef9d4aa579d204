import { type CalendarEntry, type FeedEntry, calendarFeed, calendarFile } from './calendar-file.ts';
import { calendarLinks } from './calendar-links.ts';
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

  it('says a time that the clocks show twice by UTC, because calendars disagree about which of the two it means', () => {
    const [first, second] = [new Date('2026-11-01T08:30:00Z'), new Date('2026-11-01T09:30:00Z')];
    const file = calendarFile(evening({ startsAt: first, endsAt: second }), now);
    expect(file).toContain('DTSTART:20261101T083000Z\r\nDTEND:20261101T093000Z\r\n');
    const after = calendarFile(evening({ startsAt: second, endsAt: new Date('2026-11-01T10:30:00Z') }), now);
    expect(after).toContain('DTEND;TZID=America/Los_Angeles:20261101T023000\r\n');
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

describe('a feed of evenings', () => {
  const at = (startsLocal: string, given: Partial<FeedEntry> = {}): FeedEntry => {
    const entry = evening(given, startsLocal);
    return { ...entry, uid: `${startsLocal}@meet.example.org`, changedAt: now, ...given };
  };

  it('has its name, how often to look again, each zone once, and each evening with the time of its own change', () => {
    const file = calendarFeed('The guild, its evenings', [
      at('2026-10-19T18:00'),
      at('2027-04-19T18:00', { changedAt: new Date('2026-10-02T09:30:00Z') }),
      at('2026-11-19T18:00', { timeZone: 'Europe/Berlin' }),
    ]);
    expect(file).toContain('METHOD:PUBLISH\r\nNAME:The guild\\, its evenings\r\nX-WR-CALNAME:The guild');
    expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
    expect(file.match(/TZID:.*/g)).toEqual(['TZID:America/Los_Angeles', 'TZID:Europe/Berlin']);
    // The change between the first evening and the last, although each alone would not tell of it.
    expect(file).toContain('DTSTART:20270314T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700');
    expect(file.match(/DTSTAMP:.*/g)).toEqual([
      'DTSTAMP:20261001T120000Z',
      'DTSTAMP:20261002T093000Z',
      'DTSTAMP:20261001T120000Z',
    ]);
  });

  it('is a calendar also while nothing is in it', () => {
    expect(calendarFeed('Nothing yet', [])).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
  });
});

describe('the links that put an evening into a calendar of the web', () => {
  it('are filled in with it, and with nothing of the reader', () => {
    const links = calendarLinks(evening({ title: 'Sound & picture + 100 %', location: 'Arts District' }));
    const { google, outlook, microsoft365 } = links;
    expect(Object.fromEntries(new URL(google).searchParams)).toEqual({
      action: 'TEMPLATE',
      text: 'Sound & picture + 100 %',
      dates: '20261020T010000Z/20261020T040000Z',
      ctz: 'America/Los_Angeles',
      details: 'https://meet.example.org/e/sound',
      location: 'Arts District',
    });
    expect(Object.fromEntries(new URL(outlook).searchParams)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Sound & picture + 100 %',
      startdt: '2026-10-20T01:00:00Z',
      enddt: '2026-10-20T04:00:00Z',
      body: 'https://meet.example.org/e/sound',
      location: 'Arts District',
    });
    expect(new URL(microsoft365).host).toBe('outlook.office.com');
    expect([google, outlook, microsoft365].join()).not.toContain('+');
  });

  it('leave out what is not known', () => {
    expect(calendarLinks(evening({ location: '' })).google).not.toContain('location');
  });
});
