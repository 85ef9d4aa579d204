import type { CSSProperties } from 'react';
import { tablesApp } from '#libs/words';
import { Fault } from '../../components/fault.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { sentenceOf } from '../../lib/problem.ts';
import { useTitle } from '../../lib/title.ts';
import { figures } from '../../phone/figures.ts';
import { useAwake } from '../../phone/use-awake.ts';
import { useServerNow } from '../../phone/use-tick.ts';
import { useEvent } from '../events/event-queries.ts';
import styles from './map.module.css';
import { firstOpen, gridOf, onScreen } from './rooms.ts';
import { timeOf } from './round-time.ts';
import type { Mixer, MixerTable } from './table-calls.ts';
import { clock, useMixer } from './use-mixer.ts';

const words = tablesApp.map;

/** The wall of the room: numbers large enough to be found, names of those alone who let theirs be seen. */
export function TablesMap() {
  const { data, error } = useMixer();
  const { title } = useEvent();
  useTitle(words.title(title));
  useAwake();
  return (
    <div className={styles['wall']}>
      {data === undefined ? (
        error === null ? (
          <Waiting />
        ) : (
          <Fault>{sentenceOf(error)}</Fault>
        )
      ) : (
        <Wall mixer={data} event={title} />
      )}
    </div>
  );
}

function Wall({ mixer, event }: { mixer: Mixer; event: string }) {
  if (mixer.state === 'open') return <Large title={words.waiting} />;
  if (mixer.state === 'ended') return <Large title={words.over} text={words.overText} />;
  const round = mixer.seating.find((one) => one.round === firstOpen(mixer));
  const tables = (round?.tables ?? []).filter(({ people }) => people.some(({ left }) => !left));
  return (
    <>
      <header className={styles['head']}>
        <p>{event}</p>
        <h1>{words.find}</h1>
        <Standing mixer={mixer} />
      </header>
      <ol className={styles['tables']} style={styleOf(tables)}>
        {tables.map((table) => (
          <Table key={table.table} table={table} />
        ))}
      </ol>
      <p className={styles['phone']}>{words.phone}</p>
    </>
  );
}

function Standing({ mixer }: { mixer: Mixer }) {
  const isRunning = mixer.state === 'running';
  const { leftMs } = timeOf(mixer, useServerNow(clock, isRunning));
  const round = tablesApp.state.running(firstOpen(mixer), mixer.rounds);
  if (!isRunning) return <p>{mixer.rounds > 1 && round}</p>;
  return (
    <p className={styles['clock']}>
      {mixer.rounds > 1 && <span>{round}</span>}
      {leftMs > 0 ? (
        <span role="timer" aria-label={tablesApp.clock.label} className={styles['figures']}>
          {figures(leftMs)}
        </span>
      ) : (
        <strong role="status">{words.timeIsUp}</strong>
      )}
    </p>
  );
}

function Table({ table }: { table: MixerTable }) {
  const { names, others } = onScreen(table);
  return (
    <li className={styles['table']}>
      <h2>
        <span className="unseen">{tablesApp.table(table.table)}</span>
        <span aria-hidden="true">{table.table}</span>
      </h2>
      <ul>
        {names.map((name, at) => (
          // Two people may be called alike.
          <li key={`${name} ${String(at)}`}>{name}</li>
        ))}
        {others > 0 && (
          <li className={styles['others']}>{names.length === 0 ? words.only(others) : words.more(others)}</li>
        )}
      </ul>
    </li>
  );
}

function Large({ title, text = '' }: { title: string; text?: string }) {
  return (
    <div className={styles['large']}>
      <h1>{title}</h1>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}

/** Of a name at the size that the width allows. */
const lettersOfLine = 25;

/** Lines of the longest list say how large letters may be. */
function styleOf(tables: readonly MixerTable[]): CSSProperties {
  const { columns, rows } = gridOf(tables.length);
  const lines = tables.map((table) => {
    const { names, others } = onScreen(table);
    return names.reduce((sum, name) => sum + Math.ceil(name.length / lettersOfLine), Math.min(1, others));
  });
  return { '--columns': columns, '--rows': rows, '--lines': Math.max(1, ...lines) } as CSSProperties;
}
