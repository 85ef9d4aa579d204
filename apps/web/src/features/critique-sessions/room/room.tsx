import type { CSSProperties } from 'react';
import { app } from '#libs/words';
import { useAwake } from '../../../phone/use-awake.ts';
import { useServerNow } from '../../../phone/use-tick.ts';
import { useTitle } from '../../../lib/title.ts';
import { Fault } from '../../../components/fault.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { sentenceOf } from '../../../lib/problem.ts';
import type { Run } from '../run/run-calls.ts';
import { isOn, tablesOf } from '../run/tables.ts';
import { clock, useRun } from '../run/use-run.ts';
import { RoomTable } from './room-table.tsx';
import styles from './room.module.css';

const words = app.critiqueRun;

/** The wall: large, dark, nothing to press. */
export function Room() {
  const { data: run, error } = useRun('room');
  const title = run === undefined || run.title === '' ? words.untitled : run.title;
  useTitle(words.roomTitle(title));
  useAwake();
  return (
    <div className={styles['room']}>
      {run === undefined ? (
        error === null ? (
          <Waiting />
        ) : (
          <Fault>{sentenceOf(error)}</Fault>
        )
      ) : (
        <>
          <h1 className={styles['title']}>{title}</h1>
          <Wall run={run} />
        </>
      )}
    </div>
  );
}

/** As near to a square as the tables fit. */
function gridOf(tables: number): CSSProperties {
  const columns = Math.ceil(Math.sqrt(tables));
  return { '--columns': columns, '--rows': Math.ceil(tables / columns) } as CSSProperties;
}

function Wall({ run }: { run: Run }) {
  const now = useServerNow(clock, run.slots.some(isOn));
  if (run.state === 'ended') return <p className={styles['large']}>{words.roomOver}</p>;
  if (run.state !== 'running') return <p className={styles['large']}>{words.roomWaiting}</p>;
  const tables = tablesOf(run);
  return (
    <div
      className={styles['tables']}
      data-tables={tables.length > 1 ? 'several' : 'one'}
      style={gridOf(tables.length)}
    >
      {tables.map((table) => (
        <RoomTable key={table.table} run={run} table={table} now={now} isOnly={tables.length === 1} />
      ))}
    </div>
  );
}
