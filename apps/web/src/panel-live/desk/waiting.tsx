import { useState } from 'react';
import { panelQuestions } from '#libs/words';
import { moveThroughRows, useKeys } from '../../lib/keys.ts';
import type { ModeratedQuestion } from '../live.ts';
import { useHeldOrder } from '../use-held-order.ts';
import type { Desk } from './use-desk.ts';
import { chosenRow } from './use-desk-keys.ts';
import { WaitingRow } from './waiting-row.tsx';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

/** What is still to be asked; it keeps still under a finger. */
export function Waiting({ desk, questions }: { desk: Desk; questions: readonly ModeratedQuestion[] }) {
  const { shown, hold } = useHeldOrder(questions);
  const [joining, setJoining] = useState<string | null>(null);
  const joinChosen = (): void => {
    const id = chosenRow();
    if (shown.some((question) => question.id === id && !desk.justHidden.has(question.id)))
      setJoining(id ?? null);
  };
  useKeys([{ key: 'j', shown: 'J', label: words.keys.merge, once: true, run: joinChosen }]);
  return (
    <section aria-labelledby="desk-queue" className={styles['part']}>
      <h3 id="desk-queue">{words.queue}</h3>
      <p className="soft small">{shown.length === 0 ? words.queueEmpty : words.queueText}</p>
      <ul
        className={styles['list']}
        onPointerDown={hold}
        onPointerMove={hold}
        onKeyDown={(event) => {
          hold();
          moveThroughRows(event);
        }}
      >
        {shown.map((question) => (
          <WaitingRow
            key={question.id}
            desk={desk}
            question={question}
            isJoining={joining === question.id}
            join={setJoining}
          />
        ))}
      </ul>
      {desk.view.more > 0 && <p className="soft">{panelQuestions.more(desk.view.more)}</p>}
    </section>
  );
}
