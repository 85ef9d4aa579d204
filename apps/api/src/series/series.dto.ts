import { seriesPartNames, seriesPatterns, weekdays } from '#libs/domain';
import { ChoicesOf, Day, Days, Id, OneOf, Optional, OrNull, WholeNumber, YesNo } from '../problems/shapes.ts';

export class SeriesRuleInput {
  /** By weeks, or by months on the day or the weekday of the first date. */
  @OneOf(seriesPatterns) pattern!: 'weeks' | 'month-day' | 'month-weekday' | 'month-last-weekday';
  /** Weeks or months from one to the next. */
  @WholeNumber(1, 12) interval!: number;
  /** Of `weeks`: the weekday of the first date is among them. */
  @Optional() @ChoicesOf(weekdays, 7) weekdays?: ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[];
  /** How many dates in all, the first included. */
  @Optional() @OrNull() @WholeNumber(2, 200) count?: number | null;
  /** The last day there may be a date. */
  @Optional() @OrNull() @Day() until?: string | null;
}

export class SeriesInput extends SeriesRuleInput {
  /** Whether each date is open for RSVPs as soon as it is made; a draft otherwise. */
  @YesNo() announces!: boolean;
  /** Days of the rule on which there is nothing. */
  @Optional() @Days(60) leaveOut?: string[];
}

export class FollowingInput {
  /** The date that the others become like. */
  @Id() eventId!: string;
  @ChoicesOf(seriesPartNames, seriesPartNames.length)
  parts!: ('title' | 'description' | 'place' | 'time' | 'capacity' | 'rules' | 'questions')[];
  /** The version of the series this was decided on. */
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class SeriesEndInput {
  /** No date on this day or later. */
  @Day() from!: string;
  @WholeNumber(1, 2_147_483_647) version!: number;
}

export class LeaveOutInput {
  @Day() day!: string;
  /** False puts it back. */
  @YesNo() leftOut!: boolean;
}

export class SeriesRuleView {
  pattern!: 'weeks' | 'month-day' | 'month-weekday' | 'month-last-weekday';
  interval!: number;
  weekdays!: ('MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU')[];
  count!: number | null;
  until!: string | null;
}

export class SeriesPreviewDate {
  day!: string;
  startsAt!: string;
  /** What the clocks show when it begins. */
  startsLocal!: string;
  note!: 'skipped-hour' | 'repeated-hour' | 'new-year' | 'christmas' | 'new-years-eve' | null;
  /** Another event of the organization on that day. */
  other!: string | null;
}

export class SeriesPreview {
  /** The next dates, at most twelve. */
  dates!: SeriesPreviewDate[];
}

export class SeriesRef {
  id!: string;
  title!: string;
  rule!: SeriesRuleView;
  /** The rule is counted from here. */
  firstDay!: string;
  timeZone!: string;
  announces!: boolean;
  /** Whether dates are still to be made. */
  running!: boolean;
  version!: number;
}

export class SeriesDateView {
  /** The day of the rule that it stands for. */
  day!: string;
  eventId!: string;
  title!: string;
  startsAt!: string;
  timeZone!: string;
  state!: 'draft' | 'published' | 'cancelled';
  /** RSVPs that stand. */
  guests!: number;
  /** In what it was changed by hand. */
  differs!: ('title' | 'description' | 'place' | 'time' | 'capacity' | 'rules' | 'questions')[];
}

export class SeriesLaterDate {
  day!: string;
  startsAt!: string;
  leftOut!: boolean;
}

export class SeriesSummary extends SeriesRef {
  /** How many dates became events. */
  made!: number;
  nextStartsAt!: string | null;
}

export class SeriesListView {
  series!: SeriesSummary[];
}

export class SeriesView extends SeriesRef {
  pageUrl!: string;
  /** The last hundred, soonest first. */
  dates!: SeriesDateView[];
  /** Days that are not near enough to be events, and days that were left out. */
  later!: SeriesLaterDate[];
}

export class SeriesOfEvent {
  /** Null: it does not repeat. */
  series!: SeriesRef | null;
  /** How it can be repeated, by its day. */
  patterns!: ('weeks' | 'month-day' | 'month-weekday' | 'month-last-weekday')[];
  /** In what this date is not as the series made it. */
  differs!: ('title' | 'description' | 'place' | 'time' | 'capacity' | 'rules' | 'questions')[];
  /** Dates after this one that have not begun. */
  following!: SeriesDateView[];
}

export class FollowingChanged {
  changed!: number;
  /** Dates that keep what was changed on them by hand, with what. */
  kept!: SeriesDateView[];
}

export class SeriesEnded {
  cancelled!: number;
  /** Dates that have guests and stay. */
  kept!: SeriesDateView[];
}
