import type { Organization } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicEventRow } from '../events/public-events.queries.ts';
import { EventTime } from './event.page.tsx';
import { Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.pages.organization;

export interface OrganizationPageProps {
  frame: Frame;
  organization: Organization;
  events: readonly PublicEventRow[];
  /** The cursor of the next page; null at the end. */
  next: string | null;
  url: string;
}

export function OrganizationPage({
  frame,
  organization,
  events,
  next,
  url,
}: OrganizationPageProps): ReactElement {
  const { name, slug, accent } = organization;
  const head = (
    <>
      <link rel="canonical" href={url} />
      <meta name="description" content={sentences.description(name)} />
      <link rel="alternate" type="text/calendar" title={name} href={`/o/${slug}/calendar.ics`} />
      <meta property="og:title" content={name} />
      <meta property="og:url" content={url} />
    </>
  );
  return (
    <Page title={name} accent={accent} demo={frame.demo} head={head}>
      <p className="eyebrow">{sentences.eyebrow}</p>
      <h1>{name}</h1>
      {events.length === 0 ? <p className="lead">{sentences.none}</p> : <Events events={events} />}
      {next === null ? null : (
        <p>
          <a href={`/o/${slug}?after=${encodeURIComponent(next)}`}>{sentences.later}</a>
        </p>
      )}
      <p>
        <a href={`/o/${slug}/calendar.ics`}>{words.calendar.organization}</a>
      </p>
    </Page>
  );
}

function Events({ events }: { events: readonly PublicEventRow[] }): ReactElement {
  return (
    <ul className="list">
      {events.map((event) => (
        <li key={event.slug}>
          <h2>
            <a href={`/e/${event.slug}`}>{event.title}</a>
          </h2>
          <EventTime event={event} />
          <br />
          <span className="quiet">
            {[event.place, event.city, seatsOf(event)].filter((part) => part !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const seatsOf = ({ seatsLeft }: PublicEventRow): string =>
  seatsLeft === 0 ? words.pages.event.fullShort : words.pages.event.seatsLeft(seatsLeft);
