import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { app } from '#libs/words';
import { moveThroughRows } from '../../../lib/keys.ts';
import { type RunCritic, type RunSlot, runCalls } from './run-calls.ts';
import { useSend } from './use-act.ts';
import { useRunPath } from './use-run.ts';
import styles from './run.module.css';

const words = app.critiqueRun.critics;

/** Who hears this work, and who did not come. What anybody writes is not seen here. */
export function Critics({ slot }: { slot: RunSlot }) {
  const { critics } = slot;
  return (
    <div>
      <h3>{words.title}</h3>
      <Lack slot={slot} />
      {critics.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ul className={styles['critics']} onKeyDown={moveThroughRows}>
          {critics.map((critic, at) => (
            <Critic key={critic.assignmentId} critic={critic} isFirst={at === 0} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Too few hear it, and nobody is left who could: what to do is for the room to decide. */
function Lack({ slot: { lacks, standbyLeft } }: { slot: RunSlot }) {
  if (lacks === 0) return null;
  return (
    <p role="status" className={styles['lack']}>
      <strong>{words.lacks(lacks)}</strong> {standbyLeft === 0 ? words.nobodyLeft : words.left(standbyLeft)}
    </p>
  );
}

function Critic({
  critic: { assignmentId, name, state, standby },
  isFirst,
}: {
  critic: RunCritic;
  isFirst: boolean;
}) {
  const path = useRunPath();
  const send = useSend();
  const shown = name ?? app.critiqueRun.nobody;
  const says =
    state === 'missed' ? words.missed : state === 'declined' ? words.declined : standby && words.standby;
  const turns = state === 'assigned' ? 'missing' : state === 'missed' ? 'here' : null;
  const turn = (how: 'missing' | 'here') => () => {
    send.mutate(() => runCalls.critic(path, assignmentId, how));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== words.key || event.ctrlKey || event.metaKey || event.altKey) return;
    if (send.isPending || turns === null) return;
    event.preventDefault();
    event.stopPropagation();
    turn(turns)();
  };
  return (
    <li
      className={styles['critic']}
      data-row
      tabIndex={isFirst ? 0 : -1}
      onKeyDown={press}
      data-gone={state === 'missed' || state === 'declined'}
    >
      <span className={styles['name']}>
        {shown} {says !== false && <span className="soft">{says}</span>}
      </span>
      {turns !== null && (
        <Button
          variant="default"
          disabled={send.isPending}
          aria-label={turns === 'missing' ? words.missingFor(shown) : words.hereFor(shown)}
          onClick={turn(turns)}
        >
          {words[turns]}
        </Button>
      )}
    </li>
  );
}
