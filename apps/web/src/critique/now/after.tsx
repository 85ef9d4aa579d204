import { critiqueNow } from '#libs/words';
import buttons from '../../phone/button.module.css';
import { Unfinished } from './between.tsx';
import styles from './now.module.css';
import type { ViewProps } from './view-props.ts';
import { heardBy } from './situation.ts';

const words = critiqueNow.after;

/** The session is over: thanks, and the way to the letter and to the people. */
export function After({ token, now }: ViewProps) {
  const heard = heardBy(now);
  const isReleased = now.releasedAt !== null;
  if (now.calledOff)
    return (
      <section className={styles['view']}>
        <h2>{words.calledOff}</h2>
        {now.work !== null && <p>{words.turnKept}</p>}
      </section>
    );
  return (
    <section className={styles['view']}>
      <header className="stack">
        <h2>{words.title}</h2>
        <p>{words.thanks(heard.length)}</p>
        {heard.length > 0 && <p className="soft">{words.heard(heard.map(({ title }) => title))}</p>}
        {heard.length > 0 && <p>{isReleased ? words.released : words.soon}</p>}
      </header>
      {isReleased && (
        <p className={styles['links']}>
          {now.work !== null && (
            <a className={`${buttons['button']} ${buttons['main']}`} href={`#letter/${now.id}`}>
              {words.letter}
            </a>
          )}
          <a className={buttons['button']} href={`#people/${now.id}`}>
            {words.people}
          </a>
        </p>
      )}
      <Unfinished token={token} now={now} />
    </section>
  );
}
