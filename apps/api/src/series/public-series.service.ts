import { Database } from '#libs/database';
import { Organization, found } from '#libs/domain';
import { Injectable } from '@nestjs/common';
import {
  type PublicSeries,
  type PublicSeriesDate,
  readPublicDates,
  readPublicSeries,
} from './public-series.queries.ts';

@Injectable()
export class PublicSeriesService {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not-found, also while none of its dates is published */
  bySlug(
    organizationSlug: string,
    slug: string,
  ): Promise<{ organization: Organization; series: PublicSeries; dates: PublicSeriesDate[] }> {
    return this.db.read({ kind: 'public' }, async (reader) => {
      const organization = found(await reader.one(Organization, { slug: organizationSlug }));
      const series = found(await readPublicSeries(reader, organization.id, slug));
      return { organization, series, dates: await readPublicDates(reader, series.id) };
    });
  }
}
