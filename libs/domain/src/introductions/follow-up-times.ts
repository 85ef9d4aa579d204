import { Temporal } from 'temporal-polyfill';
import { nextPostHour } from './times.ts';

// When a side is asked how it goes (introductions.md, States): day 14, week 6, month 6 and month 12 after the introduction,
// as calendar days in the event's zone at 10:00, moved into working days.

const stages = [{ days: 14 }, { weeks: 6 }, { months: 6 }, { months: 12 }] as const;
const hour = 10;

/** What a side does moves its next follow-up at least this far away; a person also gets at most one such mail in it. */
export const followUpGapDays = 14;
/** Pairs of one person that are due this soon after one that is due now go into the same mail. */
export const followUpGatherDays = 7;
/** Month 12 and the two weeks in which its follow-up can be answered: then the pair lapses. */
export const lapseDays = 380;
/** How long after the introduction its first mover is reminded, once. */
const nudgeHours = 72;

const day = 86_400_000;

/** When two people were introduced, and the zone of the event they met at. */
export interface Made {
  introducedAt: Date;
  zone: string;
}

/** The four moments at which each side is asked. */
export function followUpStages({ introducedAt, zone }: Made): Date[] {
  const introduced = Temporal.Instant.fromEpochMilliseconds(introducedAt.getTime()).toZonedDateTimeISO(zone);
  return stages.map((stage) => {
    const at = introduced
      .toPlainDate()
      .add(stage)
      .toZonedDateTime({
        timeZone: zone,
        plainTime: Temporal.PlainTime.from({ hour }),
      });
    return nextPostHour(new Date(at.epochMilliseconds), zone);
  });
}

/** The first stage that is not before this moment; null after month 12. */
export function stageFrom(made: Made, moment: Date): Date | null {
  return followUpStages(made).find((stage) => stage >= moment) ?? null;
}

/** The next stage for a side that acted now: stages nearer than 14 calendar days are skipped. */
export function stageAfterAct(made: Made, now: Date): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(made.zone);
  // From the start of that day: two weeks after a tap in the evening is still the same weekday at 10:00.
  const { epochMilliseconds } = local.add({ days: followUpGapDays }).startOfDay();
  return stageFrom(made, new Date(epochMilliseconds));
}

/** The earliest moment after the last follow-up mail at which a person may get another, whichever organization sends it. */
export function followUpAllowedFrom(last: Date, zone: string): Date {
  return nextPostHour(new Date(last.getTime() + followUpGapDays * day), zone);
}

/** When the one who writes first is reminded if nothing was marked. */
export function nudgeOf({ introducedAt, zone }: Made): Date {
  return nextPostHour(new Date(introducedAt.getTime() + nudgeHours * 3_600_000), zone);
}

/** When a pair that came no further than meeting lapses. In hours, so that SQL computes the same moment. */
export function lapseOf(introducedAt: Date): Date {
  return new Date(introducedAt.getTime() + lapseDays * day);
}
