import { useMemo } from 'react';
import { eveningPage, eveningTables as words } from '#libs/words';
import { figures } from '../../phone/figures.ts';
import { Notice } from '../../phone/notice.tsx';
import { ServerClock } from '../../phone/server-clock.ts';
import { useAwake } from '../../phone/use-awake.ts';
import { useFollowed } from '../../phone/use-followed.ts';
import { useServerNow } from '../../phone/use-tick.ts';
import type { SectionProps } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { type MyTable, type MyTables, tableCalls } from './calls.ts';
import { type Moment, momentOf } from './moment.ts';
import styles from './table.module.css';

/** Where I sit, with whom, about what, and how long. It follows by itself. */
export function Table({ token }: SectionProps) {
  const clock = useMemo(() => new ServerClock(), []);
  const { data, error, refetch, isLive } = useFollowed<MyTables>({
    queryKey: ['my-table', token],
    read: () => tableCalls.read(token),
    stream: tableCalls.stream(token),
    event: 'mixer',
    clock,
  });
  const now = useServerNow(clock, data?.state === 'running');
  useAwake();
  if (data === undefined) {
    return error === null ? (
      <p role="status">{eveningPage.loading}</p>
    ) : (
      <Failure error={error} again={() => void refetch()} />
    );
  }
  return (
    <>
      {!isLive && (
        <Notice>
          <p>{eveningPage.lost}</p>
        </Notice>
      )}
      <Now tables={data} moment={momentOf(data, now)} />
    </>
  );
}

function Now({ tables, moment }: { tables: MyTables; moment: Moment }) {
  if (moment.kind === 'not drawn')
    return <Message title={words.notDrawn} text={words.notDrawnText(tables.rounds)} />;
  if (moment.kind === 'no seat') return <Message title={words.noSeat} text={words.noSeatText} />;
  if (moment.kind === 'over') return <Message title={words.over} text={words.overText} />;
  const { place, later } = moment;
  return (
    <section className={styles['table']} aria-label={words.title}>
      {place === null ? (
        <Message title={words.noSeat} text={words.noSeatText} />
      ) : (
        <Place place={place} rounds={tables.rounds} isBefore={moment.kind === 'before'} />
      )}
      {moment.kind === 'round' && <TimeLeft ms={moment.leftMs} />}
      {moment.kind === 'before' && <p className="soft">{words.starts}</p>}
      {later.length > 0 && <Later later={later} />}
      <p className="soft small">{words.names}</p>
    </section>
  );
}

function Place({ place, rounds, isBefore }: { place: MyTable; rounds: number; isBefore: boolean }) {
  const { round, table, topic } = place;
  return (
    <div className={styles['place']}>
      {/* Told when somebody is moved; the number below is for the eye. */}
      <div role="status">
        <h2>{isBefore ? words.willBeAt(table) : words.at(table)}</h2>
      </div>
      <p className={styles['number']} aria-hidden="true">
        {table}
      </p>
      <p className="soft">{words.round(round, rounds)}</p>
      <p className={styles['with']}>{words.company(place.with, place.others)}</p>
      {topic !== null && (
        <p className={styles['topic']}>
          <span className="soft small">{words.topic}</span>
          <span>{topic}</span>
        </p>
      )}
    </div>
  );
}

function TimeLeft({ ms }: { ms: number }) {
  if (ms > 0)
    return (
      <p className={styles['time']}>
        <span className={styles['left']} role="timer">
          {figures(ms)}
        </span>{' '}
        {words.left}
      </p>
    );
  return (
    <Notice>
      <p>
        <strong>{words.timeIsUp}.</strong> {words.timeIsUpText}
      </p>
    </Notice>
  );
}

function Later({ later }: { later: readonly MyTable[] }) {
  return (
    <div className={styles['later']}>
      <h3>{words.next}</h3>
      <ul>
        {later.map(({ round, table }) => (
          <li key={round}>{words.nextAt(round, table)}</li>
        ))}
      </ul>
    </div>
  );
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <div className="stack" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
