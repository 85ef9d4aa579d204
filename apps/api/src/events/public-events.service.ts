import { Database } from '#libs/database';
import { Organization, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import type { Page } from '../paging.ts';
import { Settings } from '../settings.ts';
import { type PublicEventRow, readPublicEvent, readUpcomingEvents } from './public-events.queries.ts';

type KnownEvent = Pick<PublicEventRow, 'id' | 'organizationId'>;

/** About 4 MB of addresses and ids. */
const rememberedAddresses = 20_000;

@Injectable()
export class PublicEventsService {
  private readonly site: string;
  private readonly ids = new Map<string, Promise<KnownEvent>>();

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
      const { id: organizationId } = organization;
      return { organization, ...(await readUpcomingEvents(reader, this.site, { after, organizationId })) };
    });
  }

  bySlug(slug: string): Promise<PublicEventRow> {
    return this.db.read({ kind: 'public' }, async (reader) =>
      found(await readPublicEvent(reader, slug, this.site)),
    );
  }

  /**
   * Which event an address means. Remembered, because an address is never given to another event; what the event is by
   * now, its desk asks. A crowd that comes at once asks once. @throws DomainError not-found, also for a draft
   */
  idsOf(slug: string): Promise<KnownEvent> {
    const known = this.ids.get(slug);
    if (known !== undefined) return known;
    if (this.ids.size >= rememberedAddresses) this.ids.clear();
    const asked = this.bySlug(slug).then(({ id, organizationId }) => ({ id, organizationId }));
    this.ids.set(slug, asked);
    // What is not there may be there later.
    asked.catch(() => this.ids.delete(slug));
    return asked;
  }
}
