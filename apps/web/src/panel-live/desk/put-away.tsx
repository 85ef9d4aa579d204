import { panelQuestions } from '#libs/words';
import type { ModeratedQuestion } from '../live.ts';
import { Press } from './press.tsx';
import { QuestionText } from './question-text.tsx';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

interface Props {
  desk: Desk;
  questions: readonly ModeratedQuestion[];
  title: string;
  /** What brings one back. */
  back: 'reopen' | 'show';
}

/** What is done with: answered, or hidden. */
export function PutAway({ desk, questions, title, back }: Props) {
  if (questions.length === 0) return null;
  return (
    <details className={styles['fold']}>
      <summary>{title}</summary>
      <ul className={styles['list']}>
        {questions.map((question) => (
          <li key={question.id} className={styles['away']}>
            <QuestionText question={question} people={desk.view.people} />
            <Press
              label={words.labelled(words[back], question.text)}
              run={() => {
                desk.act({ act: back, questionId: question.id });
              }}
            >
              {words[back]}
            </Press>
          </li>
        ))}
      </ul>
    </details>
  );
}
