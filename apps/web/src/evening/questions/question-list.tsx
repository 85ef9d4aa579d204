import { panelQuestions } from '#libs/words';
import type { MyQuestions, PanelLive } from '../../panel-live/live.ts';
import { useHeldOrder } from '../../panel-live/use-held-order.ts';
import { Notice } from '../../phone/notice.tsx';
import { useVotes } from './use-questions.ts';
import { type ShownQuestion, emptyListText, shownQuestions } from './votes.ts';
import styles from './questions.module.css';

const words = panelQuestions;

interface Props {
  token: string;
  live: PanelLive;
  mine: MyQuestions | undefined;
}

/** The questions of the room, most voted first; it keeps still under a finger. */
export function QuestionList({ token, live, mine }: Props) {
  const { presses, vote, fault } = useVotes(token, live.id, live.version);
  const all = shownQuestions(live, mine, presses);
  const { shown, hold } = useHeldOrder(all.filter(({ state }) => state === 'open'));
  const answered = all.filter(({ state }) => state === 'answered');
  const isOver = live.state === 'over';
  return (
    <section aria-labelledby="room-questions" className={styles['part']}>
      <h3 id="room-questions">{words.list}</h3>
      {fault !== null && (
        <Notice fault>
          <p>{fault}</p>
        </Notice>
      )}
      {shown.length === 0 ? (
        <p className="soft">{emptyListText(all, live.questionsOpen)}</p>
      ) : (
        <ul className={styles['list']} onPointerDown={hold} onKeyDown={hold} onPointerMove={hold}>
          {shown.map((question) => (
            <Question key={question.id} question={question} vote={isOver ? undefined : vote} />
          ))}
        </ul>
      )}
      {live.more > 0 && <p className="soft">{words.more(live.more)}</p>}
      {answered.length > 0 && (
        <details className={styles['fold']}>
          <summary>{words.answered(answered.length)}</summary>
          <ul className={styles['list']}>
            {answered.map((question) => (
              <Question key={question.id} question={question} vote={undefined} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface QuestionProps {
  question: ShownQuestion;
  /** Undefined: nobody can vote for it any more. */
  vote: ((id: string, isFor: boolean) => void) | undefined;
}

function Question({ question, vote }: QuestionProps) {
  const { id, text, name, forName, isMine, isVoted, votes } = question;
  return (
    <li className={styles['question']}>
      <div>
        <p className={styles['text']}>{text}</p>
        <p className={styles['meta']}>
          {isMine && <strong>{words.mine}</strong>}
          {forName !== null && <span>{words.forName(forName)}</span>}
          {name !== null && !isMine && <span>{words.by(name)}</span>}
        </p>
      </div>
      {vote === undefined || isMine ? (
        <p className={styles['votes']}>{words.votes(votes)}</p>
      ) : (
        <button
          type="button"
          className={styles['vote']}
          aria-pressed={isVoted}
          aria-label={`${words.vote(text)}, ${words.votes(votes)}`}
          onClick={() => {
            vote(id, !isVoted);
          }}
        >
          <svg aria-hidden="true" viewBox="0 0 20 16">
            <path d="M10 2 18 14H2Z" />
          </svg>
          {votes}
        </button>
      )}
    </li>
  );
}
