import type { ReactNode } from 'react';
import styles from './fault.module.css';

/** A refusal or a fault, said once and announced; never by colour alone. */
export function Fault({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={styles['fault']}>
      {children}
    </div>
  );
}
