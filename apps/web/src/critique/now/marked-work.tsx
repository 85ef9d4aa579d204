import type { ReactNode } from 'react';
import styles from './now.module.css';

/** What belongs to one work, named by it. */
export const MarkedWork = ({ label, children }: { label: string; children: ReactNode }) => (
  <article className={styles['work']} aria-label={label}>
    {children}
  </article>
);
