import { clockOf } from '../../lib/work-clock.ts';
import type { LetterMark } from './letter-calls.ts';
import styles from './letter.module.css';

/** Words pinned to moments of the work. */
export function Marks({ marks }: { marks: readonly LetterMark[] }) {
  return (
    <ul className={styles['marks']}>
      {marks.map(({ at, text }, index) => (
        <li key={index} className={styles['mark']}>
          <span className={styles['time']}>{clockOf(at)}</span>
          <span className={styles['text']}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
