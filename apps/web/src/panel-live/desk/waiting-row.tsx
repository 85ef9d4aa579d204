import { eveningPage, panelQuestions } from '#libs/words';
import type { ModeratedQuestion, ModerationInput } from '../live.ts';
import { JoinWith } from './join-with.tsx';
import { Joined } from './joined.tsx';
import { Press } from './press.tsx';
import { QuestionText } from './question-text.tsx';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.moderate;

interface Props {
  desk: Desk;
  question: ModeratedQuestion;
  isJoining: boolean;
  join: (id: string | null) => void;
}

/** One question of the queue with everything that can be done with it. */
export function WaitingRow({ desk, question, isJoining, join }: Props) {
  const { id, text } = question;
  if (desk.justHidden.has(id))
    return (
      <li data-row={id} tabIndex={-1} className={styles['row']} data-hidden="true">
        <p className={styles['text']}>{text}</p>
        <div role="status" className={styles['acts']}>
          <p>{words.hidden}</p>
          <Press
            run={() => {
              desk.act({ act: 'show', questionId: id });
            }}
          >
            {eveningPage.undo}
          </Press>
        </div>
      </li>
    );
  return (
    <li data-row={id} tabIndex={-1} className={styles['row']} data-starred={question.starred}>
      <QuestionText question={question} people={desk.view.people} />
      <Joined desk={desk} id={id} />
      {isJoining ? (
        <JoinWith desk={desk} question={question} close={join} />
      ) : (
        <Acts desk={desk} question={question} join={join} />
      )}
    </li>
  );
}

function Acts({ desk, question: { id, text, starred }, join }: Omit<Props, 'isJoining'>) {
  const act = (name: ModerationInput['act']) => (): void => {
    desk.act({ act: name, questionId: id });
  };
  const label = (what: string): string => words.labelled(what, text);
  return (
    <div role="group" aria-label={words.acts} className={styles['acts']}>
      <Press label={label(words.highlight)} run={act('highlight')}>
        {words.highlight}
      </Press>
      <Press
        label={label(starred ? words.unstar : words.star)}
        isOn={starred}
        run={act(starred ? 'unstar' : 'star')}
      >
        {starred ? words.unstar : words.star}
      </Press>
      <Press label={label(words.answered)} run={act('answered')}>
        {words.answered}
      </Press>
      <Press label={label(words.hide)} run={act('hide')}>
        {words.hide}
      </Press>
      <Press
        label={label(words.merge)}
        run={() => {
          join(id);
        }}
      >
        {words.merge}
      </Press>
    </div>
  );
}
