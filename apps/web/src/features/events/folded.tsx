import { type ReactNode, useState } from 'react';
import styles from './folded.module.css';

interface Props {
  title: string;
  /** What is set inside, in one line. */
  summary: string;
  /** A fault inside has to be seen. */
  hasFault: boolean;
  children: ReactNode;
}

/** A part of a form that few need: folded, it still says what is set. */
export function Folded({ title, summary, hasFault, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={styles['folded']}
      open={isOpen || hasFault}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary>
        <span className={styles['title']}>{title}</span>
        <span className={styles['summary']}>{summary}</span>
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
