import fc from 'fast-check';
import { Event } from './event.ts';
import { EventSeries } from './event-series.ts';
import { daysOf } from './series-days.ts';
import { type SeriesRule, patternsOf, readRule, ruleText } from './series-rule.ts';
import { dateOf, driftOf, fieldsOf, templateOf, withParts } from './series-template.ts';
import { instantOf, localOf } from './time.ts';

const weekly: SeriesRule = { pattern: 'weeks', interval: 1, weekdays: ['TU'], count: null, until: null };
const tuesday = '2026-10-20';

function evening(given: Partial<Event> = {}): Event {
  const now = new Date('2026-09-01T12:00:00Z');
  const details = {
    ...{ title: 'Cold ears', description: '', place: 'Yard', city: 'Los Angeles', privatePlace: 'Gate 4' },
    ...{ timeZone: 'America/Los_Angeles', startsLocal: `${tuesday}T19:00`, endsLocal: `${tuesday}T21:30` },
    ...given,
  };
  const rules = { opensLocal: '2026-10-13T09:00', closesLocal: '2026-10-20T17:00', plusOnes: 1 };
  return Event.draft('e', 'o', 'cold-ears', details, now, { ...rules, ...given });
}

function seriesOf(rule: SeriesRule, first: string, given: Partial<Event> = {}): EventSeries {
  const template = templateOf(
    evening({ startsLocal: `${first}T19:00`, endsLocal: `${first}T21:30`, ...given }),
    12,
  );
  return Object.assign(new EventSeries(), {
    rule: ruleText(rule, first),
    firstDay: first,
    template,
    extras: { panels: [], mixer: null },
    nextAt: null,
    version: 1,
  });
}

describe('how often an event comes', () => {
  it.each([
    [weekly, tuesday, ['2026-10-20', '2026-10-27', '2026-11-03']],
    [{ ...weekly, interval: 2, weekdays: ['TH', 'TU'] }, tuesday, ['2026-10-20', '2026-10-22', '2026-11-03']],
    [
      { ...weekly, pattern: 'month-day', weekdays: [] },
      '2026-10-31',
      ['2026-10-31', '2026-12-31', '2027-01-31'],
    ],
    [
      { ...weekly, pattern: 'month-weekday', weekdays: [] },
      tuesday,
      ['2026-10-20', '2026-11-17', '2026-12-15'],
    ],
    [
      { ...weekly, pattern: 'month-last-weekday', weekdays: [] },
      '2026-10-27',
      ['2026-10-27', '2026-11-24', '2026-12-29'],
    ],
  ] as [SeriesRule, string, string[]][])('is kept as a rule that calendars know: %j', (rule, first, days) => {
    const text = ruleText(rule, first);
    expect(daysOf(text, first, first, '2027-12-31').slice(0, 3)).toEqual(days);
    expect(new Set(readRule(text).weekdays)).toEqual(new Set(rule.weekdays));
    expect(readRule(text)).toMatchObject({ pattern: rule.pattern, interval: rule.interval });
  });

  it('ends after a number of dates or with a day', () => {
    const three = ruleText({ ...weekly, count: 3 }, tuesday);
    expect(daysOf(three, tuesday, tuesday, '2030-01-01')).toEqual(['2026-10-20', '2026-10-27', '2026-11-03']);
    const until = ruleText({ ...weekly, until: '2026-10-27' }, tuesday);
    expect(daysOf(until, tuesday, tuesday, '2030-01-01')).toEqual(['2026-10-20', '2026-10-27']);
    expect(readRule(three).count).toBe(3);
    expect(readRule(until).until).toBe('2026-10-27');
  });

  it('refuses what does not go with the first date', () => {
    const refused = (rule: Partial<SeriesRule>, first = tuesday) => {
      expect(() => ruleText({ ...weekly, ...rule }, first)).toThrow(
        expect.objectContaining({ code: 'not-well-formed' }),
      );
    };
    refused({ weekdays: ['MO'] });
    refused({ pattern: 'month-weekday' }, '2026-10-29');
    refused({ pattern: 'month-last-weekday' });
    refused({ count: 3, until: '2027-01-01' });
    refused({ until: '2026-10-19' });
    expect(patternsOf('2026-10-29')).toEqual(['weeks', 'month-day', 'month-last-weekday']);
    expect(patternsOf('2026-02-22')).toEqual(['weeks', 'month-day', 'month-weekday', 'month-last-weekday']);
  });
});

