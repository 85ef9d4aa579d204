import type { Tx } from '#libs/database';
import {
  DomainError,
  type Event,
  type EventSeries,
  Mixer,
  Panel,
  type SeriesExtras,
  found,
} from '#libs/domain';
import { slugChoices } from '../slugs.ts';

/** What is copied once. */
export async function extrasOf(tx: Tx, { id: eventId, organizationId }: Event): Promise<SeriesExtras> {
  const panels = await tx.find(Panel, { where: { eventId, organizationId }, order: { position: 'ASC' } });
  const mixer = await tx.one(Mixer, { eventId, organizationId });
  return { panels: panels.map(({ topic }) => topic), mixer: mixer?.format ?? null };
}

export async function capacityOf(tx: Tx, { id, organizationId }: Event): Promise<number> {
  const [seats] = await tx.query<{ capacity: number }>(
    'select capacity from event_seats where event_id = $1 and organization_id = $2',
    [id, organizationId],
  );
  return found(seats).capacity;
}

/** Under the first free name; what takes it decides, so no two get one. */
export async function insertSeries(tx: Tx, series: EventSeries): Promise<void> {
  for (const slug of slugChoices(series.slug)) {
    const inserted = await tx.query(
      `insert into event_series (id, organization_id, slug, rule, first_day, template, extras, announces, version, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9) on conflict on constraint event_series_slug do nothing returning id`,
      [
        ...[series.id, series.organizationId, slug, series.rule, series.firstDay],
        ...[
          JSON.stringify(series.template),
          JSON.stringify(series.extras),
          series.announces,
          series.createdAt,
        ],
      ],
    );
    if (inserted.length === 0) continue;
    series.slug = slug;
    return;
  }
  throw new DomainError('address-taken');
}

/** @returns whether the day was left out before */
export async function putBack(tx: Tx, { id, organizationId }: EventSeries, day: string): Promise<boolean> {
  const gone = await tx.query(
    'delete from series_dates where series_id = $1 and organization_id = $2 and day = $3 and event_id is null returning day',
    [id, organizationId, day],
  );
  return gone.length > 0;
}
