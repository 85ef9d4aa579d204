import { type Tx, claimDay } from '#libs/database';
import { type Event, EventSeries, newId, ruleText, templateOf } from '#libs/domain';
import { later } from '#libs/jobs';
import { words } from '#libs/words';

/** An evening that comes again every month, on the weekday it is on; the worker makes its next dates. */
export async function seedSeries(tx: Tx, event: Event, capacity: number): Promise<void> {
  const { id: eventId, organizationId } = event;
  const firstDay = event.startsLocal.slice(0, 10);
  const rule = { pattern: 'month-weekday', interval: 1, weekdays: [], count: null, until: null } as const;
  const series = Object.assign(new EventSeries(), {
    ...{ id: newId(), organizationId, slug: event.slug, firstDay },
    rule: ruleText({ ...rule, weekdays: [] }, firstDay),
    template: templateOf(event, capacity),
    extras: { panels: [words.demo.next.topic], mixer: 'open' },
    ...{ announces: true, nextAt: tx.now, version: 1, createdAt: tx.now },
  });
  await tx.insert(EventSeries, series);
  await claimDay(tx, series, firstDay, { eventId, given: series.template });
  await later(tx, 'series.make', { organizationId, seriesId: series.id }, { key: `series:${series.id}` });
}
