import { useParams } from '@tanstack/react-router';
import { tablesApp as words } from '#libs/words';
import { useMembership } from '../../app/me.ts';
import { Empty } from '../../components/empty.tsx';
import { Fault } from '../../components/fault.tsx';
import { ButtonLink } from '../../components/links.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { mayEditEvents } from '../../lib/rights.ts';
import { useTitle } from '../../lib/title.ts';
import { useEvent } from '../events/event-queries.ts';
import { Before } from './before.tsx';
import { JustDone } from './just-done.tsx';
import { Seated } from './seated.tsx';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import { useActs } from './use-acts.ts';
import { useMixer } from './use-mixer.ts';

/** The small tables of an evening: how many sit how long, who sits where, and the rounds as they are held. */
export function Tables() {
  const event = useEvent();
  useTitle(`${words.tab} · ${event.title}`);
  return event.mixer?.format === 'tables' ? <Followed /> : <NoTables />;
}

function NoTables() {
  const { role } = useMembership();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <Empty title={words.noTables} text={words.noTablesText}>
      {mayEditEvents(role) && (
        <ButtonLink to="/$slug/events/$eventId/edit" params={{ slug, eventId }}>
          {words.edit}
        </ButtonLink>
      )}
    </Empty>
  );
}

function Followed() {
  const { data, error, isLive } = useMixer();
  if (data === undefined) return error === null ? <Waiting /> : <Fault>{sentenceOf(error)}</Fault>;
  return (
    <section className={styles['tables']} aria-label={words.title}>
      <div role="status">{!isLive && <p className="soft">{words.lost}</p>}</div>
      <Now mixer={data} />
    </section>
  );
}

function Now({ mixer }: { mixer: Mixer }) {
  const acts = useActs(mixer);
  return (
    <>
      {mixer.state === 'open' ? <Before mixer={mixer} acts={acts} /> : <Seated mixer={mixer} acts={acts} />}
      <JustDone done={acts.done} />
    </>
  );
}
