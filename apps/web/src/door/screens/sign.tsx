import type { Tone } from '../model/decide.ts';
import styles from './verdict.module.css';

const shapes: Record<Tone, string> = {
  green: 'M14 25l7 7 14-15',
  amber: 'M24 13v14M24 34.5v.1',
  red: 'M16 16l16 16M32 16L16 32',
};

/** A tick, an exclamation mark, a cross: for whoever does not tell the colours apart, from two metres away. */
export function Sign({ tone }: { tone: Tone }) {
  return (
    <svg className={styles['sign']} viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="21" />
      <path d={shapes[tone]} />
    </svg>
  );
}
