import { critiqueLetterPage as words } from '#libs/words';
import button from '../../phone/button.module.css';
import { type LetterPath, letterCalls } from './letter-calls.ts';
import styles from './letter.module.css';

/** The letter to keep: to print, or as text. */
export function Save({ path }: { path: LetterPath }) {
  return (
    <section className="stack" aria-labelledby="letter-save">
      <h3 id="letter-save">{words.save.title}</h3>
      <div className={styles['row']}>
        <a className={button['button']} href={letterCalls.file(path, 'pdf')} download>
          {words.save.pdf}
        </a>
        <a className={button['button']} href={letterCalls.file(path, 'txt')} download>
          {words.save.text}
        </a>
      </div>
    </section>
  );
}
