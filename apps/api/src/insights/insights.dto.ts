import {
  type AgainstChance,
  type ChanceVerdict,
  type Insights,
  type Nothing,
  type ToldRatio,
  midnightFrom,
} from '#libs/domain';
import type { Format } from './insights.queries.ts';
import type { EveningInsights, OrganizationInsights } from './insights-reading.ts';

export class NothingView {
  /** Nothing can come any more, so that there is none; else there is none yet. */
  isFinal!: boolean;
  /** The midnight, in the organization's zone, from which there is a number; null where it is not known. */
  from!: string | null;

  static of({ isFinal, from }: Nothing, timeZone: string): NothingView {
    return { isFinal, from: midnight(from, timeZone) };
  }
}

/** A count and what it is of; null where the group behind it, or the rest of it, is fewer than 5. */
export class RatioView {
  of!: number | null;
  count!: number | null;
  /** Why there is no number where nothing is over yet: few people are not the reason then. */
  nothing!: NothingView | null;

  static of({ of, count, nothing }: ToldRatio, timeZone: string): RatioView {
    return { of, count, nothing: nothing && NothingView.of(nothing, timeZone) };
  }
}

/** A share of introductions with the interval that holds the truth 95 times in 100; all but the counts from 0 to 1. */
export class TrialView {
  count!: number;
  of!: number;
  low!: number;
  high!: number;

  static of({ count, of, low, high }: NonNullable<AgainstChance['suggested']>): TrialView {
    return { count, of, low: digits(low), high: digits(high) };
  }
}

/** From −1 to 1. */
export class DifferenceView {
  value!: number;
  low!: number;
  high!: number;

  static of({ value, low, high }: NonNullable<AgainstChance['difference']>): DifferenceView {
    return { value: digits(value), low: digits(low), high: digits(high) };
  }
}

/** Suggestions against pairs drawn by chance: how many of each were introduced, of those that are over. */
export class AgainstChanceView {
  /** "too-early" before any pair of either kind is over; "better" and "worse" only where the whole interval of the difference is on one side of zero. */
  verdict!: ChanceVerdict;
  /** Null, like the others, with fewer than 5 pairs of either kind. */
  suggested!: TrialView | null;
  wildcard!: TrialView | null;
  /** Of the share of suggestions less that of wildcards. */
  difference!: DifferenceView | null;
  /** The midnight from which there are five of each kind; null where that is not known, or already so. */
  from!: string | null;

  static of(
    { verdict, suggested, wildcard, difference, from }: Insights['chance'],
    timeZone: string,
  ): AgainstChanceView {
    return {
      verdict,
      suggested: suggested && TrialView.of(suggested),
      wildcard: wildcard && TrialView.of(wildcard),
      difference: difference && DifferenceView.of(difference),
      from: midnight(from, timeZone),
    };
  }
}

const midnight = (from: Date | null, timeZone: string): string | null =>
  from && midnightFrom(from, timeZone).toISOString();

const digits = (value: number): number => Math.round(value * 1e4) / 1e4;

export class InsightsView {
  /** Everybody who asked for a place and proved their address, as of now; null under 5. */
  rsvps!: number | null;
  /** Came, of those who were going, as of now. */
  showed!: RatioView;
  /** New, of the people that somebody talked to: the sums of what people told the morning after. */
  unknown!: RatioView;
  /** With at least one introduction, of those who came and want them. */
  coverage!: RatioView;
  /** Answered, of the questions that are over; two to a pair whose two are asked together. */
  answered!: RatioView;
  /** Introduced, of the pairs that were asked and are over. */
  mutual!: RatioView;
  /** Talked by day 14, of the pairs introduced long enough ago. */
  talked!: RatioView;
  /** Met by week 6. */
  met!: RatioView;
  /** Both said that they work together, by month 12. */
  working!: RatioView;
  /** How often the person who was asked most was asked; null while fewer than 5 people were asked. */
  load!: number | null;
  chance!: AgainstChanceView;

  static of({ rsvps, ratios, load, chance }: Insights, timeZone: string): InsightsView {
    const told = (ratio: ToldRatio): RatioView => RatioView.of(ratio, timeZone);
    return {
      rsvps,
      showed: told(ratios.showed),
      unknown: told(ratios.unknown),
      coverage: told(ratios.coverage),
      answered: told(ratios.answered),
      mutual: told(ratios.mutual),
      talked: told(ratios.talked),
      met: told(ratios.met),
      working: told(ratios.working),
      load,
      chance: AgainstChanceView.of(chance, timeZone),
    };
  }
}

export class EveningInsightsView {
  /** The midnight, in the organization's zone, up to which all counts but RSVPs and who came: nothing else moves within a day. */
  asOf!: string;
  timeZone!: string;
  /** Null until the midnight after the evening. */
  insights!: InsightsView | null;

  static of({ asOf, timeZone, insights }: EveningInsights): EveningInsightsView {
    return { asOf: asOf.toISOString(), timeZone, insights: insights && InsightsView.of(insights, timeZone) };
  }
}

export class EveningLine {
  eventId!: string;
  title!: string;
  startsAt!: string;
  timeZone!: string;
  insights!: InsightsView;

  /** @param zone the organization's */
  static of({ evening, insights }: OrganizationInsights['evenings'][number], zone: string): EveningLine {
    const { id: eventId, title, startsAt, timeZone } = evening;
    return {
      eventId,
      title,
      startsAt: startsAt.toISOString(),
      timeZone,
      insights: InsightsView.of(insights, zone),
    };
  }
}

export class FormatLine {
  /** An evening of several formats counts for each. */
  format!: Format;
  evenings!: number;
  insights!: InsightsView;

  static of(
    { format, evenings, insights }: OrganizationInsights['formats'][number],
    zone: string,
  ): FormatLine {
    return { format, evenings, insights: InsightsView.of(insights, zone) };
  }
}

export class OrganizationInsightsView {
  asOf!: string;
  timeZone!: string;
  /** Newest first, at most 100. */
  evenings!: EveningLine[];
  formats!: FormatLine[];
  /** All of them together; of what nobody may know, only evenings to which nothing can be added any more. */
  total!: InsightsView;

  static of({ asOf, timeZone, evenings, formats, total }: OrganizationInsights): OrganizationInsightsView {
    return {
      asOf: asOf.toISOString(),
      timeZone,
      evenings: evenings.map((line) => EveningLine.of(line, timeZone)),
      formats: formats.map((line) => FormatLine.of(line, timeZone)),
      total: InsightsView.of(total, timeZone),
    };
  }
}
