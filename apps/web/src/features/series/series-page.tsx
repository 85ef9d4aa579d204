import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { seriesApp } from '#libs/words';
import { useMe, useMembership } from '../../app/me.ts';
import { useTitle } from '../../lib/title.ts';
import { DateLines } from './date-lines.tsx';
import { EndSeries } from './end-series.tsx';
import { LaterDates } from './later-dates.tsx';
import { seriesQuery } from './series-queries.ts';

/** One series: its dates, those to come, and its end. */
export function SeriesPage() {
  const words = seriesApp.page;
  const { organizationId, slug } = useMembership();
  const { seriesId = '' } = useParams({ strict: false });
  const path = { organizationId, seriesId };
  const series = useSuspenseQuery(seriesQuery(path)).data;
  const now = Date.parse(useMe().now);
  const [ending, setEnding] = useState(false);
  useTitle(series.title);
  const ahead = series.dates.filter(({ startsAt }) => Date.parse(startsAt) > now);
  const past = series.dates.filter(({ startsAt }) => Date.parse(startsAt) <= now).reverse();
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      <header className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <p>
          <Link to="/$slug/series" params={{ slug }}>
            {words.back}
          </Link>
        </p>
        <h1>{series.title}</h1>
        <p>
          {seriesApp.rule(series.rule, series.firstDay)}
          {'. '}
          <span className="soft">{series.announces ? words.announces : words.drafts}</span>
        </p>
        <p>
          <a href={series.pageUrl}>{words.publicPage}</a>
        </p>
      </header>
      {ahead.length > 0 && (
        <section className="stack" aria-labelledby="series-dates">
          <h2 id="series-dates">{words.dates}</h2>
          <DateLines dates={ahead} label={words.dates} />
        </section>
      )}
      <LaterDates path={path} dates={series.later} timeZone={series.timeZone} />
      {past.length > 0 && (
        <section className="stack" aria-labelledby="series-past">
          <h2 id="series-past">{words.past}</h2>
          <DateLines dates={past} label={words.past} />
        </section>
      )}
      {series.running ? (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setEnding(true);
            }}
          >
            {words.end}
          </Button>
        </div>
      ) : (
        <p className="soft">{seriesApp.ended}</p>
      )}
      <EndSeries
        path={path}
        version={series.version}
        opened={ending}
        close={() => {
          setEnding(false);
        }}
      />
    </div>
  );
}
