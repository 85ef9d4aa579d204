import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { app } from '#libs/words';
import { Fault } from '../../../components/fault.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { sentenceOf } from '../../../lib/problem.ts';
import { type LetterCritique, type LetterView, type SessionPath, letterQuery } from './letters-queries.ts';
import styles from './letters.module.css';
import { clockOf } from '../../../lib/work-clock.ts';

const words = app.critiqueLetters;

interface OneLetterProps {
  path: SessionPath;
  submissionId: string;
  /** Somebody asked for it, so that it is where they go on: on a phone it stands below the list. */
  isChosen: boolean;
}

/** One letter as its author reads it. */
export function OneLetter({ path, submissionId, isChosen }: OneLetterProps) {
  const { data, error, isPending } = useQuery(letterQuery(path, submissionId));
  if (isPending) return <Waiting />;
  if (error !== null) return <Fault>{sentenceOf(error)}</Fault>;
  return <Body letter={data.letter} author={data.author} isChosen={isChosen} />;
}

interface BodyProps {
  letter: LetterView;
  author: string | null;
  isChosen: boolean;
}

function Body({ letter, author, isChosen }: BodyProps) {
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) top.current?.focus();
  }, [isChosen]);
  const { title, question, critiques } = letter;
  return (
    <article ref={top} tabIndex={-1} className={styles['letter']} aria-labelledby="letter-question">
      <header>
        <p className="soft">{words.by(title, author ?? words.left)}</p>
        <p className={styles['label']}>{words.question}</p>
        <h3 id="letter-question" className={styles['question']}>
          {question}
        </h3>
      </header>
      {critiques.length === 0 && <p>{words.nobody}</p>}
      {critiques.map((critique) => (
        <Critique key={critique.id} critique={critique} />
      ))}
      {critiques.length > 1 && <p className="soft">{words.order}</p>}
    </article>
  );
}

function Critique({ critique }: { critique: LetterCritique }) {
  const { id, critic, left, marks } = critique;
  return (
    <section className={styles['critique']} aria-labelledby={`critique-${id}`}>
      <h4 id={`critique-${id}`} className={styles['critic']}>
        {left || critic === null ? words.someone : words.from(critic)}
      </h4>
      {left && <p>{words.leftWords}</p>}
      {(['meaning', 'answer', 'neutralQuestion', 'opinion'] as const).map((part) =>
        critique[part].trim() === '' ? null : (
          <div key={part}>
            <h5 className={styles['label']}>{words.parts[part]}</h5>
            <p className={styles['text']}>{critique[part].trim()}</p>
          </div>
        ),
      )}
      {marks.length > 0 && (
        <div>
          <h5 className={styles['label']}>{words.parts.marks}</h5>
          <ul className={styles['marks']}>
            {marks.map(({ at, text }, index) => (
              <li key={index}>
                <span className={styles['time']}>{clockOf(at)}</span>
                <span className={styles['text']}>{text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
