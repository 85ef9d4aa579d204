import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import { app } from '#libs/words';
import { useAwake } from '../../../phone/use-awake.ts';
import { useServerNow } from '../../../phone/use-tick.ts';
import { Empty } from '../../../components/empty.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Key } from '../../../components/key.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useKeys } from '../../../lib/keys.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { useTitle } from '../../../lib/title.ts';
import { EndSession } from './end-session.tsx';
import { EveningList } from './evening-list.tsx';
import { type Run, runCalls } from './run-calls.ts';
import { KeyLine } from './key-line.tsx';
import { TableRun } from './table-run.tsx';
import { TableTabs } from './table-tabs.tsx';
import { isOn, tablesOf } from './tables.ts';
import { useSend } from './use-act.ts';
import { clock, useRun, useRunPath } from './use-run.ts';
import styles from './run.module.css';

const words = app.critiqueRun;

/** The facilitator's screen: one work after the other, with the clock that every screen shows. */
export function RunSession() {
  const { data: run, error, isLive } = useRun('facilitator');
  const title = run === undefined || run.title === '' ? words.untitled : run.title;
  useTitle(words.title(title));
  if (run === undefined) return error === null ? <Waiting /> : <Fault>{sentenceOf(error)}</Fault>;
  return (
    <section className={styles['run']} aria-labelledby="run-title" onMouseDown={leaveFocus}>
      <header className={styles['head']}>
        <h2 id="run-title">{title}</h2>
        {run.state === 'running' && (
          <p role="status" className={styles['connection']} data-live={isLive}>
            {isLive ? words.connection.live : words.connection.lost}
          </p>
        )}
        <OtherScreens />
      </header>
      <State run={run} />
    </section>
  );
}

/** A button pressed with the mouse does not take the focus: Space means the clock of the work the moment after. */
function leaveFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
}

function OtherScreens() {
  const { slug = '', eventId = '', sessionId = '' } = useParams({ strict: false });
  const params = { slug, eventId, sessionId };
  return (
    <p className={styles['others']}>
      <Link to="/$slug/events/$eventId/critique-sessions/$sessionId" params={params}>
        {words.plan}
      </Link>
      <Link to="/$slug/events/$eventId/critique-sessions/$sessionId/room" params={params} target="_blank">
        {words.room}
      </Link>
    </p>
  );
}

function State({ run }: { run: Run }) {
  if (run.format === 'written') return <Empty title={words.written} text={words.writtenText} />;
  if (run.state === 'open' || run.slots.length === 0)
    return <Empty title={words.notPlanned} text={words.notPlannedText} />;
  if (run.state === 'planned') return <Ready run={run} />;
  if (run.state === 'ended')
    return (
      <>
        <Empty title={words.ended} text={words.endedText} />
        <EveningList run={run} />
      </>
    );
  return <Running run={run} />;
}

function Ready({ run }: { run: Run }) {
  const path = useRunPath();
  const send = useSend();
  const start = (): void => {
    if (!send.isPending) send.mutate(() => runCalls.start(path));
  };
  useKeys([{ key: ' ', shown: words.keys.space, label: words.startSession, run: start }]);
  return (
    <>
      <Empty title={words.ready(run.slots.length)} text={words.readyText}>
        <Button
          size="lg"
          loading={send.isPending}
          onClick={start}
          rightSection={<Key>{words.keys.space}</Key>}
        >
          {words.startSession}
        </Button>
      </Empty>
      <EveningList run={run} />
    </>
  );
}

function Running({ run }: { run: Run }) {
  const tables = tablesOf(run);
  const [chosen, setChosen] = useState<number>();
  const now = useServerNow(
    clock,
    run.slots.some((slot) => isOn(slot) || slot.authorMissingAt !== null),
  );
  const table = tables.find((one) => one.table === chosen) ?? tables[0];
  useAwake();
  useKeys(
    tables.length < 2
      ? []
      : tables.slice(0, 9).map((one) => ({
          key: String(one.table),
          shown: String(one.table),
          label: words.table(one.table),
          run: () => {
            setChosen(one.table);
          },
        })),
  );
  if (table === undefined) return null;
  return (
    <>
      {tables.length > 1 && (
        <TableTabs run={run} tables={tables} now={now} shown={table.table} show={setChosen} />
      )}
      <TableRun key={table.table} run={run} table={table} now={now} />
      <EveningList run={run} />
      <EndSession run={run} />
      <KeyLine />
    </>
  );
}
