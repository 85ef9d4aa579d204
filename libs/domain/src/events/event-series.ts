import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dayAfter, daysOf } from './series-days.ts';
import { type SeriesRule, endingOn, readRule } from './series-rule.ts';
import { type SeriesExtras, type SeriesTemplate, dateOf } from './series-template.ts';
import { instantOf, localOf } from './time.ts';

/** How long before its start a date becomes an event. */
export const weeksAhead = 8;
const ahead = weeksAhead * 7 * 24 * 3_600_000;

/** An event that comes again and again: the rule, and what each date begins with. */
@Entity('event_series')
export class EventSeries {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('varchar', { length: 120 }) slug!: string;
  /** RFC 5545, in the few forms that `ruleText` writes. */
  @Column('varchar', { length: 120 }) rule!: string;
  /** "2026-10-20": the rule is counted from here. */
  @Column('varchar', { length: 10 }) firstDay!: string;
  @Column('jsonb') template!: SeriesTemplate;
  @Column('jsonb') extras!: SeriesExtras;
  /** Whether a date is open for RSVPs as soon as it is made. */
  @Column('boolean') announces!: boolean;
  /** When the next date is due to be made; null: the rule has ended. */
  @Column('timestamptz', { nullable: true }) nextAt!: Date | null;
  @Column('int') version!: number;
  @Column('timestamptz') createdAt!: Date;

  /** How often it comes, as it was chosen. */
  get choice(): SeriesRule {
    return readRule(this.rule);
  }

  /** The days from now on that are near enough to be made. */
  daysToMake(now: Date): string[] {
    const { timeZone } = this.template;
    const horizon = new Date(now.getTime() + ahead);
    // A day on each side: what is near enough is a matter of instants.
    const days = daysOf(
      this.rule,
      this.firstDay,
      ...around(localOf(now, timeZone), localOf(horizon, timeZone)),
    );
    return days.filter((day) => {
      const startsAt = this.startOf(day);
      return startsAt > now && startsAt <= horizon;
    });
  }

  /** The first days that are not near enough yet, at most `most`. */
  daysAhead(now: Date, most: number): string[] {
    const { timeZone } = this.template;
    const horizon = new Date(now.getTime() + ahead);
    const days: string[] = [];
    let day = dayAfter(this.rule, this.firstDay, shifted(localOf(horizon, timeZone).slice(0, 10), -2));
    while (day !== null && days.length < most) {
      if (this.startOf(day) > horizon) days.push(day);
      day = dayAfter(this.rule, this.firstDay, day);
    }
    return days;
  }

  /** Says when there is something to make again; the dates of today's horizon are made. */
  planNext(now: Date): void {
    const [day] = this.daysAhead(now, 1);
    this.nextAt = day === undefined ? null : new Date(this.startOf(day).getTime() - ahead);
  }

  /** No date on this day or later. */
  end(day: string, now: Date): void {
    const last = daysOf(this.rule, this.firstDay, this.firstDay, shifted(day, -1)).at(-1);
    this.rule = endingOn(this.rule, last ?? shifted(this.firstDay, -1));
    this.planNext(now);
    this.version += 1;
  }

  startOf(day: string): Date {
    const { startsLocal, timeZone } = dateOf(this.template, day);
    return instantOf(startsLocal, timeZone);
  }
}

function around(from: string, to: string): [string, string] {
  return [shifted(from.slice(0, 10), -1), shifted(to.slice(0, 10), 1)];
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
