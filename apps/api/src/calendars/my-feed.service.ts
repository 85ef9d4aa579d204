import {
  Database,
  type Keys,
  calendarTokenOf,
  endCalendar,
  openCalendar,
  recordApart,
  renewCalendar,
} from '#libs/database';
import { calendarFeed, everyOrganization } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Feed } from './feed-reply.ts';
import { readCircleEntries, readPanelEntries, readRsvpEntries } from './my-feed.queries.ts';
import { mostEntries } from './public-feed.queries.ts';

/** One's own calendar, behind an address that is a secret. */
@Injectable()
export class MyFeedService {
  private readonly keys: Keys;
  private readonly site: string;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.keys = settings.config.keys;
    this.site = settings.config.publicUrl;
  }

  /** The address; null when there is none. */
  addressOf(personId: string): Promise<string | null> {
    return this.db.read({ kind: 'person', personId }, async (reader) => {
      const token = await calendarTokenOf(reader, this.keys, personId);
      return token === null ? null : `${this.site}/calendar/${token}.ics`;
    });
  }

  /** The address of before opens nothing any more. */
  renew(personId: string): Promise<void> {
    return this.db.write({ kind: 'person', personId }, async (tx) => {
      await renewCalendar(tx, this.keys, personId);
      await recordApart(tx, { kind: 'person', id: personId }, 'calendar-feed.renewed', personId);
    });
  }

  /** Turning it off again is nothing. */
  end(personId: string): Promise<void> {
    return this.db.write({ kind: 'person', personId }, async (tx) => {
      if (await endCalendar(tx, personId))
        await recordApart(tx, { kind: 'person', id: personId }, 'calendar-feed.ended', personId);
    });
  }

  /** What stands behind a token, the soonest first. @throws DomainError link-unusable */
  feedOf(token: string): Promise<Feed> {
    return this.db.read(everyOrganization, async (reader) => {
      const personId = await openCalendar(reader, this.keys, token);
      const entries = [
        ...(await readRsvpEntries(reader, personId, this.site)),
        ...(await readPanelEntries(reader, personId, this.site)),
        ...(await readCircleEntries(reader, personId, this.site)),
      ]
        .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
        .slice(0, mostEntries);
      // An RSVP keeps no time of its last change, so programs go by the tag alone.
      return { file: calendarFeed(words.calendar.mine.feed, entries), changedAt: null, shared: false };
    });
  }
}
