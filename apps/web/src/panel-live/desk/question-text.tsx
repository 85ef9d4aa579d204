import { panelQuestions } from '#libs/words';
import type { ModeratedQuestion, Moderation } from '../live.ts';
import styles from './desk.module.css';

interface Props {
  question: ModeratedQuestion;
  people: Moderation['people'];
}

/** What is asked, for whom, by whom where they say so, and by how many it is wanted. */
export function QuestionText({ question: { text, name, forId, votes }, people }: Props) {
  const forWhom = people.find(({ id }) => id === forId);
  return (
    <div>
      <p className={styles['text']}>{text}</p>
      <p className={styles['meta']}>
        <span className={styles['votes']}>{panelQuestions.votes(votes)}</span>
        {forWhom !== undefined && <span>{panelQuestions.forName(forWhom.name)}</span>}
        <span>{name === null ? panelQuestions.moderate.nobody : panelQuestions.by(name)}</span>
      </p>
    </div>
  );
}
