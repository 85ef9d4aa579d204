import { critiqueNow } from '#libs/words';
import { dayOf } from '../../lib/times.ts';
import type { Hearing, Now } from '../calls.ts';
import styles from './work-card.module.css';

const words = critiqueNow.work;

interface CardProps {
  now: Now;
  hearing: Hearing;
  /** Its title stands above it. */
  isNamed?: boolean;
}

/** A work as its critic meets it: the question in large type, then what its author wants and does not. */
export function WorkCard({ now, hearing, isNamed = false }: CardProps) {
  const { title, author, question, heardBefore } = hearing;
  return (
    <div className={styles['card']}>
      {!isNamed && <p className={styles['title']}>{words.named(title, author)}</p>}
      {author === null && now.blind && <p className="soft small">{words.authorLater}</p>}
      <Question text={question} />
      {heardBefore !== null && <p className="soft">{words.heardBefore(dayOf(heardBefore, now.timeZone))}</p>}
      <Details hearing={hearing} />
    </div>
  );
}

export function Question({ text, isMine = false }: { text: string; isMine?: boolean }) {
  if (text === '') return null;
  return (
    <figure className={styles['question']}>
      <figcaption className="soft small">{isMine ? words.ownQuestion : words.question}</figcaption>
      <blockquote className={styles['words']}>{text}</blockquote>
    </figure>
  );
}

function Details({ hearing: { wants, avoid, notes, topics } }: { hearing: Hearing }) {
  const lines = [
    [words.wants, wants],
    [words.avoid, avoid],
    [words.topics, topics.join(', ')],
    [words.notes, notes],
  ].filter(([, text]) => text !== '');
  if (lines.length === 0) return null;
  return (
    <dl className={styles['details']}>
      {lines.map(([term, text]) => (
        <div key={term}>
          <dt className="soft small">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
