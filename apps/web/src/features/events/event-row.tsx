import { Link } from '@tanstack/react-router';
import { app } from '#libs/words';
import type { EventView } from '../../lib/shapes.ts';
import { minuteOf, shortDayOf, zoneName } from '../../lib/times.ts';
import { EventState } from './event-state.tsx';
import styles from './events-list.module.css';

/** One evening in a list: when, what, where, how full. */
export function EventRow({ event, slug }: { event: EventView; slug: string }) {
  const { id, title, place, city, startsAt, timeZone, counts, capacity, state } = event;
  return (
    <li className={styles['row']}>
      <p className={styles['when']}>
        <time dateTime={startsAt}>
          {shortDayOf(startsAt, timeZone)}
          <span className="soft">
            {minuteOf(startsAt, timeZone)} {zoneName(startsAt, timeZone)}
          </span>
        </time>
      </p>
      <div>
        <Link data-row to="/$slug/events/$eventId" params={{ slug, eventId: id }} className={styles['title']}>
          {title}
        </Link>
        <p className="soft small">{[place, city].filter((part) => part !== '').join(', ')}</p>
      </div>
      <div className={styles['standing']}>
        <EventState state={state} />
        {state !== 'draft' && (
          <p className="soft small">{app.events.room(counts.seatsTaken, capacity, counts.waitlisted)}</p>
        )}
      </div>
    </li>
  );
}
