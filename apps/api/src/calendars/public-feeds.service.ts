import { Database } from '#libs/database';
import { type FeedEntry, Organization, calendarFeed, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import { PublicSeriesService } from '../series/public-series.service.ts';
import { Settings } from '../settings.ts';
import type { Feed } from './feed-reply.ts';
import { readPublicEntries } from './public-feed.queries.ts';

/** Calendars of published events, with what anybody may know of them. */
@Injectable()
export class PublicFeedsService {
  private readonly site: string;

  constructor(
    private readonly db: Database,
    private readonly series: PublicSeriesService,
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

  /** @throws DomainError not-found, also while none of its dates is published */
  async ofSeries(slug: string, name: string): Promise<Feed> {
    const { series } = await this.series.bySlug(slug, name);
    const which = 'e.id in (select event_id from series_dates where series_id = $2)';
    return this.db.read({ kind: 'public' }, async (reader) =>
      publicFeed(series.title, await readPublicEntries(reader, this.site, which, [series.id])),
    );
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
