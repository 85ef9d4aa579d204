import { Temporal } from 'temporal-polyfill';
import { type Cell, fewestTold } from './cells.ts';
import { type Nothing, nothingYet, whenFirst } from './nothing.ts';
import {
  type PairSoFar,
  finished,
  isGroup,
  isGroupInFives,
  isOpen,
  peopleOf,
  wasIntroduced,
  whenOver,
} from './pairs.ts';
import { countedOf } from './ripe.ts';

/** The ratios of product.md, "What an organizer sees afterwards", in their order. */
export const ratios = [
  'showed',
  'unknown',
  'coverage',
  'answered',
  'mutual',
  'talked',
  'met',
  'working',
] as const;
export type Ratio = (typeof ratios)[number];

/** An evening that is over, as the tables have it. */
export interface PastEvening {
  readonly id: string;
  readonly endsAt: Date;
  /** Everybody who asked for a place and proved their address. */
  readonly rsvps: number;
  readonly going: number;
  readonly came: number;
  /** Of those who came: who wants introductions, who of them has one, and who ever said that they want some. */
  readonly optedIn: number;
  readonly covered: number;
  readonly wanted: number;
  readonly mornings: readonly MorningNumbers[];
  readonly pairs: readonly PairSoFar[];
}

export interface MorningNumbers {
  readonly answeredAt: Date;
  readonly talkedTo: number;
  readonly newPeople: number;
}

/** What an evening gives to one ratio; `endedAt` is when nothing could be added any more, null while something could. */
export interface Share {
  readonly cell: Cell;
  readonly endedAt: Date | null;
  /** Where it has nothing to count yet; null where it has, told or hidden. */
  readonly nothing: Nothing | null;
}

const day = 86_400_000;
/** How long an evening takes new introductions and answers about the morning after (caps.ts). */
const eveningDays = 60;
/** Who is asked on day 14 whether they talked answers in the two weeks after it. */
const answerDays = 14;
/** Day 14, week 6 and month 12 (introductions.md, Follow-ups). */
const askedOnDay = { talked: 14, met: 42, working: 365 } as const;

/**
 * The midnight before: what people answer counts as of the end of the last whole day, so that nothing moves with an answer.
 * @param zone the organization's
 */
export function lastMidnight(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return new Date(local.startOfDay().epochMilliseconds);
}

/** The first midnight at which something counts that is over by then. @param zone the organization's */
export function midnightFrom(moment: Date, zone: string): Date {
  const before = lastMidnight(moment, zone);
  if (before.getTime() === moment.getTime()) return before;
  const local = Temporal.Instant.fromEpochMilliseconds(before.getTime()).toZonedDateTimeISO(zone);
  return new Date(local.add({ days: 1 }).startOfDay().epochMilliseconds);
}

/** What one evening tells: of its guest list as it is now, of everything else as of a midnight. */
export function sharesOf(evening: PastEvening, asOf: Date): Record<Ratio, Share> {
  return {
    showed: showedShare(evening, asOf),
    unknown: unknownShare(evening, asOf),
    coverage: coverageShare(evening, asOf),
    answered: answeredShare(evening, asOf),
    mutual: mutualShare(evening, asOf),
    talked: laterShare(evening, 'talked', asOf),
    met: laterShare(evening, 'met', asOf),
    working: laterShare(evening, 'working', asOf),
  };
}

function showedShare({ going: of, came: count, endsAt }: PastEvening, asOf: Date): Share {
  return {
    cell: { group: of, of, count },
    endedAt: asOf,
    nothing: of === 0 ? nothingYet(after(endsAt, eveningDays) <= asOf) : null,
  };
}

/**
 * That nobody wants introductions is told only of evenings where nobody ever did, so that no opt-out shows, and where five
 * came or none, because of fewer it would tell of each.
 */
function coverageShare(evening: PastEvening, asOf: Date): Share {
  const { optedIn: of, covered: count, wanted, came, endsAt } = evening;
  const isNothing = wanted === 0 && (came === 0 || came >= fewestTold);
  return {
    cell: { group: of, of, count },
    endedAt: asOf,
    nothing: isNothing ? nothingYet(after(endsAt, eveningDays) <= asOf) : null,
  };
}

function mutualShare({ endsAt, pairs }: PastEvening, asOf: Date): Share {
  const over = finished(pairs, asOf);
  const count = over.filter((pair) => wasIntroduced(pair, asOf)).length;
  const isFinal = after(endsAt, eveningDays) <= asOf && !pairs.some((pair) => isOpen(pair, asOf));
  return {
    cell: { group: Math.min(over.length, peopleOf(over)), of: over.length, count },
    endedAt: asOf,
    nothing: over.length === 0 ? nothingYet(isFinal, whenOver(pairs, asOf, isGroup)) : null,
  };
}

