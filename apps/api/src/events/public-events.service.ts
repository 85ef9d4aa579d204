import { Database } from '#libs/database';
import { Organization, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { Settings } from '../settings.ts';
import { type PublicEventRow, readPublicEvent, readUpcomingEvents } from './public-events.queries.ts';

@Injectable()
export class PublicEventsService {
  private readonly site: string;

  constructor(
    private readonly db: Database,
    settings: Settings,
  ) {
    this.site = `${settings.config.publicUrl}/e/`;
  }

  upcoming(after?: string): Promise<Page<PublicEventRow>> {
    return this.db.read({ kind: 'public' }, (reader) => readUpcomingEvents(reader, this.site, { after }));
  }

  /** The same of one organization, with the organization. @throws DomainError not-found */
  upcomingOf(
    organizationSlug: string,
    after?: string,
  ): Promise<Page<PublicEventRow> & { organization: Organization }> {
    return this.db.read({ kind: 'public' }, async (reader) => {
      const organization = found(await reader.one(Organization, { slug: organizationSlug }));
      return { organization, ...(await readUpcomingEvents(reader, this.site, { after, organizationSlug })) };
    });
  }

  bySlug(slug: string): Promise<PublicEventRow> {
    return this.db.read({ kind: 'public' }, async (reader) =>
      found(await readPublicEvent(reader, slug, this.site)),
    );
  }
}
