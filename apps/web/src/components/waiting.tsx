import { useEffect, useState } from 'react';
import { app } from '#libs/words';
import styles from './waiting.module.css';

/** Nothing for the first moment, then a word: a flash of grey boxes is worse than a short pause. */
export function Waiting({ what = app.loading }: { what?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <p role="status" className={styles['waiting']}>
      {shown && what}
    </p>
  );
}
