import { critiqueLetterPage as words } from '#libs/words';
import type { LetterCritique, LetterPath } from './letter-calls.ts';
import styles from './letter.module.css';
import { Marks } from './marks.tsx';
import { Thank } from './thank.tsx';

interface CritiqueProps {
  critique: LetterCritique;
  /** null: read only. */
  path: LetterPath | null;
}

/** What one critic wrote, part by part, and one tap to thank. */
export function Critique({ critique, path }: CritiqueProps) {
  const { id, critic, left, marks } = critique;
  const heading = `critique-${id}`;
  return (
    <section className={styles['critique']} aria-labelledby={heading}>
      <h3 id={heading} className={styles['critic']}>
        {left ? words.left : critic === null ? words.critic : words.from(critic)}
      </h3>
      {left && <p>{words.leftWords}</p>}
      {(['meaning', 'answer', 'neutralQuestion', 'opinion'] as const).map((part) =>
        critique[part].trim() === '' ? null : (
          <div key={part} className={styles['part']}>
            <h4 className={styles['label']}>{words.parts[part]}</h4>
            <p className={styles['text']}>{critique[part].trim()}</p>
          </div>
        ),
      )}
      {marks.length > 0 && (
        <div className={styles['part']}>
          <h4 className={styles['label']}>{words.parts.marks}</h4>
          <Marks marks={marks} />
        </div>
      )}
      {path !== null && !left && <Thank critique={critique} path={path} />}
    </section>
  );
}
