import fc from 'fast-check';
import {
  type CalendarEntry,
  type EveningOfEntry,
  calendarFeed,
  calendarFile,
  circleEntry,
  instantOf,
  panelEntry,
  panelOffEntry,
  publicEntry,
  rsvpEntry,
} from '#libs/domain';
import { type ReadCalendar, readCalendar } from '../support/calendars.ts';

// Whatever people type, another program reads our files as we meant them, and nobody writes a line of their own into one.

const site = 'https://meet.example.org';
const now = new Date('2026-10-01T12:00:00Z');

/** What ends lines, values and parameters here, and what programs choke on. */
const spiteful = fc.constantFrom(
  '\r\nATTACH:https://evil.example',
  '\nBEGIN:VALARM\nEND:VALARM',
  'END:VEVENT\r\nEND:VCALENDAR',
  '\u2028X:1',
  '\u0085X:1',
  '\\n',
  '\\',
  ';,:="^n',
  '";X="y',
  '\u0000\u0007',
  '\ud800',
  '🎧'.repeat(40),
  'ß'.repeat(80),
  '\t \t',
);
const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), spiteful, fc.lorem({ maxCount: 12 })), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''));

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const local = fc
  .date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2030-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 16));

const evening = fc
  .record({
    title: text,
    place: text,
    city: text,
    organizationName: text,
    timeZone: zone,
    startsLocal: local,
    minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }),
  })
  .map(({ startsLocal, minutes, ...given }): EveningOfEntry => {
    const startsAt = instantOf(startsLocal, given.timeZone);
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return { slug: 'evening', organizationSlug: 'guild', ...given, startsAt, endsAt };
  });

const address = fc.constantFrom('ines@example.org', "o'neil+tag@sub.example.org", 'a.b-c_d@example.org');

/** As a text of a file is read: without what may not stand in one, line ends alike. */
const readable = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .toWellFormed();

const whereOf = ({ place, city }: EveningOfEntry, privatePlace = ''): string =>
  [privatePlace, place, city].filter((part) => part !== '').join(', ');

/** Every line of ours begins with a name of ours, and none is too long. */
function expectOurLines(file: string): void {
  const lines = file.split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const names =
    /^( |(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL|TZID|DTSTART|DTEND|TZOFFSETFROM|TZOFFSETTO|UID|SEQUENCE|DTSTAMP|STATUS|SUMMARY|LOCATION|URL|ORGANIZER|ATTENDEE|TRANSP)[:;])/;
  expect(lines.filter((line) => !names.test(line))).toEqual([]);
  expect(file).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
}

const parse = (file: string): ReadCalendar => {
  expectOurLines(file);
  return readCalendar(file);
};

describe('a file for a calendar', () => {
  it('is read by another program as it was meant, whatever was typed, in every zone', () => {
    fc.assert(
      fc.property(evening, text, address, (given, privatePlace, to) => {
        const rsvp = {
          attendeeId: 'a1',
          version: 3,
          eventVersion: 4,
          state: 'confirmed',
          privatePlace,
        } as const;
        const entry = rsvpEntry(given, rsvp, site);
        const file = calendarFile(entry, now, { method: 'REQUEST', from: 'post@example.org', to });
        const { method, zones, entries } = parse(file);
        expect({ method, zones }).toEqual({ method: 'REQUEST', zones: [given.timeZone] });
        expect(entries).toEqual([
          {
            uid: 'a1@meet.example.org',
            sequence: 7,
            stamp: now,
            status: 'CONFIRMED',
            summary: readable(given.title),
            location: readable(whereOf(given, privatePlace)),
            url: `${site}/e/evening`,
            organizer: 'mailto:post@example.org',
            attendee: `mailto:${to}`,
            start: given.startsAt,
            end: given.endsAt,
          },
        ]);
      }),
      { numRuns: 400 },
    );
  });

  it('of a cancelling takes the place of the one before: same event, same people, a higher number', () => {
    const change = fc.record({ evening: fc.boolean(), own: fc.boolean(), title: text });
    fc.assert(
      fc.property(evening, fc.array(change, { maxLength: 4 }), address, (given, changes, to) => {
        const byMail = { from: 'post@example.org', to };
        let [version, eventVersion, title] = [1, 1, given.title];
        const files = [
          { method: 'REQUEST' as const, state: 'confirmed' as const, title, version, eventVersion },
        ].concat(
          changes.map((one) => {
            // Every change raises one of the two; a change that tells nobody raises it too.
            version += one.own || !one.evening ? 1 : 0;
            eventVersion += one.evening ? 1 : 0;
            title = one.title;
            return { method: 'REQUEST' as const, state: 'confirmed' as const, title, version, eventVersion };
          }),
        );
        const sent = [
          ...files,
          {
            method: 'CANCEL' as const,
            state: 'cancelled' as const,
            title,
            version: version + 1,
            eventVersion,
          },
        ];
        const read = sent.map(({ method, state, ...rsvp }) => {
          const entry = rsvpEntry(
            { ...given, title: rsvp.title },
            { attendeeId: 'a1', privatePlace: null, state, ...rsvp },
            site,
          );
          return parse(calendarFile(entry, now, { method, ...byMail }));
        });
        expect(read.map(({ method }) => method)).toEqual(sent.map(({ method }) => method));
        const entries = read.flatMap((calendar) => calendar.entries);
        for (const name of ['uid', 'organizer', 'attendee'] as const) {
          expect(new Set(entries.map((entry) => entry[name])).size).toBe(1);
        }
        for (const [at, { sequence }] of entries.entries()) {
          expect(sequence).toBeGreaterThan(entries[at - 1]?.sequence ?? 0);
        }
        expect(entries.at(-1)?.status).toBe('CANCELLED');
      }),
      { numRuns: 100 },
    );
  });
});

