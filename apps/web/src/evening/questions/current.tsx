import { panelQuestions } from '#libs/words';
import type { PanelLive } from '../../panel-live/live.ts';
import styles from './questions.module.css';

/** The question that stands on the screen of the room. */
export function Current({ question }: { question: NonNullable<PanelLive['current']> }) {
  const { text, name, forName } = question;
  return (
    <section aria-labelledby="current-question" className={styles['current']}>
      <h3 id="current-question">{panelQuestions.current}</h3>
      <div role="status">
        <p className={styles['large']}>{text}</p>
        <p className={styles['meta']}>
          {forName !== null && <span>{panelQuestions.forName(forName)}</span>}
          {name !== null && <span>{panelQuestions.by(name)}</span>}
        </p>
      </div>
    </section>
  );
}
