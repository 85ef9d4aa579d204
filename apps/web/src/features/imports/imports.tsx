import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { app } from '#libs/words';
import { useEventPath, useMe } from '../../app/me.ts';
import type { ImportView } from '../../lib/shapes.ts';
import { momentOf } from '../../lib/times.ts';
import { useEvent } from '../events/event-queries.ts';
import { FileDrop } from './file-drop.tsx';
import { importQuery, importsQuery } from './import-queries.ts';
import styles from './imports.module.css';

/** Bring a list, and see the lists that came before. */
export function Imports() {
  const words = app.imports;
  const path = useEventPath();
  const { mode } = useMe();
  const { data } = useSuspenseQuery(importsQuery(path));
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const arrived = async (view: ImportView): Promise<void> => {
    queries.setQueryData(importQuery(path, view.id).queryKey, view);
    void queries.invalidateQueries(importsQuery(path));
    await navigate({
      to: '/$slug/events/$eventId/import/$importId',
      params: { slug, eventId, importId: view.id },
    });
  };
  return (
    <div className="stack" style={{ '--gap': '1.5rem' } as React.CSSProperties}>
      <div className="stack" style={{ '--gap': '0.5rem' } as React.CSSProperties}>
        <h2>{words.title}</h2>
        <p className="soft">{words.text}</p>
      </div>
      <FileDrop arrived={(view) => void arrived(view)} />
      {mode === 'demo' && (
        <p className="soft">
          {words.demo} <a href="/demo/guest-lists/luma.csv">{words.demoLuma}</a> {words.demoAnd}{' '}
          <a href="/demo/guest-lists/eventbrite.csv">{words.demoEventbrite}</a>
        </p>
      )}
      {data.imports.length > 0 && <EarlierImports imports={data.imports} />}
    </div>
  );
}

function EarlierImports({ imports }: { imports: ImportView[] }) {
  const { timeZone } = useEvent();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <section className="section">
      <h3>{app.imports.earlier}</h3>
      <ul className={styles['earlier']}>
        {imports.map(({ id, fileName, state, createdAt }) => (
          <li key={id}>
            <Link to="/$slug/events/$eventId/import/$importId" params={{ slug, eventId, importId: id }}>
              {fileName}
            </Link>
            <span className="soft small">
              {app.imports.state[state]}, {momentOf(createdAt, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
