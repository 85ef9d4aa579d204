import { panelQuestions } from '#libs/words';
import type { ModeratedQuestion } from '../live.ts';
import { Joined } from './joined.tsx';
import { Press } from './press.tsx';
import { QuestionText } from './question-text.tsx';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

/** The question that stands on the stage and on every phone. */
export function OnScreen({ desk, question }: { desk: Desk; question: ModeratedQuestion | null }) {
  return (
    <section aria-labelledby="desk-screen" className={styles['screen']}>
      <h3 id="desk-screen">{words.onScreen}</h3>
      {question === null ? (
        <p className="soft">{words.screenEmpty}</p>
      ) : (
        <>
          <div className={styles['large']}>
            <QuestionText question={question} people={desk.view.people} />
          </div>
          <Joined desk={desk} id={question.id} />
          <div className={styles['acts']}>
            <Press
              isMain
              run={() => {
                desk.act({ act: 'answered', questionId: question.id });
              }}
            >
              {words.answered}
            </Press>
            <Press
              run={() => {
                desk.act({ act: 'unhighlight', questionId: question.id });
              }}
            >
              {words.unhighlight}
            </Press>
          </div>
        </>
      )}
    </section>
  );
}
