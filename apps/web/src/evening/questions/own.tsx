import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { eveningPage, panelQuestions } from '#libs/words';
import { intend, undo, useUnsettled } from '../../lib/intentions.ts';
import { sentenceOf } from '../../lib/problem.ts';
import type { MyQuestions } from '../../panel-live/live.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { calls } from '../calls.ts';
import { mineKey } from './use-questions.ts';
import styles from './questions.module.css';

const words = panelQuestions.own;

interface Props {
  token: string;
  panelId: string;
  mine: MyQuestions;
}

/** What I asked, how it stands, and a way to take it back. */
export function Own({ token, panelId, mine }: Props) {
  const queries = useQueryClient();
  const waiting = useUnsettled();
  const [fault, setFault] = useState<string | null>(null);
  if (mine.asked.length === 0) return null;
  const withdraw = (id: string): void => {
    setFault(null);
    intend({
      key: keyOf(id),
      sentence: words.withdrawing,
      apply: async () => {
        queries.setQueryData(mineKey(token, panelId), await calls.withdraw(token, panelId, id));
      },
      settled: ({ error }) => {
        if (error === undefined) return;
        setFault(sentenceOf(error));
        void queries.invalidateQueries({ queryKey: mineKey(token, panelId) });
      },
    });
  };
  return (
    <section aria-labelledby="own-questions" className={styles['part']}>
      <h3 id="own-questions">{words.title}</h3>
      {fault !== null && (
        <Notice fault>
          <p>{fault}</p>
        </Notice>
      )}
      <ul className={styles['list']}>
        {mine.asked.map((question) => (
          <li key={question.id} className={styles['own']}>
            <p className={styles['text']}>{question.text}</p>
            <Standing
              question={question}
              isGoing={waiting.some(({ key }) => key === keyOf(question.id))}
              withdraw={withdraw}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = (id: string): string => `withdraw:${id}`;

interface StandingProps {
  question: MyQuestions['asked'][number];
  isGoing: boolean;
  withdraw: (id: string) => void;
}

function Standing({ question: { id, text, state }, isGoing, withdraw }: StandingProps) {
  return (
    <div className={styles['acts']} role={isGoing ? 'status' : undefined}>
      <p className="soft">{isGoing ? words.withdrawing : words.states[state]}</p>
      {isGoing ? (
        <Button
          look="quiet"
          onClick={() => {
            undo(keyOf(id));
          }}
        >
          {eveningPage.undo}
        </Button>
      ) : (
        state === 'open' && (
          <Button
            look="quiet"
            aria-label={words.withdrawLabel(text)}
            onClick={() => {
              withdraw(id);
            }}
          >
            {words.withdraw}
          </Button>
        )
      )}
    </div>
  );
}