/** Of the people somebody talked to that evening, those who were new to them. */
function unknownShare({ endsAt, mornings }: PastEvening, asOf: Date): Share {
  const closes = after(endsAt, eveningDays);
  const told = mornings
    .filter(({ answeredAt, talkedTo }) => answeredAt < asOf && talkedTo > 0)
    .sort((one, other) => Number(one.answeredAt) - Number(other.answeredAt));
  const counted = countedOf(told, closes > asOf);
  const cell: Cell = {
    group: counted.length,
    of: counted.reduce((sum, { talkedTo }) => sum + talkedTo, 0),
    count: counted.reduce((sum, { newPeople }) => sum + newPeople, 0),
  };
  // Until then nobody learns whether somebody answered: none, one and nine read the same.
  const nothing = counted.length === 0 && closes > asOf ? nothingYet(false) : null;
  return { cell, endedAt: closes > asOf ? null : closes, nothing };
}

/**
 * Two questions a pair, whether or not the second left: were it left out after the first one's no, the number of questions
 * would tell of the no. Pairs where one is asked first and alone are not counted, because there the second often never hears.
 */
function answeredShare({ endsAt, pairs }: PastEvening, asOf: Date): Share {
  const together = pairs.filter(({ oneFirst }) => !oneFirst);
  const ripe = finished(together, asOf);
  const ends = [after(endsAt, eveningDays), ...ripe.map(({ appearsUntil }) => appearsUntil)];
  const endedAt = together.some((pair) => isOpen(pair, asOf)) ? null : latest(ends, asOf);
  const counted = countedOf(ripe, endedAt === null);
  const introduced = counted.filter((pair) => wasIntroduced(pair, asOf)).length;
  const answers = counted.reduce((sum, pair) => sum + pair.answers, 0);
  const cell: Cell = {
    group: peopleOf(counted),
    of: 2 * counted.length,
    count: answers,
    secret: true,
    // A host knows that both of an introduced pair answered.
    below: 2 * introduced,
  };
  const nothing =
    counted.length === 0 ? nothingYet(endedAt !== null, whenOver(together, asOf, isGroupInFives)) : null;
  return { cell, endedAt, nothing };
}

/** Of the pairs introduced long enough ago, those of whom it was told in time that they came so far. */
function laterShare({ endsAt, pairs }: PastEvening, how: keyof typeof askedOnDay, asOf: Date): Share {
  const days = askedOnDay[how] + answerDays;
  const ripeAt = ({ introducedAt }: PairSoFar): Date | null => introducedAt && after(introducedAt, days);
  const made = pairs.filter(({ introducedAt }) => introducedAt !== null);
  const ripe = made
    .filter((pair) => (ripeAt(pair) ?? asOf) < asOf)
    .sort((one, other) => Number(one.introducedAt) - Number(other.introducedAt));
  const mayGrow = made.length > ripe.length || pairs.some((pair) => isOpen(pair, asOf));
  const endedAt = mayGrow ? null : latest([after(endsAt, eveningDays), ...ripe.map(ripeAt)], asOf);
  const counted = countedOf(ripe, endedAt === null);
  const count = (step: keyof typeof askedOnDay): number =>
    counted.filter((pair) => cameInTime(pair, step, days)).length;
  const before = { talked: null, met: 'talked', working: 'met' } as const;
  const step = before[how];
  const cell: Cell = {
    group: Math.min(counted.length, peopleOf(counted)),
    of: counted.length,
    count: count(how),
    secret: true,
    ...(step !== null && { above: count(step) }),
  };
  const first = whenFirst(made, ripeAt, isGroupInFives, asOf);
  const nothing = counted.length === 0 ? nothingYet(endedAt !== null, first) : null;
  return { cell, endedAt, nothing };
}

/** Whoever met has talked. */
function cameInTime(pair: PairSoFar, step: keyof typeof askedOnDay, days: number): boolean {
  const { introducedAt, talkedAt, metAt, workingAt } = pair;
  const moments = { talked: [talkedAt, metAt, workingAt], met: [metAt, workingAt], working: [workingAt] }[
    step
  ];
  return (
    introducedAt !== null && moments.some((moment) => moment !== null && moment < after(introducedAt, days))
  );
}

const after = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day);

/** The latest of these, or null while it lies ahead. */
function latest(moments: readonly (Date | null)[], asOf: Date): Date | null {
  const last = new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
  return last > asOf ? null : last;
}