describe('what a date begins with', () => {
  it('keeps every time at its distance from the start', () => {
    const event = evening();
    expect(dateOf(templateOf(event, 12), '2026-11-03')).toMatchObject({
      startsLocal: '2026-11-03T19:00',
      endsLocal: '2026-11-03T21:30',
      opensLocal: '2026-10-27T09:00',
      closesLocal: '2026-11-03T17:00',
      answersUntilLocal: null,
      plusOnes: 1,
      capacity: 12,
    });
  });

  it('may run past midnight', () => {
    const event = evening({ startsLocal: `${tuesday}T22:00`, endsLocal: '2026-10-21T01:00' });
    expect(dateOf(templateOf(event, 12), '2026-10-27').endsLocal).toBe('2026-10-28T01:00');
  });

  it('lasts as long as ever in a night whose lost hour swallows its end', () => {
    const late = { startsLocal: '2027-03-07T02:30', endsLocal: '2027-03-07T03:10' };
    const template = templateOf(
      evening({ ...late, opensLocal: '2027-03-07T02:50', closesLocal: '2027-03-07T03:05' }),
      12,
    );
    const date = dateOf(template, '2027-03-14');
    expect(date).toMatchObject({ endsLocal: '2027-03-14T04:10', opensLocal: null });
    expect(() => Event.draft('e', 'o', 's', date, new Date(0), date)).not.toThrow();
  });

  it('says in what a date was changed by hand, and nothing else', () => {
    const given = templateOf(evening(), 12);
    const made = dateOf(given, '2026-10-27');
    expect(driftOf(made, given, '2026-10-27')).toEqual([]);
    expect(driftOf({ ...made, startsLocal: '2026-10-28T19:00', plusOnes: 2 }, given, '2026-10-27')).toEqual([
      'time',
      'rules',
    ]);
    const question = { id: 'q', kind: 'short' as const, label: 'Role', required: true, options: [] };
    const asked = { ...given, questions: [question] };
    const other = Object.fromEntries(Object.entries(question).reverse()) as unknown as typeof question;
    expect(driftOf({ ...made, questions: [other] }, asked, '2026-10-27')).toEqual([]);
  });

  it('takes from another only the parts that are named', () => {
    const given = templateOf(evening(), 12);
    const other = templateOf(
      evening({ title: 'Warm ears', startsLocal: `${tuesday}T20:00`, place: 'Barn' }),
      20,
    );
    const mixed = withParts(given, other, ['title', 'time']);
    expect(mixed).toMatchObject({ title: 'Warm ears', startTime: '20:00', place: 'Yard', capacity: 12 });
    expect(fieldsOf(dateOf(mixed, '2026-10-27'), ['time'])).toEqual({
      timeZone: 'America/Los_Angeles',
      startsLocal: '2026-10-27T20:00',
      endsLocal: '2026-10-27T21:30',
    });
  });
});

describe('when dates are made', () => {
  it('eight weeks before they start, and never when they have begun', () => {
    const series = seriesOf(weekly, tuesday);
    const now = new Date('2026-10-20T12:00:00Z');
    expect(series.daysToMake(now)).toHaveLength(8);
    expect(series.daysToMake(new Date('2026-10-21T02:00:00Z'))[0]).toBe('2026-10-27');
    series.planNext(now);
    expect(series.nextAt).toEqual(
      new Date(instantOf('2026-12-15T19:00', 'America/Los_Angeles').getTime() - 56 * 86_400_000),
    );
    expect(series.daysToMake(series.nextAt!).at(-1)).toBe('2026-12-15');
  });

  it('no more after its end, whatever number of dates was meant', () => {
    const series = seriesOf({ ...weekly, count: 3 }, tuesday);
    series.end('2027-06-01', new Date('2026-10-01T12:00:00Z'));
    expect(daysOf(series.rule, tuesday, tuesday, '2030-01-01')).toHaveLength(3);
    series.end('2026-10-27', new Date('2026-10-01T12:00:00Z'));
    expect(daysOf(series.rule, tuesday, tuesday, '2030-01-01')).toEqual([tuesday]);
    series.end(tuesday, new Date('2026-10-01T12:00:00Z'));
    expect(daysOf(series.rule, tuesday, '2020-01-01', '2030-01-01')).toEqual([]);
    expect(series.nextAt).toBeNull();
  });

  it('each once, in whatever steps the clock goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 25 }),
        fc.constantFrom<SeriesRule>(
          weekly,
          { ...weekly, interval: 3, weekdays: ['TU', 'FR'] },
          { ...weekly, pattern: 'month-weekday', weekdays: [] },
          { ...weekly, count: 7 },
        ),
        (steps, rule) => {
          const series = seriesOf(rule, tuesday);
          const from = new Date('2026-10-19T12:00:00Z');
          let now = from;
          const made = new Set<string>();
          const makeAll = (): void => {
            for (const day of series.daysToMake(now)) made.add(day);
            series.planNext(now);
          };
          makeAll();
          for (const step of steps) {
            const target = new Date(now.getTime() + step * 86_400_000);
            while (series.nextAt !== null && series.nextAt <= target) {
              expect(series.nextAt > now).toBe(true);
              now = series.nextAt;
              makeAll();
            }
            now = target;
          }
          const horizon = localOf(new Date(now.getTime() + 56 * 86_400_000), 'America/Los_Angeles');
          const expected = daysOf(series.rule, tuesday, tuesday, horizon.slice(0, 10)).filter(
            (day) => `${day}T19:00` <= horizon,
          );
          expect([...made].sort()).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});
