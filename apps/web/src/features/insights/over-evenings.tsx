import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { app } from '#libs/words';
import type { OrganizationInsights } from '../../lib/shapes.ts';
import { shortDayOf } from '../../lib/times.ts';
import { LineChart } from './line-chart.tsx';
import { RatioTable, type RatioRow } from './ratio-table.tsx';
import { type Ratio, allRatios, shareOf } from './ratios.ts';

const words = app.insights;

/** One ratio over all evenings: as a line, evening by evening, and by format. */
export function OverEvenings({ insights, slug }: { insights: OrganizationInsights; slug: string }) {
  const [ratio, choose] = useState<Ratio>('showed');
  const { evenings, formats, timeZone: zone } = insights;
  const shares = evenings.map((evening) => shareOf(evening.insights[ratio])).reverse();
  return (
    <section
      className="stack"
      style={{ '--gap': '1rem' } as React.CSSProperties}
      aria-labelledby="insights-evenings"
    >
      <h2 id="insights-evenings">{words.sections.evenings}</h2>
      <NativeSelect
        label={words.over.choose}
        value={ratio}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value as Ratio);
        }}
        data={allRatios.map((value) => ({ value, label: words.ratios[value] }))}
        style={{ maxWidth: '24rem' }}
      />
      <p className="soft">
        {words.ratios[ratio]} {words.meaning[ratio]}
      </p>
      {shares.some((share) => share !== null) ? (
        // One evening is no line.
        shares.length > 1 && (
          <LineChart label={words.over.chart(words.ratios[ratio], evenings.length)} shares={shares} />
        )
      ) : (
        <p>{words.over.nothing}</p>
      )}
      <RatioTable
        label={words.sections.evenings}
        timeZone={zone}
        rows={evenings.map(({ eventId, title, startsAt, timeZone, insights: own }): RatioRow => ({
          key: eventId,
          name: (
            <Link to="/$slug/events/$eventId/insights" params={{ slug, eventId }}>
              {title}
            </Link>
          ),
          detail: shortDayOf(startsAt, timeZone),
          ratio: own[ratio],
          hidden: words.fewer,
        }))}
      />
      <h3>{words.sections.formats}</h3>
      <RatioTable
        label={words.sections.formats}
        timeZone={zone}
        rows={formats.map(({ format, evenings: count, insights: own }) => ({
          key: format,
          name: words.formats[format],
          detail: words.over.evenings(count),
          ratio: own[ratio],
          hidden: words.hidden,
        }))}
      />
    </section>
  );
}
