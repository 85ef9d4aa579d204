import { panelQuestions } from '#libs/words';
import { Press } from './press.tsx';
import { joinedTo } from './queue.ts';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

/** The questions that this one stands for. */
export function Joined({ desk, id }: { desk: Desk; id: string }) {
  const joined = joinedTo(desk.view.questions, id);
  if (joined.length === 0) return null;
  return (
    <div className={styles['joined']}>
      <p className="soft small">{words.joined}</p>
      <ul>
        {joined.map((question) => (
          <li key={question.id} className={styles['away']}>
            <p className={styles['text']}>{question.text}</p>
            <Press
              label={words.labelled(words.unmerge, question.text)}
              run={() => {
                desk.act({ act: 'unmerge', questionId: question.id });
              }}
            >
              {words.unmerge}
            </Press>
          </li>
        ))}
      </ul>
    </div>
  );
}