const revision = fc.integer({ min: 1, max: 1_000_000 });

describe('a file of a panel', () => {
  it('is read as it was meant, at the hour of whoever sits on it, and its end takes it out again', () => {
    const panel = fc.record({ topic: text, room: text, privatePlace: fc.option(text), call: fc.nat(600) });
    fc.assert(
      fc.property(evening, panel, revision, address, (given, { topic, room, privatePlace, call }, at, to) => {
        const callAt = new Date(given.startsAt.getTime() + call * 60_000);
        const held = { callAt, endsAt: new Date(callAt.getTime() + 45 * 60_000) };
        const ids = { panelPersonId: 'p1', revision: at };
        const sent = (method: 'REQUEST' | 'CANCEL', entry: CalendarEntry) => {
          const file = calendarFile(entry, now, { method, from: 'post@example.org', to });
          const read = parse(file);
          expect(read).toMatchObject({ method, zones: [given.timeZone] });
          return read.entries;
        };
        const off = panelOffEntry(given, { ...ids, revision: at + 1 }, site);
        const [brought, ...more] = sent(
          'REQUEST',
          panelEntry(given, { ...ids, topic, room, privatePlace, held }, site),
        );
        const [taken, ...others] = sent('CANCEL', off);
        expect([more, others]).toEqual([[], []]);
        const where = [room, whereOf(given, privatePlace ?? '')].filter((part) => part !== '').join(', ');
        const same = { uid: 'p1@meet.example.org', stamp: now, url: `${site}/e/evening` };
        const people = { organizer: 'mailto:post@example.org', attendee: `mailto:${to}` };
        expect(brought).toEqual({
          ...{ ...same, ...people, sequence: at, status: 'CONFIRMED' },
          ...{ summary: readable(`${topic} · ${given.title}`), location: readable(where) },
          ...{ start: held.callAt, end: held.endsAt },
        });
        // Of the evening alone: no room, no private place.
        expect(taken).toEqual({
          ...{ ...same, ...people, sequence: at + 1, status: 'CANCELLED' },
          ...{ summary: readable(given.title), location: readable(whereOf(given)) },
          ...{ start: given.startsAt, end: given.endsAt },
        });
      }),
      { numRuns: 200 },
    );
  });

  it('that has no time yet stands where its evening does', () => {
    fc.assert(
      fc.property(evening, text, (given, topic) => {
        const panel = { panelPersonId: 'p1', revision: 1, topic, room: '', privatePlace: null, held: null };
        const { entries } = parse(calendarFile(panelEntry(given, panel, site), now));
        expect(entries).toMatchObject([{ start: given.startsAt, end: given.endsAt }]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file of a meeting of a circle', () => {
  it('is read as it was meant, and one that is off takes the place of the one before', () => {
    fc.assert(
      fc.property(evening, text, revision, (given, circle, at) => {
        const { place, organizationName, startsAt, endsAt, timeZone } = given;
        const held = { meetingId: 'm1', circle, place, organizationName, startsAt, endsAt, timeZone };
        const meeting = (cancelled: boolean, number: number) =>
          circleEntry({ ...held, cancelled, revision: number }, site);
        const [on, off] = [meeting(false, at), meeting(true, at + 1)];
        const expected = {
          ...{ uid: 'm1@meet.example.org', stamp: now, url: site, organizer: site, attendee: null },
          ...{ summary: readable(circle), location: readable(place), start: startsAt, end: endsAt },
        };
        const confirmed = { ...expected, sequence: at, status: 'CONFIRMED' };
        const cancelled = { ...expected, sequence: at + 1, status: 'CANCELLED' };
        // Fetched by hand, and in the feed of whoever is in it.
        const files = [on, off].map((entry) => parse(calendarFile(entry, now)));
        expect(files.map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH']);
        expect(files.map(({ entries }) => entries)).toEqual([[confirmed], [cancelled]]);
        const feed = parse(calendarFeed('Mine', [{ ...off, changedAt: now }]));
        expect(feed.entries).toEqual([cancelled]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a feed', () => {
  it('of any evenings is read as they were meant, each zone once, and the same evenings are the same bytes', () => {
    const many = fc.array(evening, { maxLength: 12 });
    fc.assert(
      fc.property(many, text, (evenings, name) => {
        const entries = evenings.map((one, at) => ({
          ...publicEntry({ ...one, eventId: `e${String(at)}`, version: at, state: 'published' }, site),
          changedAt: now,
        }));
        const file = calendarFeed(name, entries);
        expect(calendarFeed(name, entries)).toBe(file);
        const read = parse(file);
        expect(read.name).toBe(readable(name));
        expect(read.zones).toEqual([...new Set(evenings.map(({ timeZone }) => timeZone))]);
        expect(
          read.entries.map(({ summary, location, start, end }) => ({ summary, location, start, end })),
        ).toEqual(
          evenings.map((one) => ({
            summary: readable(one.title),
            location: readable(whereOf(one)),
            start: one.startsAt,
            end: one.endsAt,
          })),
        );
      }),
      { numRuns: 80 },
    );
  });
});

describe('the check above', () => {
  it('finds a title that was not escaped', () => {
    const given = { title: 'One\r\nATTACH:https://evil.example' };
    const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:${given.title}\r\nEND:VCALENDAR\r\n`;
    expect(() => parse(file)).toThrow();
  });
});
