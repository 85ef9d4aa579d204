/** What series say outside the organizers' app. */
export const seriesWords = {
  faults: {
    firstWeekday: 'The weekday of the first date has to be among them.',
    pattern: 'Not every month has that day. Choose another way to repeat it.',
    oneEnd: 'Choose a number of dates or a last day, not both.',
    endsBefore: 'The last day is before the first date.',
  },
  /** Why a date is cancelled that nobody had answered. */
  endedReason: 'This series has ended.',
  page: {
    eyebrow: 'A series',
    description: (title: string, organization: string) => `All dates of ${title}, by ${organization}.`,
    none: 'No date is announced at the moment.',
    by: (organization: string) => `By ${organization}`,
    calendar: 'Subscribe in your calendar',
    cancelled: 'Cancelled',
  },
};

export const seriesActivity = {
  'series.created': 'made a series of an event',
  'series.changed': 'changed the following dates of a series',
  'series.ended': 'ended a series',
  'series.date-left-out': 'left a date out of a series',
  'series.date-put-back': 'put a date back into a series',
};
