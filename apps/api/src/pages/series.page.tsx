import type { Organization } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { PublicSeries, PublicSeriesDate } from '../series/public-series.queries.ts';
import { EventTime } from './event.page.tsx';
import { Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

const sentences = words.series.page;

interface Props {
  frame: Frame;
  organization: Organization;
  series: PublicSeries;
  dates: readonly PublicSeriesDate[];
  path: string;
  url: string;
}

/** Every date of a series that is announced. */
export function SeriesPage({ frame, organization, series, dates, path, url }: Props): ReactElement {
  const { name, slug, accent } = organization;
  const head = (
    <>
      <link rel="canonical" href={url} />
      <link rel="alternate" type="text/calendar" title={series.title} href={`${path}/calendar.ics`} />
      <meta name="description" content={sentences.description(series.title, name)} />
      <meta property="og:title" content={series.title} />
      <meta property="og:url" content={url} />
    </>
  );
  return (
    <Page title={series.title} accent={accent} demo={frame.demo} head={head}>
      <p className="eyebrow">{sentences.eyebrow}</p>
      <h1>{series.title}</h1>
      <p>
        <a href={`/o/${slug}`}>{sentences.by(name)}</a>
      </p>
      {dates.length === 0 ? <p className="lead">{sentences.none}</p> : <Dates dates={dates} />}
      <p>
        <a href={`${path}/calendar.ics`}>{sentences.calendar}</a>
      </p>
    </Page>
  );
}

function Dates({ dates }: { dates: readonly PublicSeriesDate[] }): ReactElement {
  return (
    <ul className="list">
      {dates.map((date) => (
        <li key={date.slug}>
          <h2>
            <a href={`/e/${date.slug}`}>
              <EventTime event={date} />
            </a>
          </h2>
          <span className="quiet">
            {[date.title, date.place, date.city, standingOf(date)].filter((part) => part !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function standingOf({ state, seatsLeft }: PublicSeriesDate): string {
  if (state === 'cancelled') return sentences.cancelled;
  return seatsLeft === 0 ? words.pages.event.fullShort : words.pages.event.seatsLeft(seatsLeft);
}
