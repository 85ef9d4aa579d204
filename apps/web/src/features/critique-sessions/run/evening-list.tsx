import { Button } from '@mantine/core';
import { app } from '#libs/words';
import { StateWord, type Tone } from '../../../components/state-word.tsx';
import { type Run, type RunSlot, runCalls } from './run-calls.ts';
import { tablesOf } from './tables.ts';
import { useSend } from './use-act.ts';
import { useRunPath } from './use-run.ts';
import styles from './run.module.css';

const words = app.critiqueRun;
const tones: Record<RunSlot['state'], Tone> = {
  planned: 'quiet',
  running: 'good',
  paused: 'warn',
  done: 'quiet',
  skipped: 'quiet',
};

/** Every work of the evening in its order, table by table. */
export function EveningList({ run }: { run: Run }) {
  const tables = tablesOf(run);
  return (
    <section className={styles['evening']} aria-labelledby="evening-title">
      <h3 id="evening-title">{words.evening}</h3>
      <div className={styles['columns']}>
        {tables.map(({ table, slots }) => (
          <div key={table}>
            {tables.length > 1 && <h4>{words.table(table)}</h4>}
            <ol className={styles['list']}>
              {slots.map((slot) => (
                <li key={slot.id} data-state={slot.state}>
                  <span className={styles['name']}>
                    {slot.title} <span className="soft">{words.by(slot.author ?? words.nobody)}</span>
                  </span>
                  {run.state === 'running' && slot.state === 'skipped' && slot.author !== null && (
                    <CameAfterAll slot={slot} />
                  )}
                  <StateWord tone={tones[slot.state]}>{words.states[slot.state]}</StateWord>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      {run.waiting > 0 && <p className="soft">{words.waitlist(run.waiting)}</p>}
    </section>
  );
}

/** Their work is the next of its table again. */
function CameAfterAll({ slot }: { slot: RunSlot }) {
  const path = useRunPath();
  const send = useSend();
  return (
    <Button
      variant="subtle"
      disabled={send.isPending}
      aria-label={words.author.cameAfterAll(slot.title)}
      onClick={() => {
        send.mutate(() => runCalls.act(path, slot, 'author-here'));
      }}
    >
      {words.author.here}
    </Button>
  );
}
