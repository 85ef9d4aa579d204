import { useEffect, useRef } from 'react';
import { panelQuestions } from '#libs/words';
import type { ModeratedQuestion } from '../live.ts';
import { Press } from './press.tsx';
import { joinable } from './queue.ts';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

interface Props {
  desk: Desk;
  question: ModeratedQuestion;
  close: (id: null) => void;
}

/** Another that asks the same, which stands for both from then on. */
export function JoinWith({ desk, question: { id, text }, close }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const others = joinable(desk.view.questions, id);
  return (
    <div
      className={styles['join']}
      role="group"
      aria-label={words.mergeTitle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(null);
      }}
    >
      <h4 ref={title} tabIndex={-1}>
        {others.length === 0 ? words.mergeNone : words.mergeTitle}
      </h4>
      {others.length > 0 && <p className="soft small">{words.mergeText(text)}</p>}
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles['choice']}
              onClick={() => {
                desk.act({ act: 'merge', questionId: id, into: other.id });
                close(null);
              }}
            >
              {other.text}
              <span className="soft small">{panelQuestions.votes(other.votes)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Press
          run={() => {
            close(null);
          }}
        >
          {words.mergeCancel}
        </Press>
      </div>
    </div>
  );
}
