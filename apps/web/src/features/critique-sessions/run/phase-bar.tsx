import type { Moment } from '../../../critique/now/clock.ts';
import type { RunPhase, RunSlot } from './run-calls.ts';
import { secondsOf } from './tables.ts';
import styles from './phase-bar.module.css';

/** How far the slot is, each phase as long as it takes. What it shows is said in words beside it. */
export function PhaseBar({
  slot,
  phases,
  moment,
}: {
  slot: RunSlot;
  phases: readonly RunPhase[];
  moment: Moment;
}) {
  return (
    <div aria-hidden="true" className={styles['bar']}>
      {phases.map(({ key, seconds }, at) => (
        <span
          key={`${key} ${at}`}
          className={styles['phase']}
          style={{ flexGrow: secondsOf(slot, seconds, at) }}
        >
          <span className={styles['done']} style={{ width: `${String(partOf(moment, at) * 100)}%` }} />
        </span>
      ))}
    </div>
  );
}

function partOf({ state, index, elapsedMs, remainingMs }: Moment, at: number): number {
  if (state === 'planned' || state === 'skipped' || at > index) return 0;
  if (state === 'done' || state === 'over' || at < index) return 1;
  return elapsedMs / (elapsedMs + remainingMs);
}
