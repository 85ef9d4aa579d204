import { critiqueNow } from '#libs/words';
import { dayOf, momentOf as momentInWords } from '../../lib/times.ts';
import type { Hearing, Now } from '../calls.ts';
import { Notice } from '../../phone/notice.tsx';
import { Decline } from './decline.tsx';
import { Listen } from './listen.tsx';
import { Lost } from './lost.tsx';
import { MarkedWork } from './marked-work.tsx';
import styles from './now.module.css';
import type { ViewProps } from './view-props.ts';
import { hasSeveralTables, heardBy, idleWords } from './situation.ts';
import { useDraft } from './use-draft.ts';
import { WorkCard } from './work-card.tsx';

const words = critiqueNow.before;

/** Works still come in. */
export function Open({ now }: { now: Now }) {
  return (
    <section className={styles['view']}>
      <h2>{words.open}</h2>
      <p>{words.openText(momentInWords(now.deadlineAt, now.timeZone))}</p>
      <Rules text={now.rules} />
    </section>
  );
}

/** Planned, not begun: what I will hear, and where. */
export function Before({ token, now }: ViewProps) {
  const hearings = heardBy(now);
  const isToday = dayOf(now.serverNow, now.timeZone) === dayOf(now.startsAt, now.timeZone);
  const idle = idleWords(now);
  return (
    <section className={styles['view']}>
      <header className="stack">
        <h2>{hearings.length === 0 ? idle.title : words.title(hearings.length, isToday)}</h2>
        <p className="soft">{words.starts(momentInWords(now.startsAt, now.timeZone))}</p>
        {hearings.length === 0 && <p>{idle.text}</p>}
        {hearings.length > 0 && <OwnPlace now={now} />}
      </header>
      <Lost now={now} />
      {hearings.map((hearing) => (
        <Ahead key={hearing.assignmentId} token={token} now={now} hearing={hearing} />
      ))}
      <Rules text={now.rules} />
    </section>
  );
}

function OwnPlace({ now }: { now: Now }) {
  if (now.work === null) return null;
  if (now.work.state === 'waitlisted') return <Notice>{words.waitlisted}</Notice>;
  const slot = now.slots.find(({ id }) => id === now.work?.slotId);
  if (slot === undefined) return null;
  return <p>{words.own(words.ownAt(slot.table, slot.round, !hasSeveralTables(now)))}</p>;
}

/** One work, which its critic may hear ahead of time and mark. */
function Ahead({ token, now, hearing }: ViewProps & { hearing: Hearing }) {
  const path = {
    token,
    sessionId: now.id,
    assignmentId: hearing.assignmentId,
    attendeeId: hearing.attendeeId,
  };
  const { draft, state } = useDraft(path);
  return (
    <MarkedWork label={hearing.title}>
      <WorkCard now={now} hearing={hearing} />
      <Listen token={token} sessionId={now.id} hearing={hearing} draft={draft} state={state} />
      <Decline path={path} hearing={hearing} />
    </MarkedWork>
  );
}

export function Rules({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <details>
      <summary className={styles['summary']}>{words.rules}</summary>
      <p className={styles['rules']}>{text}</p>
    </details>
  );
}
