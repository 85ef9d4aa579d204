import { Database } from '#libs/database';
import { found } from '#libs/domain';
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
    return this.db.read({ kind: 'public' }, (reader) => readUpcomingEvents(reader, this.site, after));
  }

  bySlug(slug: string): Promise<PublicEventRow> {
    return this.db.read({ kind: 'public' }, async (reader) =>
      found(await readPublicEvent(reader, slug, this.site)),
    );
  }
}
