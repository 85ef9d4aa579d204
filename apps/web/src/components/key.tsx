import styles from './key.module.css';

/** A key on the keyboard, hidden where there is none. */
export const Key = ({ children }: { children: string }) => <kbd className={styles['key']}>{children}</kbd>;
