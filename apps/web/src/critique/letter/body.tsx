import { critiqueLetterPage as words } from '#libs/words';
import { dayOf } from '../../lib/times.ts';
import { Critique } from './critique.tsx';
import type { LetterPath, LetterView } from './letter-calls.ts';
import styles from './letter.module.css';
import { Again } from './again.tsx';

/** The letter itself: the question, the work, and what each critic wrote. */
export function Body({ letter, path }: { letter: LetterView; path: LetterPath | null }) {
  const { title, question, critiques, heardAt, timeZone, event } = letter;
  return (
    <article className={styles['letter']} aria-labelledby="letter-question">
      <header className={styles['head']}>
        <p className={styles['label']}>{words.question}</p>
        <h2 id="letter-question" className={styles['question']}>
          {question}
        </h2>
        <p className={styles['soft']}>{`${title}. ${words.heard(dayOf(heardAt, timeZone), event)}`}</p>
      </header>
      <Again letter={letter} path={path} />
      {critiques.length === 0 && (
        <div className="stack">
          <h3>{words.none.title}</h3>
          <p>{words.none.text}</p>
        </div>
      )}
      {critiques.map((critique) => (
        <Critique key={critique.id} critique={critique} path={path} />
      ))}
      {critiques.length > 0 && (
        <footer className={styles['soft']}>
          {critiques.length > 1 && <p>{words.order}</p>}
          <p>{letter.facilitatorReads ? words.facilitator : words.nobodyElse}</p>
        </footer>
      )}
    </article>
  );
}
