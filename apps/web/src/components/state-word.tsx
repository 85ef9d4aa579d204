import styles from './state-word.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

/** A state as a word with a mark before it; the colour only repeats what the word says. */
export const StateWord = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={styles['word']} data-tone={tone}>
    {children}
  </span>
);
