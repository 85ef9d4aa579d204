import { app } from '#libs/words';
import type { Moment } from '../../../critique/now/clock.ts';
import { figures } from '../../../phone/figures.ts';
import { PhaseBar } from './phase-bar.tsx';
import type { Run, RunSlot } from './run-calls.ts';
import { secondsOf } from './tables.ts';
import styles from './clock-face.module.css';

const words = app.critiqueRun;

/** The phase and what is left of it, large. A phase is announced once; seconds are read by whoever asks. */
export function ClockFace({ run, slot, moment }: { run: Run; slot: RunSlot; moment: Moment }) {
  const { state, index, remainingMs } = moment;
  const phase = run.phases[index];
  const isOver = state === 'over';
  return (
    <div className={styles['clock']} data-state={state}>
      <div className={styles['row']}>
        <div role="status">
          <p className={styles['phase']}>{isOver ? words.over : phase?.label}</p>
          <p className="soft">
            {isOver || phase === undefined ? words.overText : words.speaks[phase.speaks]}
          </p>
        </div>
        <p role="timer" aria-label={words.remaining} className={styles['figures']}>
          {figures(remainingMs)}
        </p>
      </div>
      <PhaseBar slot={slot} phases={run.phases} moment={moment} />
      <p className={styles['place']}>
        <span>{words.phaseOf(index + 1, run.phases.length)}</span>
        {phase !== undefined && <span>{words.minutes(secondsOf(slot, phase.seconds, index))}</span>}
        {slot.extraPhase === index && <span>{words.extraMinute}</span>}
        {state === 'paused' && <strong>{words.paused}</strong>}
      </p>
    </div>
  );
}
