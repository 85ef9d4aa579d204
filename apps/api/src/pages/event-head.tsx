import { localWithOffset } from '#libs/domain';
import type { ReactElement } from 'react';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { markdownToLine } from './markdown.ts';

/** What search engines and messengers read: only what stands on the page for everybody. */
export function EventHead({ event }: { event: PublicEventRow }): ReactElement {
  const description = markdownToLine(event.description, 200);
  return (
    <>
      <link rel="canonical" href={event.pageUrl} />
      {description === '' ? null : <meta name="description" content={description} />}
      <meta property="og:type" content="event" />
      <meta property="og:title" content={event.title} />
      <meta property="og:url" content={event.pageUrl} />
      <meta property="og:site_name" content={event.organizationName} />
      {description === '' ? null : <meta property="og:description" content={description} />}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: jsonInHtml(structuredData(event, description)) }}
      />
    </>
  );
}

function structuredData(event: PublicEventRow, description: string): object {
  const status = event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    ...(description !== '' && { description }),
    startDate: localWithOffset(event.startsAt, event.timeZone),
    endDate: localWithOffset(event.endsAt, event.timeZone),
    eventStatus: `https://schema.org/${status}`,
    url: event.pageUrl,
    ...(`${event.place}${event.city}` !== '' && {
      location: { '@type': 'Place', name: event.place || event.city, address: event.city || event.place },
    }),
    organizer: { '@type': 'Organization', name: event.organizationName },
    ...performersOf(event),
  };
}

/** Those who approved how they appear, once each. */
function performersOf({ panels }: PublicEventRow): object {
  const names = new Set(panels.flatMap(({ people }) => people.map(({ appears }) => appears.name)));
  return names.size === 0 ? {} : { performer: [...names].map((name) => ({ '@type': 'Person', name })) };
}

/** JSON that no text in it can end the script element of (rule 15). */
export const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
