import { Database, type Tx, lockSeries, record } from '#libs/database';
import {
  DomainError,
  type EventSeries,
  type Member,
  type SeriesPart,
  type SeriesTemplate,
  dateOf,
  driftOf,
  fieldsOf,
  found,
  templateOf,
  withParts,
} from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { EventsService } from '../events/events.service.ts';
import type {
  FollowingChanged,
  FollowingInput,
  SeriesDateView,
  SeriesEndInput,
  SeriesEnded,
} from './series.dto.ts';
import { type SeriesDateRow, driftOfRow, readDate, readFollowing } from './series.queries.ts';
import { SeriesService } from './series.service.ts';
import { dateViewOf } from './series.views.ts';

/** What is done to several dates of a series at once. */
@Injectable()
export class SeriesChangesService {
  constructor(
    private readonly db: Database,
    private readonly series: SeriesService,
    private readonly events: EventsService,
  ) {}

  /**
   * Gives parts of one date to all following ones, and to those made later. A date whose own part was changed by hand
   * keeps it, and is listed. Everything else about a change is as if each had been edited alone; nobody is told by itself.
   * 36 dates take 0.8 s, of which the desk's rules for each are the most.
   * @throws DomainError changed-meanwhile, not-found
   */
  changeFollowing(member: Member, seriesId: string, input: FollowingInput): Promise<FollowingChanged> {
    const { organizationId } = member;
    const { eventId, parts } = input;
    return this.db.write(member.scope, async (tx) => {
      const series = await lockVersion(tx, member, seriesId, input.version);
      const { day } = await dateIn(tx, organizationId, series, eventId);
      await lockEvenings(tx, series, day);
      const source = await dateIn(tx, organizationId, series, eventId);
      const wanted = templateFrom(source);
      const result: FollowingChanged = { changed: 0, kept: [] };
      for (const row of await readFollowing(tx, organizationId, seriesId, { day, eventId })) {
        const own = driftOfRow(row).filter((part) => parts.includes(part));
        if (own.length > 0) result.kept.push({ ...dateViewOf(row), differs: own });
        if (await this.follow(tx, member, row, wanted, parts)) result.changed += 1;
      }
      await give(tx, source, withParts(source.given, wanted, parts));
      series.template = withParts(series.template, wanted, parts);
      series.version += 1;
      await this.series.go(tx, member, series);
      await record(tx, member.actor, 'series.changed', seriesId, { changed: result.changed });
      return result;
    });
  }

  /**
   * No date from a day on. What nobody has answered is cancelled; dates with guests stay, for somebody to decide.
   * @throws DomainError changed-meanwhile
   */
  end(member: Member, seriesId: string, { from, version }: SeriesEndInput): Promise<SeriesEnded> {
    const { organizationId, scope } = member;
    return this.db.write(scope, async (tx) => {
      const series = await lockVersion(tx, member, seriesId, version);
      await lockEvenings(tx, series, from);
      const kept: SeriesDateView[] = [];
      let cancelled = 0;
      for (const row of await readFollowing(tx, organizationId, seriesId, { day: from, eventId: null })) {
        if (row.guests > 0 || (await hasInvited(tx, row.eventId))) kept.push(dateViewOf(row));
        else {
          await this.events.cancelWithin(tx, member, row.eventId, words.series.endedReason);
          cancelled += 1;
        }
      }
      series.end(from, tx.now);
      await this.series.go(tx, member, series);
      await record(tx, member.actor, 'series.ended', seriesId, { cancelled, kept: kept.length });
      return { cancelled, kept };
    });
  }

  /** @returns whether anything of the date changed */
  private async follow(
    tx: Tx,
    member: Member,
    row: SeriesDateRow,
    wanted: SeriesTemplate,
    parts: readonly SeriesPart[],
  ): Promise<boolean> {
    const own = driftOfRow(row);
    const taken = parts.filter((part) => !own.includes(part));
    const given = withParts(row.given, wanted, taken);
    await give(tx, row, given);
    // When RSVPs open and close keeps its distance from the start.
    const moving: SeriesPart[] = taken.includes('time') && !own.includes('rules') ? ['rules'] : [];
    const changing = driftOf(row, given, row.day).filter((part) => [...taken, ...moving].includes(part));
    if (changing.length === 0) return false;
    const change = { ...fieldsOf(dateOf(given, row.day), changing), version: row.version };
    await this.events.changeWithin(tx, member, row.eventId, change);
    return true;
  }
}

async function lockVersion(
  tx: Tx,
  { organizationId }: Member,
  seriesId: string,
  version: number,
): Promise<EventSeries> {
  const series = await lockSeries(tx, organizationId, seriesId);
  if (series.version !== version) throw new DomainError('changed-meanwhile');
  return series;
}

async function dateIn(
  tx: Tx,
  organizationId: string,
  series: EventSeries,
  eventId: string,
): Promise<SeriesDateRow> {
  const date = found(await readDate(tx, organizationId, eventId));
  if (date.seriesId !== series.id) throw new DomainError('not-found');
  return date;
}

/** Desks come before their events, in the order that everybody takes them in, so that no RSVP comes between. */
async function lockEvenings(tx: Tx, { id }: EventSeries, fromDay: string): Promise<void> {
  await tx.query(
    `select from event_seats where event_id in (
       select event_id from series_dates where series_id = $1 and day >= $2 and event_id is not null)
     order by event_id for update`,
    [id, fromDay],
  );
}

const templateFrom = (row: SeriesDateRow): SeriesTemplate => templateOf(row, row.capacity);

const give = (tx: Tx, { eventId }: SeriesDateRow, given: SeriesTemplate): Promise<unknown> =>
  tx.query('update series_dates set given = $2 where event_id = $1', [eventId, JSON.stringify(given)]);

async function hasInvited(tx: Tx, eventId: string): Promise<boolean> {
  const invited = await tx.query(`select from invitations where event_id = $1 and state = 'live' limit 1`, [
    eventId,
  ]);
  return invited.length > 0;
}
