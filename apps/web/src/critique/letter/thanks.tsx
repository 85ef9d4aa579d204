import { critiqueLetterPage as words } from '#libs/words';
import type { LetterPage } from './letter-calls.ts';
import styles from './letter.module.css';

/** What this person was thanked for as a critic; nothing is said where nobody did. */
export function Thanks({ thanks }: { thanks: LetterPage['thanks'] }) {
  if (thanks.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="letter-thanks">
      <h3 id="letter-thanks">{words.thanks.title}</h3>
      <ul className={styles['plain']}>
        {thanks.map(({ assignmentId, author, title }) => (
          <li key={assignmentId}>
            {author === null ? words.thanks.left(title) : words.thanks.one(author, title)}
          </li>
        ))}
      </ul>
    </section>
  );
}
