import { Database } from '#libs/database';
import { type FeedEntry, Organization, calendarFeed, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.ts';
import type { Feed } from './feed-reply.ts';
import { readPublicEntries } from './public-feed.queries.ts';

/** Calendars of published events, with what anybody may know of them. */
@Injectable()
export class PublicFeedsService {
  private readonly site: string;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.site = settings.config.publicUrl;
  }

  /** @throws DomainError not-found */
  ofOrganization(slug: string): Promise<Feed> {
    return this.db.read({ kind: 'public' }, async (reader) => {
      const { id, name } = found(await reader.one(Organization, { slug }));
      return publicFeed(name, await readPublicEntries(reader, this.site, 'e.organization_id = $2', [id]));
    });
  }
}

export const publicFeed = (name: string, entries: readonly FeedEntry[]): Feed => ({
  file: calendarFeed(name, entries),
  changedAt: lastOf(entries),
  shared: true,
});

function lastOf(entries: readonly FeedEntry[]): Date | null {
  const times = entries.map(({ changedAt }) => changedAt.getTime());
  return times.length === 0 ? null : new Date(Math.max(...times));
}
