import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { app } from '#libs/words';
import { useEventPath } from '../../../app/me.ts';
import { Empty } from '../../../components/empty.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { moveThroughRows } from '../../../lib/keys.ts';
import { ProblemError, sentenceOf } from '../../../lib/problem.ts';
import { type WorkWithLetter, lettersQuery } from './letters-queries.ts';
import styles from './letters.module.css';
import { OneLetter } from './one-letter.tsx';

const words = app.critiqueLetters;

/** What critics wrote, work by work, for hosts of a session that gives them the feedback too. */
export function CritiqueLetters() {
  const { sessionId = '' } = useParams({ strict: false });
  const path = { ...useEventPath(), critiqueSessionId: sessionId };
  const { data, error, isPending } = useQuery(lettersQuery(path));
  const [chosen, setChosen] = useState<string | null>(null);
  const works = data?.works ?? [];
  const shown = works.find(({ submissionId }) => submissionId === chosen) ?? works[0];
  if (isPending) return <Waiting />;
  if (error !== null) return <Refused error={error} />;
  return (
    <section className={styles['letters']} aria-labelledby="letters-title">
      <header className={styles['head']}>
        <h2 id="letters-title">{words.title}</h2>
        <p className="soft">{words.lead}</p>
      </header>
      {shown === undefined ? (
        <p>{data.released ? words.none : words.waiting}</p>
      ) : (
        <div className={styles['panes']}>
          <nav aria-label={words.list}>
            <ul className={styles['works']} onKeyDown={moveThroughRows}>
              {works.map((work) => (
                <Row key={work.submissionId} work={work} isShown={work === shown} choose={setChosen} />
              ))}
            </ul>
          </nav>
          <OneLetter
            key={shown.submissionId}
            path={path}
            submissionId={shown.submissionId}
            isChosen={chosen !== null}
          />
        </div>
      )}
    </section>
  );
}

/** That the feedback is its authors' alone is how the session is, not a fault. */
function Refused({ error }: { error: Error }) {
  if (error instanceof ProblemError && error.status === 403)
    return <Empty title={words.title} text={words.private} />;
  return <Fault>{sentenceOf(error)}</Fault>;
}

interface RowProps {
  work: WorkWithLetter;
  isShown: boolean;
  choose: (submissionId: string) => void;
}

function Row({ work: { submissionId, title, author }, isShown, choose }: RowProps) {
  return (
    <li>
      <button
        type="button"
        className={styles['work']}
        aria-current={isShown ? 'true' : undefined}
        data-row
        onClick={() => {
          choose(submissionId);
        }}
      >
        <span className={styles['title']}>{title}</span>
        <span className={styles['by']}>{author ?? words.left}</span>
      </button>
    </li>
  );
}
