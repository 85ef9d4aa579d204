import { Link, useParams } from '@tanstack/react-router';
import { seriesApp } from '#libs/words';
import { momentOf } from '../../lib/times.ts';
import { EventState } from '../events/event-state.tsx';
import { partsLine } from './parts-line.ts';
import type { SeriesDate } from './series-queries.ts';
import styles from './series.module.css';

/** Dates that became events: when, how many guests, and what of each is its own. */
export function DateLines({ dates, label }: { dates: readonly SeriesDate[]; label: string }) {
  const words = seriesApp.page;
  const { slug = '' } = useParams({ strict: false });
  return (
    <ul aria-label={label} className={styles['lines']}>
      {dates.map(({ day, eventId, startsAt, timeZone, state, guests, differs }) => (
        <li key={day} className={styles['line']}>
          <Link to="/$slug/events/$eventId" params={{ slug, eventId }}>
            <time dateTime={startsAt}>{momentOf(startsAt, timeZone)}</time>
          </Link>
          <EventState state={state} />
          <span className="soft small">{words.guests(guests)}</span>
          {differs.length > 0 && <span className="small">{words.differs(partsLine(differs))}</span>}
        </li>
      ))}
    </ul>
  );
}
