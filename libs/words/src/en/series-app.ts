import { counted, number } from './numbers.ts';
import { spoken } from '../speech.ts';

const weekdayNames = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
type Weekday = keyof typeof weekdayNames;

const nth = ['first', 'second', 'third', 'fourth'];
const and = new Intl.ListFormat('en');
const longDay = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const weekdayOf = (day: string): Weekday =>
  (['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const)[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';
const dayOfMonth = (day: string): number => Number(day.slice(8));

const every = (interval: number, unit: string): string =>
  interval === 1 ? `every ${unit}` : `every ${number.format(interval)} ${unit}s`;

export interface RuleWords {
  pattern: 'weeks' | 'month-day' | 'month-weekday' | 'month-last-weekday';
  interval: number;
  weekdays: readonly Weekday[];
  count: number | null;
  until: string | null;
}

/** How a month is repeated from this day on, "2026-10-20". */
const inMonth = {
  'month-day': (day: string) => `on day ${number.format(dayOfMonth(day))}`,
  'month-weekday': (day: string) =>
    `on the ${nth[Math.ceil(dayOfMonth(day) / 7) - 1] ?? ''} ${weekdayNames[weekdayOf(day)]}`,
  'month-last-weekday': (day: string) => `on the last ${weekdayNames[weekdayOf(day)]}`,
};

function rule({ pattern, interval, weekdays, count, until }: RuleWords, first: string): string {
  const often =
    pattern === 'weeks'
      ? `${every(interval, 'week')} on ${and.format(weekdays.map((day) => weekdayNames[day]))}`
      : `${every(interval, 'month')} ${inMonth[pattern](first)}`;
  const end =
    count !== null
      ? `, ${counted(count, 'date', 'dates')} in all`
      : until !== null
        ? `, until ${longDay.format(new Date(`${until}T00:00:00Z`))}`
        : '';
  return `${often.slice(0, 1).toUpperCase()}${often.slice(1)}${end}`;
}

/** The screens of series. */
export const seriesApp = /* @__PURE__ */ spoken('seriesApp', {
  nav: 'Series',
  title: 'Series',
  none: 'No event repeats yet',
  noneText: 'Open an event and choose “Repeat this event”. Each date becomes an event of its own.',
  rule,
  ended: 'Ended',
  weekday: (day: Weekday) => weekdayNames[day],
  day: (day: string) => longDay.format(new Date(`${day}T00:00:00Z`)),
  panel: {
    title: 'Series',
    text: 'Make the same evening again every week or every month.',
    open: 'Repeat this event',
    partOf: 'This is one date of a series.',
    see: 'See all dates',
    differs: (parts: string) => `Not as in the series: ${parts}.`,
    apply: 'Use this for all following dates',
    onlyThis: 'This changes one date of a series. Afterwards you can use it for all following dates.',
  },
  parts: {
    title: 'title',
    description: 'description',
    place: 'place',
    time: 'time',
    capacity: 'seats',
    rules: 'RSVP rules',
    questions: 'questions',
  },
  repeat: {
    title: 'Repeat this event',
    pattern: 'Comes again',
    patterns: {
      weeks: () => 'By weeks',
      'month-day': (day: string) => `By months, ${inMonth['month-day'](day)}`,
      'month-weekday': (day: string) => `By months, ${inMonth['month-weekday'](day)}`,
      'month-last-weekday': (day: string) => `By months, ${inMonth['month-last-weekday'](day)}`,
    },
    interval: { weeks: 'Weeks from one to the next', months: 'Months from one to the next' },
    weekdays: 'On',
    end: 'Ends',
    ends: { never: 'Not yet', count: 'After a number of dates', until: 'On a day' },
    count: 'Dates in all, this one included',
    until: 'Last day',
    announces: 'Publish each date as soon as it is made',
    announcesHelp: 'Otherwise each date is a draft that you publish yourself.',
    dates: 'The next dates',
    datesHelp: 'Dates become events eight weeks ahead. Untick what you want to leave out.',
    noDates: 'No date comes after this one.',
    notes: {
      'skipped-hour': (minute: string) => `Clocks go forward that night, so it starts at ${minute}.`,
      'repeated-hour': 'Clocks go back that night. It starts the first time they show this hour.',
      'new-year': 'New Year’s Day',
      christmas: 'Christmas',
      'new-years-eve': 'New Year’s Eve',
    },
    other: (title: string) => `You have “${title}” on that day.`,
    submit: 'Repeat it',
    keep: 'Not now',
  },
  apply: {
    title: 'Use this for all following dates',
    text: 'What is ticked becomes the same on all following dates, and on those made later. Guests are not told by themselves.',
    parts: 'What to use',
    changes: (count: number) => `${counted(count, 'date', 'dates')} will change`,
    none: 'No following date is made yet. It counts for those that will be.',
    keeps: (parts: string) => `Keeps its own ${parts}`,
    guests: (count: number) => counted(count, 'guest', 'guests'),
    submit: 'Use it',
    keep: 'Leave them as they are',
    done: (count: number) => `${counted(count, 'date was', 'dates were')} changed.`,
    kept: 'These keep what was changed on them by hand:',
  },
  page: {
    back: 'All series',
    dates: 'Dates',
    past: 'Past dates',
    later: 'Later',
    laterText: 'These become events eight weeks ahead.',
    leaveOut: 'Leave out',
    putBack: 'Put back',
    leftOut: 'Left out',
    leaveOutNamed: (day: string) => `Leave out ${day}`,
    putBackNamed: (day: string) => `Put back ${day}`,
    differs: (parts: string) => `Own ${parts}`,
    guests: (count: number) => counted(count, 'guest', 'guests'),
    announces: 'Each date is published as soon as it is made.',
    drafts: 'Each date is made as a draft.',
    publicPage: 'Page for guests',
    end: 'End this series',
  },
  end: {
    title: 'End this series',
    from: 'No date from this day on',
    text: 'Dates that nobody answered are cancelled. Dates with guests stay; cancel those one by one, so that each gets its reason.',
    submit: 'End the series',
    keep: 'Keep it',
    done: (count: number) => `The series has ended; ${counted(count, 'date was', 'dates were')} cancelled.`,
    kept: 'These have guests and stay:',
  },
  list: {
    next: (day: string) => `Next on ${day}`,
    noNext: 'No date ahead',
    dates: (count: number) => counted(count, 'date', 'dates'),
  },
});
