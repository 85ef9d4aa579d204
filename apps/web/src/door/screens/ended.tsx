import { doorApp } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import type { Ending } from '../session/state.ts';
import styles from './screens.module.css';

/** Nothing of the list is on this phone any more. */
export function Ended({ ending }: { ending: Ending }) {
  const { title, text } = doorApp.ended[ending];
  return (
    <main className={styles['page']}>
      <h1>{title}</h1>
      <p role="status">{text}</p>
      {ending === 'locked' && (
        <Button
          look="main"
          onClick={() => {
            window.location.reload();
          }}
        >
          {doorApp.ended.again}
        </Button>
      )}
    </main>
  );
}
