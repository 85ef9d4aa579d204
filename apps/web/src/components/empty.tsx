import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** What comes here, and the one next step. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
