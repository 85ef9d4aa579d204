import { critiqueWorkPage } from '#libs/words';
import { momentOf } from '../../lib/times.ts';
import type { SectionProps } from '../calls.ts';
import { Notice } from '../../phone/notice.tsx';
import { Bringing } from './bringing.tsx';
import { Changing } from './changing.tsx';
import { Credits } from './credits.tsx';
import { Standing } from './standing.tsx';
import { Summary } from './summary.tsx';
import { useWork } from './use-work.ts';
import type { WorkProps } from './work-props.ts';
import styles from './work.module.css';

const words = critiqueWorkPage;

/** The work that I bring to a session: typed here, brought, changed, taken back. */
export function Work({ token, session }: SectionProps) {
  const path = { token, critiqueSessionId: session.id };
  const { draft, state } = useWork(path, `${session.state} ${session.work ?? ''}`);
  const { own, refusal } = state;
  if (own === null)
    return refusal === null ? (
      <p role="status">{words.loading}</p>
    ) : (
      <Notice fault>
        <p>{refusal.sentence}</p>
      </Notice>
    );
  return (
    <section className={styles['view']} aria-label={words.title}>
      <View path={path} draft={draft} state={state} own={own} />
    </section>
  );
}

function View(props: WorkProps) {
  const { own } = props;
  const isIn = own.work !== null && ['submitted', 'accepted', 'waitlisted'].includes(own.work.state);
  if (own.work?.state === 'heard') return <Heard {...props} />;
  if (isIn) return <In {...props} />;
  if (own.closed !== null) return <TooLate {...props} />;
  return <Bringing {...props} />;
}

/** It is in: where it stands, how critics will see it, and what can still be changed. */
function In(props: WorkProps) {
  const { own } = props;
  return (
    <>
      <header className="stack">
        <h2>{words.brought}</h2>
        <Standing own={own} />
        <p className="soft">
          {own.closed === null ? words.until(momentOf(own.until, own.timeZone)) : words.closed[own.closed]}
        </p>
        <Credits own={own} />
      </header>
      <Changing {...props} />
    </>
  );
}

function Heard({ own }: WorkProps) {
  return (
    <>
      <h2>{words.places.heard}</h2>
      <Summary own={own} />
    </>
  );
}

function TooLate({ own }: WorkProps) {
  return (
    <>
      <header className="stack">
        <h2>{words.title}</h2>
        {own.closed !== null && <p>{words.closed[own.closed]}</p>}
        {own.closed !== 'event-cancelled' && <p>{words.closedEmpty}</p>}
      </header>
      {own.work?.state === 'draft' && <Summary own={own} />}
    </>
  );
}
