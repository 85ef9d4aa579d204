import { counted, number } from './numbers.ts';

// What came of evenings: for organizers as numbers of groups, for each person as their own.

const names = {
  rsvps: 'RSVPs',
  load: 'Questions to the person asked most',
  ratios: {
    showed: 'Came',
    unknown: 'New to each other',
    coverage: 'Got an introduction',
    answered: 'Questions answered',
    mutual: 'Introduced',
    talked: 'Talked by day 14',
    met: 'Met by week 6',
    working: 'Work together by month 12',
  },
  formats: {
    panel: 'Evenings with a panel',
    mixer: 'Evenings with a mixer',
    'critique-session': 'Evenings with a critique session',
    none: 'Other evenings',
  },
  fewer: 'fewer than 5',
  hidden: 'not shown',
  nothing: { yet: 'nothing yet', final: 'none' },
} as const;

const marked = {
  talked: 'talked with',
  met: 'met',
  'working together': 'work together with',
} as const;

/** Names of numbers in files, and a person's own page. */
export const insightWords = {
  ...names,
  file: {
    what: 'What',
    evening: 'Evening',
    day: 'Day',
    count: 'Number',
    of: 'Of',
    percent: 'Percent',
    counted: 'Counted',
    now: 'as of now',
    upTo: (day: string) => `up to the end of ${day}`,
    from: (day: string) => `from ${day} on`,
    all: 'All together',
  },
  mine: {
    title: 'What came of it for you',
    evenings: (evenings: number, hours: string) =>
      `You spent ${hours} at ${counted(evenings, 'evening', 'evenings')}.`,
    hours: (hours: number) => counted(hours, 'hour', 'hours'),
    people: (talkedTo: number, newPeople: number) =>
      `By your own count you talked to ${counted(talkedTo, 'person', 'people')} there, ${number.format(newPeople)} of them new to you.`,
    introduced: (people: number) => `You were introduced to ${counted(people, 'person', 'people')}.`,
    marked: (marks: readonly { mark: keyof typeof marked; count: number }[]) =>
      marks.length === 0
        ? 'You have not said yet what became of it.'
        : `By what you said since, you ${new Intl.ListFormat('en').format(
            marks.map(({ mark, count }) => `${marked[mark]} ${number.format(count)}`),
          )}.`,
    private: 'Only you see this.',
  },
} as const;

/** In the organizers' app. */
export const insightsApp = {
  ...names,
  title: 'What came of it',
  text: 'From the room to the work: who came, who was introduced, and what grew from it.',
  /** Beside each group of numbers: as of when it counts. */
  counted: {
    room: (day: string, place: string) =>
      `RSVPs and who came: as of now, as the guest list has them. The rest: up to the end of ${day}, ${place} time.`,
    midnight: (day: string, place: string) =>
      `Up to the end of ${day}, ${place} time. This changes at midnight only, so that no number tells when somebody answered.`,
  },
  notOver: 'What comes of it stands here',
  notOverText:
    'The first numbers come the day after the evening: who came, and how many of them have an introduction. What people make of their introductions follows over the year.',
  cancelled: 'This event was cancelled, so nothing came of it.',
  none: 'What came of your evenings stands here',
  noneText: 'The first numbers come the day after your first evening.',
  toEvents: 'See the events',
  download: 'Download as CSV',
  small:
    'Groups of fewer than 5 people are not shown, and neither is a number that would give one away. What people say counts in fives: the first number comes when ten have answered, or ten pairs are over.',
  from: (day: string) => `from ${day} on`,
  /** In place of a group that has no number at all. */
  first: {
    room: 'There is nothing to tell of the evening yet: its guest list says of nobody that they were going.',
    introductions:
      'Nothing is over yet. Here you will read how many questions were answered, and how many of the pairs that were asked were introduced.',
    months:
      'There is no number yet. Here you will read how many of the introduced pairs talked by day 14, met by week 6 and work together by month 12; each is counted once people had the time to tell.',
    on: (day: string) => `The first numbers come on ${day}.`,
    none: {
      room: 'Nobody was going.',
      introductions: 'Nobody was asked.',
      months: 'No pair was introduced.',
    },
  },
  together:
    'Of what people say, an evening counts here once nothing can be added to it any more, two months after it at the earliest.',
  columns: { what: 'What', number: 'Number', share: 'Share' },
  of: (all: string) => `of ${all}`,
  numberOf: (count: string, of: string) => `${count} of ${of}`,
  percent: (share: number) => `${String(Math.round(share * 100))} %`,
  meaning: {
    showed: 'of those who were going, as of now',
    unknown: 'of the people whom guests talked to, by their own count',
    coverage: 'of those who came and want introductions',
    answered: 'of the questions that are over, where both were asked together',
    mutual: 'of the pairs that were asked',
    talked: 'of the pairs introduced at least four weeks ago',
    met: 'of the pairs introduced at least eight weeks ago',
    working: 'of the pairs introduced over a year ago, as both say',
  },
  sections: {
    room: 'The evening',
    introductions: 'The introductions',
    months: 'The months after',
    chance: 'Suggestions against chance',
    evenings: 'Evening by evening',
    formats: 'By format',
    all: 'All evenings together',
  },
  chance: {
    text: 'One suggestion in five is drawn by chance. Were the others no better, matching would be worth nothing.',
    verdicts: {
      'too-early': 'No pair is over yet, so nothing can be said.',
      'too-few': 'There are fewer than 5 pairs of one kind that are over, so nothing can be said yet.',
      better:
        'Suggestions lead to an introduction more often than pairs drawn by chance, by more than chance explains.',
      'not-better-yet': 'Suggestions are not better than chance yet: the difference could be luck.',
      worse:
        'Pairs drawn by chance lead to an introduction more often than suggestions, by more than luck explains.',
    },
    on: (day: string) => `From ${day} on there are five of each.`,
    suggested: 'Suggested',
    wildcard: 'Drawn by chance',
    difference: 'Difference',
    likely: 'Likely between',
    between: (low: string, high: string) => `${low} and ${high}`,
    points: (value: number) => {
      const points = Math.round(Math.abs(value) * 100);
      return `${points > 0 ? (value < 0 ? '−' : '+') : ''}${counted(points, 'point', 'points')}`;
    },
    chart: (suggested: string, wildcard: string) =>
      `Introduced: ${suggested} of the suggestions, ${wildcard} of the pairs drawn by chance.`,
  },
  over: {
    evening: 'Evening',
    choose: 'Show',
    chart: (what: string, evenings: number) =>
      `${what}: ${counted(evenings, 'evening', 'evenings')} from the oldest to the newest, as the table says.`,
    nothing: 'No evening has a number to show here yet.',
    evenings: (count: number) => counted(count, 'evening', 'evenings'),
    scroll: 'Numbers of each evening',
  },
} as const;

export const insightsActivity = {
  'insights.exported': 'downloaded what came of evenings',
} as const;
