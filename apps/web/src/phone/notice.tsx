import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Something to know; `fault`: something went wrong, announced at once. */
export function Notice({ fault = false, children }: { fault?: boolean; children: ReactNode }) {
  return (
    <div
      role={fault ? 'alert' : 'status'}
      className={[styles['notice'], fault ? styles['fault'] : ''].join(' ').trim()}
    >
      {children}
    </div>
  );
}
