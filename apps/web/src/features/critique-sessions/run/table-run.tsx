import { app } from '#libs/words';
import { AuthorMissing } from './author-missing.tsx';
import { PlayWork } from './play-work.tsx';
import { ClockFace } from './clock-face.tsx';
import { Critics } from './critics.tsx';
import type { Run } from './run-calls.ts';
import { SlotActs } from './slot-acts.tsx';
import { type Table, isOn, momentAt } from './tables.ts';
import { useWeightyAct } from './use-act.ts';
import styles from './run.module.css';

const words = app.critiqueRun;

/** One table: the work that is on, its clock and its people, and what comes next. */
export function TableRun({ run, table, now }: { run: Run; table: Table; now: number }) {
  const { current, next } = table;
  const { act, isBusy } = useWeightyAct(run, current, now);
  if (current === undefined) return <p className={styles['allDone']}>{words.allDone}</p>;
  const moment = momentAt(run, current, now);
  return (
    <div className={styles['table']}>
      <div className={styles['stage']}>
        <p className={styles['when']}>{isOn(current) ? words.now : firstOrNext(table)}</p>
        {isOn(current) && <ClockFace run={run} slot={current} moment={moment} />}
        <h3 className={styles['work']}>{current.title}</h3>
        <p className={styles['by']}>{words.by(current.author ?? words.nobody)}</p>
        <p className={styles['question']}>
          <span className="unseen">{words.question} </span>“{current.question}”
        </p>
        <PlayWork slot={current} />
        <AuthorMissing slot={current} waiting={run.waiting} now={now} act={act} isBusy={isBusy} />
        <SlotActs
          run={run}
          slot={current}
          moment={moment}
          hasNext={next !== undefined}
          act={act}
          isBusy={isBusy}
        />
      </div>
      <aside className={styles['beside']} aria-label={words.critics.title}>
        <Critics slot={current} />
        <div>
          <h3>{words.nextUp}</h3>
          {next === undefined ? (
            <p className="soft">{words.nothingNext}</p>
          ) : (
            <p>
              {next.title} <span className="soft">{words.by(next.author ?? words.nobody)}</span>
            </p>
          )}
        </div>
      </aside>
    </div>
  );
}

const firstOrNext = ({ slots }: Table): string =>
  slots.every(({ state }) => state === 'planned') ? words.upFirst : words.nextUp;
