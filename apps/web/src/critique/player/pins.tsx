import { critiqueFiles } from '#libs/words';
import type { Pin } from './player-props.ts';
import styles from './player.module.css';
import { clockOf } from './time.ts';

const words = critiqueFiles.player;

/** Where the marks are in the whole; what they say stands below, in words. */
export function Ticks({ marks, whole }: { marks: readonly Pin[]; whole: number }) {
  if (whole === 0) return null;
  return (
    <div aria-hidden="true" className={styles['ticks']}>
      {marks.map(({ at }, index) => (
        <span
          key={`${at}.${index}`}
          className={styles['tick']}
          style={{ insetInlineStart: `${Math.min(100, at / 10 / whole)}%` }}
        />
      ))}
    </div>
  );
}

interface PinsProps {
  marks: readonly Pin[];
  seek: (seconds: number) => void;
}

/** Each leads to its moment. */
export function Pins({ marks, seek }: PinsProps) {
  if (marks.length === 0) return null;
  return (
    <ul className={styles['pins']} aria-label={words.marks}>
      {marks.map(({ at, text }, index) => (
        <li key={`${at}.${index}`}>
          <button
            type="button"
            className={styles['pin']}
            onClick={() => {
              seek(at / 1000);
            }}
          >
            {words.pin(clockOf(at / 1000), text)}
          </button>
        </li>
      ))}
    </ul>
  );
}
