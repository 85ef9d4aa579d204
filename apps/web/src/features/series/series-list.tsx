import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { seriesApp } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { moveThroughRows } from '../../lib/keys.ts';
import { shortDayOf } from '../../lib/times.ts';
import { useTitle } from '../../lib/title.ts';
import { seriesListQuery } from './series-queries.ts';
import styles from './series.module.css';

/** Every series of an organization. */
export function SeriesList() {
  const words = seriesApp;
  const { organizationId, slug } = useMembership();
  useTitle(words.title);
  const { series } = useSuspenseQuery(seriesListQuery(organizationId)).data;
  return (
    <div className="stack" style={{ '--gap': '2rem' } as React.CSSProperties}>
      <h1>{words.title}</h1>
      {series.length === 0 ? (
        <Empty title={words.none} text={words.noneText} />
      ) : (
        <ul aria-label={words.title} className={styles['lines']} onKeyDown={moveThroughRows}>
          {series.map(({ id, title, rule, firstDay, running, nextStartsAt, timeZone, made }) => (
            <li key={id} className={styles['line']}>
              <div>
                <Link data-row to="/$slug/series/$seriesId" params={{ slug, seriesId: id }}>
                  {title}
                </Link>
                <p className="soft small">{words.rule(rule, firstDay)}</p>
              </div>
              <span className="small">
                {nextStartsAt === null
                  ? words.list.noNext
                  : words.list.next(shortDayOf(nextStartsAt, timeZone))}
              </span>
              <span className="soft small">{words.list.dates(made)}</span>
              {!running && <span className="small">{words.ended}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
