import { Database, type Reader, type Tx, claimDay, lockSeries, makeDates, record } from '#libs/database';
import {
  DomainError,
  Event,
  EventSeries,
  type Member,
  dateOf,
  found,
  localOf,
  noteOf,
  patternsOf,
} from '#libs/domain';
import { later } from '#libs/jobs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type {
  LeaveOutInput,
  SeriesInput,
  SeriesListView,
  SeriesOfEvent,
  SeriesPreview,
  SeriesRuleInput,
  SeriesView,
} from './series.dto.ts';
import {
  driftOfRow,
  readDate,
  readDates,
  readEventsOn,
  readFollowing,
  readLeftOut,
  readSeriesCounts,
} from './series.queries.ts';
import { dayOf, isDayOf, nextDays, noExtras, seriesFrom, shownAhead } from './series-plan.ts';
import { capacityOf, extrasOf, insertSeries, putBack } from './series-rows.ts';
import { dateViewOf, laterOf, refOf } from './series.views.ts';

@Injectable()
export class SeriesService {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  list({ organizationId, scope }: Member): Promise<SeriesListView> {
    return this.db.read(scope, async (reader) => {
      const all = await reader.find(EventSeries, { where: { organizationId }, order: { id: 'DESC' } });
      const counts = new Map((await readSeriesCounts(reader, organizationId)).map((row) => [row.id, row]));
      const series = all.map((one) => {
        const { made = 0, nextStartsAt = null } = counts.get(one.id) ?? {};
        return { ...refOf(one), made, nextStartsAt: nextStartsAt?.toISOString() ?? null };
      });
      return { series };
    });
  }

  get(member: Member, seriesId: string): Promise<SeriesView> {
    return this.db.read(member.scope, (reader) => this.viewOf(reader, member, seriesId));
  }

  /** What an event has to do with a series: the one it is a date of, or how it could be repeated. */
  ofEvent({ organizationId, scope }: Member, eventId: string): Promise<SeriesOfEvent> {
    return this.db.read(scope, async (reader) => {
      const event = found(await reader.one(Event, { id: eventId, organizationId }));
      const patterns = patternsOf(dayOf(event));
      const date = await readDate(reader, organizationId, eventId);
      if (date === null) return { series: null, patterns, differs: [], following: [] };
      const series = found(await reader.one(EventSeries, { id: date.seriesId, organizationId }));
      const following = await readFollowing(reader, organizationId, series.id, { day: date.day, eventId });
      const differs = driftOfRow(date);
      return { series: refOf(series), patterns, differs, following: following.map(dateViewOf) };
    });
  }

  /** The next dates of a rule, and what is odd about them. @throws DomainError not-well-formed */
  preview({ organizationId, scope }: Member, eventId: string, rule: SeriesRuleInput): Promise<SeriesPreview> {
    return this.db.read(scope, async (reader) => {
      const event = found(await reader.one(Event, { id: eventId, organizationId }));
      const series = seriesFrom(event, 0, rule, noExtras, reader.now);
      const days = nextDays(series, reader.now);
      const others = await readEventsOn(reader, organizationId, days);
      const dates = days.map((day) => {
        const startsAt = series.startOf(day);
        return {
          day,
          startsAt: startsAt.toISOString(),
          startsLocal: localOf(startsAt, event.timeZone),
          note: noteOf(dateOf(series.template, day).startsLocal, event.timeZone),
          other: others.get(day) ?? null,
        };
      });
      return { dates };
    });
  }

  /**
   * Repeats an event: it is the first date, and those of the next eight weeks are made at once.
   * @throws DomainError not-well-formed, event-cancelled, event-in-series
   */
  create(member: Member, eventId: string, input: SeriesInput): Promise<SeriesView> {
    const { organizationId, actor } = member;
    return this.db.write(member.scope, async (tx) => {
      const event = found(await tx.locked(Event, { id: eventId, organizationId }));
      if (event.state === 'cancelled') throw new DomainError('event-cancelled');
      const extras = await extrasOf(tx, event);
      const series = seriesFrom(event, await capacityOf(tx, event), input, extras, tx.now);
      series.announces = input.announces;
      await insertSeries(tx, series);
      const first = { eventId, given: series.template };
      if (!(await claimDay(tx, series, series.firstDay, first))) throw new DomainError('event-in-series');
      for (const day of new Set(input.leaveOut)) {
        if (day !== series.firstDay && isDayOf(series, day)) await claimDay(tx, series, day, null);
      }
      await this.go(tx, member, series);
      await record(tx, actor, 'series.created', series.id);
      return this.viewOf(tx, member, series.id);
    });
  }

  /**
   * Leaves a day out before it is made, or puts it back.
   * @throws DomainError series-day-unknown for no day of the rule, one that has passed, and one that is an event
   */
  leaveOut(member: Member, seriesId: string, { day, leftOut }: LeaveOutInput): Promise<SeriesView> {
    return this.db.write(member.scope, async (tx) => {
      const series = await lockSeries(tx, member.organizationId, seriesId);
      if (!isDayOf(series, day) || series.startOf(day) <= tx.now) throw new DomainError('series-day-unknown');
      const done = leftOut ? await claimDay(tx, series, day, null) : await putBack(tx, series, day);
      if (done) await record(tx, member.actor, `series.date-${leftOut ? 'left-out' : 'put-back'}`, seriesId);
      else if ((await readLeftOut(tx, seriesId, day)).includes(day) !== leftOut)
        throw new DomainError('series-day-unknown');
      await this.go(tx, member, series);
      return this.viewOf(tx, member, seriesId);
    });
  }

  /** Makes what is near enough, and sees that somebody comes back for the rest. */
  async go(tx: Tx, { organizationId, actor }: Member, series: EventSeries): Promise<void> {
    await makeDates(tx, series, actor);
    if (series.nextAt === null) return;
    const payload = { organizationId, seriesId: series.id };
    await later(tx, 'series.make', payload, { key: `series:${series.id}`, runAt: series.nextAt });
  }

  private async viewOf(reader: Reader, { organizationId }: Member, seriesId: string): Promise<SeriesView> {
    const series = found(await reader.one(EventSeries, { id: seriesId, organizationId }));
    const [organization] = await reader.query<{ slug: string }>(
      'select slug from organizations where id = $1',
      [organizationId],
    );
    const today = localOf(reader.now, series.template.timeZone).slice(0, 10);
    const leftOut = (await readLeftOut(reader, seriesId, today)).filter((day) => isDayOf(series, day));
    return {
      ...refOf(series),
      pageUrl: `${this.settings.config.publicUrl}/o/${found(organization).slug}/series/${series.slug}`,
      dates: (await readDates(reader, organizationId, seriesId)).map(dateViewOf),
      later: laterOf(series, series.daysAhead(reader.now, shownAhead), leftOut),
    };
  }
}
