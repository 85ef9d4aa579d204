import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { critiqueNow } from '#libs/words';
import { momentOf as momentInWords } from '../../lib/times.ts';
import type { Hearing } from '../calls.ts';
import { Button } from '../../phone/button.tsx';
import { Rules } from './before.tsx';
import { CritiqueForm, SavedLine } from './critique-form.tsx';
import { Decline } from './decline.tsx';
import { Listen } from './listen.tsx';
import { Lost } from './lost.tsx';
import { Marks } from './marks.tsx';
import styles from './now.module.css';
import type { ViewProps } from './view-props.ts';
import { heardBy } from './situation.ts';
import { useDraft } from './use-draft.ts';
import { nowKey } from './use-now.ts';
import { WorkCard } from './work-card.tsx';

const words = critiqueNow.written;

/** Works heard at home, one after the other, until they are due. */
export function Written({ token, now }: ViewProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const queries = useQueryClient();
  const hearings = heardBy(now);
  const hearing = hearings.find(({ assignmentId }) => assignmentId === chosen);
  const first = hearings.find(({ words }) => words < now.fewestWords);
  if (hearing !== undefined)
    return (
      <OneWork
        token={token}
        now={now}
        hearing={hearing}
        back={() => {
          setChosen(null);
          void queries.invalidateQueries({ queryKey: nowKey(token, now.id) });
        }}
      />
    );
  return (
    <section className={styles['view']}>
      <header className="stack">
        <h2>{hearings.length === 0 ? critiqueNow.before.standby : words.title(hearings.length)}</h2>
        {now.dueAt !== null && (
          <p>{now.open ? words.due(momentInWords(now.dueAt, now.timeZone)) : words.overdue}</p>
        )}
      </header>
      <Lost now={now} />
      {hearings.length > 0 && (
        <ul className="stack">
          {hearings.map((one) => (
            <li key={one.assignmentId}>
              <article className={styles['work']} aria-label={one.title}>
                <p>
                  <strong>{critiqueNow.work.named(one.title, one.author)}</strong>
                </p>
                <p className="soft">{words.state(one.words, now.fewestWords)}</p>
                <div>
                  <Button
                    look={one === first ? 'main' : 'plain'}
                    aria-label={words.open(one.title)}
                    onClick={() => {
                      setChosen(one.assignmentId);
                    }}
                  >
                    {words.write}
                  </Button>
                </div>
              </article>
            </li>
          ))}
        </ul>
      )}
      <Rules text={now.rules} />
    </section>
  );
}

function OneWork({ token, now, hearing, back }: ViewProps & { hearing: Hearing; back: () => void }) {
  const path = {
    token,
    sessionId: now.id,
    assignmentId: hearing.assignmentId,
    attendeeId: hearing.attendeeId,
  };
  const { draft, state } = useDraft(path);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <section className={styles['view']}>
      <div>
        <Button look="quiet" onClick={back}>
          {words.back}
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {critiqueNow.work.named(hearing.title, hearing.author)}
      </h2>
      <WorkCard now={now} hearing={hearing} isNamed />
      <Listen token={token} sessionId={now.id} hearing={hearing} draft={draft} state={state} />
      <Marks draft={draft} state={state} />
      <CritiqueForm now={now} hearing={hearing} draft={draft} state={state} />
      <SavedLine state={state} />
      {now.open && hearing.state === 'assigned' && <Decline path={path} hearing={hearing} />}
    </section>
  );
}
