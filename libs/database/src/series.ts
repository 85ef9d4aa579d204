import {
  type Actor,
  Event,
  EventSeries,
  type SeriesDate,
  type SeriesTemplate,
  dateOf,
  found,
  newId,
} from '#libs/domain';
import { record } from './audit.ts';
import { addSeriesMessages } from './series-messages.ts';
import type { Tx } from './tx.ts';

/** A series of this organization, behind its lock: one at a time makes, changes or ends its dates. @throws not-found */
export async function lockSeries(tx: Tx, organizationId: string, id: string): Promise<EventSeries> {
  return found(await tx.locked(EventSeries, { id, organizationId }));
}

/**
 * Makes every date that is near enough and not made yet, and says when the next is due. Whoever calls holds the series.
 * @returns the ids of the events that were made
 */
export async function makeDates(tx: Tx, series: EventSeries, actor: Actor): Promise<string[]> {
  const made: string[] = [];
  for (const day of series.daysToMake(tx.now)) {
    const eventId = await makeDate(tx, series, day, actor);
    if (eventId !== null) made.push(eventId);
  }
  series.planNext(tx.now);
  await tx.save(series);
  return made;
}

/** Claims a day of a series for an event, or leaves it out for good; false when it was claimed before. */
export async function claimDay(
  tx: Tx,
  { id, organizationId }: EventSeries,
  day: string,
  claim: { eventId: string; given: SeriesTemplate } | null,
): Promise<boolean> {
  const claimed = await tx.query(
    `insert into series_dates (series_id, organization_id, day, event_id, given, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning day`,
    [
      ...[id, organizationId, day, claim?.eventId ?? null],
      ...[claim === null ? null : JSON.stringify(claim.given), tx.now],
    ],
  );
  return claimed.length > 0;
}

/** The claim decides who makes a day, so that two at once, or one that was killed, make it once. */
async function makeDate(tx: Tx, series: EventSeries, day: string, actor: Actor): Promise<string | null> {
  const { organizationId, template } = series;
  const eventId = newId();
  if (!(await claimDay(tx, series, day, { eventId, given: template }))) return null;
  const { capacity, ...date } = dateOf(template, day);
  const slug = await claimSlug(tx, organizationId, eventId, `${series.slug.slice(0, 100)}-${day}`);
  const event = Event.draft(eventId, organizationId, slug, detailsOf(date), tx.now, rulesOf(date));
  if (series.announces) event.publish(tx.now);
  await tx.insert(Event, event);
  await tx.query(
    'insert into event_seats (event_id, organization_id, capacity, ceiling) values ($1, $2, $3, $3)',
    [eventId, organizationId, capacity],
  );
  await addExtras(tx, series, eventId);
  await addSeriesMessages(tx, series, event);
  await record(tx, actor, 'event.created', eventId);
  if (series.announces) await record(tx, actor, 'event.published', eventId);
  return eventId;
}

async function addExtras(tx: Tx, { organizationId, extras }: EventSeries, eventId: string): Promise<void> {
  for (const [position, topic] of extras.panels.entries()) {
    await tx.query(
      'insert into panels (id, organization_id, event_id, topic, position, created_at) values ($1, $2, $3, $4, $5, $6)',
      [newId(), organizationId, eventId, topic, position, tx.now],
    );
  }
  if (extras.mixer === null) return;
  await tx.query(
    'insert into mixers (id, organization_id, event_id, format, created_at) values ($1, $2, $3, $4, $5)',
    [newId(), organizationId, eventId, extras.mixer, tx.now],
  );
}

/** The name of the series and the day; where somebody took that, with a part of the event's own id. */
async function claimSlug(tx: Tx, organizationId: string, eventId: string, wish: string): Promise<string> {
  for (const slug of [wish, `${wish}-${eventId.slice(-8)}`, `${wish}-${eventId.slice(-12)}`]) {
    const claimed = await tx.query(
      `insert into event_slugs (slug, organization_id, event_id) values ($1, $2, $3)
       on conflict (slug) do nothing returning slug`,
      [slug, organizationId, eventId],
    );
    if (claimed.length > 0) return slug;
  }
  throw new Error('No address for a date of a series');
}

const detailsOf = (date: Omit<SeriesDate, 'capacity'>) => {
  const { title, description, place, city, privatePlace, timeZone, startsLocal, endsLocal } = date;
  return { title, description, place, city, privatePlace, timeZone, startsLocal, endsLocal };
};

const rulesOf = (date: Omit<SeriesDate, 'capacity'>) => {
  const { registration, approval, opensLocal, closesLocal, answersUntilLocal } = date;
  const { waitlist, waitlistOpen, offerHours, plusOnes, questions } = date;
  return {
    ...{ registration, approval, opensLocal, closesLocal, answersUntilLocal },
    ...{ waitlist, waitlistOpen, offerHours, plusOnes, questions },
  };
};
