import { useNavigate, useParams } from '@tanstack/react-router';
import { app } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { moveThroughRows, useKeys } from '../../lib/keys.ts';
import { mayEditCritique } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import styles from './sessions.module.css';
import { SessionRow } from './session-row.tsx';
import { useSessions } from './session-queries.ts';

const words = app.critiqueSessions;
const most = 5;

/** The critique sessions of an event, and the way to another. */
export function CritiqueSessions() {
  const { critiqueSessions, timeZone } = useSessions();
  const { title } = useEvent();
  const { role } = useMembership();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  useTitle(`${words.title} · ${title}`);
  const mayAdd = mayEditCritique(role) && critiqueSessions.length < most;
  const to = '/$slug/events/$eventId/critique-sessions/new';
  const params = { slug, eventId };
  useKeys(
    mayAdd ? [{ key: 'n', shown: 'N', label: words.keys.add, run: () => void navigate({ to, params }) }] : [],
  );
  const add = mayAdd && (
    <ButtonLink to={to} params={params}>
      {words.add}
    </ButtonLink>
  );
  if (critiqueSessions.length === 0) {
    return (
      <Empty title={words.none} text={words.noneText}>
        {add}
      </Empty>
    );
  }
  return (
    <section className={styles['sessions']} aria-label={words.title}>
      <div className={styles['head']}>
        <p>{words.lead}</p>
        {add}
        {mayEditCritique(role) && !mayAdd && <p className="soft">{words.most}</p>}
      </div>
      <ul className={styles['list']} onKeyDown={moveThroughRows}>
        {critiqueSessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            timeZone={timeZone}
            mayEdit={mayEditCritique(role)}
          />
        ))}
      </ul>
    </section>
  );
}
