import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { seriesApp } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import { FollowDialog } from './follow-dialog.tsx';
import { partsLine } from './parts-line.ts';
import { seriesOfEventQuery } from './series-queries.ts';

/** On the overview of an event: what series it is a date of, or the way to repeat it. */
export function SeriesPanel({ cancelled }: { cancelled: boolean }) {
  const words = seriesApp.panel;
  const path = useEventPath();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const { data } = useQuery(seriesOfEventQuery(path));
  const [following, setFollowing] = useState(false);
  if (data === undefined || (data.series === null && cancelled)) return null;
  if (data.series === null) {
    return (
      <section className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h2>{words.title}</h2>
        <p className="soft">{words.text}</p>
        <p>
          <Link to="/$slug/events/$eventId/repeat" params={{ slug, eventId }}>
            {words.open}
          </Link>
        </p>
      </section>
    );
  }
  const { id: seriesId, rule, firstDay } = data.series;
  return (
    <section className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
      <h2>{words.title}</h2>
      <p>{seriesApp.rule(rule, firstDay)}</p>
      <p>
        <Link to="/$slug/series/$seriesId" params={{ slug, seriesId }}>
          {words.see}
        </Link>
      </p>
      {data.differs.length > 0 && !cancelled && (
        <>
          <p className="soft">{words.differs(partsLine(data.differs))}</p>
          <div>
            <Button
              variant="default"
              onClick={() => {
                setFollowing(true);
              }}
            >
              {words.apply}
            </Button>
          </div>
        </>
      )}
      <FollowDialog
        of={data}
        series={data.series}
        opened={following}
        close={() => {
          setFollowing(false);
        }}
      />
    </section>
  );
}
