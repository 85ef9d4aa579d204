import { tablesApp } from '#libs/words';
import { figures } from '../../phone/figures.ts';
import { useServerNow } from '../../phone/use-tick.ts';
import { timeOf } from './round-time.ts';
import type { Mixer } from './table-calls.ts';
import styles from './tables.module.css';
import { clock } from './use-mixer.ts';

const words = tablesApp.clock;

/** What is left of the round. Seconds are read by whoever asks; that time is up is told. */
export function RoundClock({ mixer }: { mixer: Mixer }) {
  const { leftMs, overMinutes } = timeOf(mixer, useServerNow(clock, true));
  return (
    <p className={styles['clock']}>
      {leftMs > 0 && (
        <>
          <span role="timer" aria-label={words.label} className={styles['figures']}>
            {figures(leftMs)}
          </span>{' '}
          {words.left}
        </>
      )}
      <strong role="status">
        {leftMs > 0 ? '' : overMinutes === 0 ? words.justOver : words.over(overMinutes)}
      </strong>
    </p>
  );
}
