import { critiqueNow } from '#libs/words';
import type { Hearing, Slot } from '../calls.ts';
import { CritiqueForm, SavedLine } from './critique-form.tsx';
import { Lost } from './lost.tsx';
import { MarkedWork } from './marked-work.tsx';
import styles from './now.module.css';
import type { ViewProps } from './view-props.ts';
import { hasSeveralTables, hearingOf, heardBy, idleWords } from './situation.ts';
import { useDraft } from './use-draft.ts';
import { WorkCard } from './work-card.tsx';

const words = critiqueNow.between;

/** Nothing is being heard at my table. */
export function Between({ token, now, next, isLast }: ViewProps & { next: Slot | null; isLast: boolean }) {
  const table = hasSeveralTables(now) ? (next?.table ?? null) : null;
  const hearing = next === null ? undefined : hearingOf(now, next);
  const idle = next === null && !isLast ? idleWords(now) : null;
  return (
    <section className={styles['view']}>
      <header className="stack">
        <h2>{isLast ? words.last : (idle?.title ?? words.title)}</h2>
        {next !== null && (
          <p className={styles['instruction']}>
            {next.role === 'author' ? words.nextOwn(table) : words.nextHear(next.title, next.author, table)}
          </p>
        )}
        <p className="soft">{isLast ? words.lastText : (idle?.text ?? words.text)}</p>
      </header>
      <Lost now={now} />
      {hearing !== undefined && (
        <MarkedWork label={hearing.title}>
          <WorkCard now={now} hearing={hearing} />
        </MarkedWork>
      )}
      <Unfinished token={token} now={now} />
    </section>
  );
}

/** Words about works that were heard already, to be finished until the release. */
export function Unfinished({ token, now }: ViewProps) {
  const over = new Set(
    now.slots.filter(({ state }) => state === 'done' || now.state === 'ended').map(({ id }) => id),
  );
  const heard = heardBy(now).filter(({ slotId }) => slotId === null || over.has(slotId));
  if (!now.open) return null;
  return heard.map((hearing) => (
    <MarkedWork key={hearing.assignmentId} label={hearing.title}>
      <Words token={token} now={now} hearing={hearing} />
    </MarkedWork>
  ));
}

function Words({ token, now, hearing }: ViewProps & { hearing: Hearing }) {
  const { draft, state } = useDraft({
    token,
    sessionId: now.id,
    assignmentId: hearing.assignmentId,
    attendeeId: hearing.attendeeId,
  });
  return (
    <details>
      <summary className={styles['summary']}>{critiqueNow.form.title(hearing.title)}</summary>
      <CritiqueForm now={now} hearing={hearing} draft={draft} state={state} />
      <SavedLine state={state} />
    </details>
  );
}
