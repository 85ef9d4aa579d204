import { app } from '#libs/words';
import { figures } from '../../../phone/figures.ts';
import { PhaseBar } from '../run/phase-bar.tsx';
import type { Run, RunSlot } from '../run/run-calls.ts';
import { type Table, isOn, momentAt } from '../run/tables.ts';
import styles from './room.module.css';

const words = app.critiqueRun;

interface Props {
  run: Run;
  table: Table;
  now: number;
  isOnly: boolean;
}

/** One table of the room: what is on, what the author asks, and how long the phase still takes. */
export function RoomTable({ run, table: { table, current, next }, now, isOnly }: Props) {
  return (
    <section className={styles['table']} aria-label={words.table(table)} data-length={lengthOf(current)}>
      {!isOnly && <p className={styles['number']}>{words.table(table)}</p>}
      {current === undefined ? (
        <p className={styles['large']}>{words.allDone}</p>
      ) : (
        <>
          {isOn(current) ? (
            <Clock run={run} slot={current} now={now} />
          ) : (
            <p className={styles['soon']}>
              {current.authorMissingAt === null ? words.roomNext : words.roomAwaits}
            </p>
          )}
          <h2 className={styles['work']}>{current.title}</h2>
          <p className={styles['asks']}>
            {current.author === null ? words.theAuthorAsks : words.asks(current.author)}
          </p>
          <p className={styles['question']}>“{current.question}”</p>
          {isOn(current) && next !== undefined && (
            <p className={styles['next']}>
              {words.nextUp}: {next.title} {next.author !== null && words.by(next.author)}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A wall is not scrolled: what is long is set smaller. */
const lengthOf = (slot: RunSlot | undefined): 'short' | 'long' =>
  slot !== undefined && slot.title.length + slot.question.length > 140 ? 'long' : 'short';

function Clock({ run, slot, now }: { run: Run; slot: RunSlot; now: number }) {
  const moment = momentAt(run, slot, now);
  const { state, index, remainingMs } = moment;
  return (
    <div className={styles['clock']} data-state={state}>
      <div className={styles['row']}>
        <p role="status" className={styles['phase']}>
          {state === 'over' ? words.over : run.phases[index]?.label}
          {state === 'paused' && <span className={styles['paused']}> {words.paused}</span>}
        </p>
        <p role="timer" aria-label={words.remaining} className={styles['figures']}>
          {figures(remainingMs)}
        </p>
      </div>
      <PhaseBar slot={slot} phases={run.phases} moment={moment} />
    </div>
  );
}
