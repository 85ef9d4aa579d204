import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { Key } from '../../../components/key.tsx';
import { intend, useUnsettled } from '../../../lib/intentions.ts';
import { useKeys } from '../../../lib/keys.ts';
import { say } from '../../../lib/notes.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { type Run, runCalls } from './run-calls.ts';
import { isOn } from './tables.ts';
import { runKey, useRunPath } from './use-run.ts';
import styles from './run.module.css';

const words = app.critiqueRun;

/** Waits ten seconds, in which it can be undone: letters that have left do not come back. */
export function EndSession({ run }: { run: Run }) {
  const path = useRunPath();
  const queries = useQueryClient();
  const key = `end-session:${run.id}`;
  const isEnding = useUnsettled().some((one) => one.key === key);
  const left = run.slots.filter(({ state }) => state === 'planned').length;
  const end = (): void => {
    intend({
      key,
      sentence: left === 0 ? words.willEnd : words.willEndEarly(left),
      apply: async () => {
        await runCalls.end(path);
        await queries.invalidateQueries({ queryKey: runKey(path, 'facilitator') });
      },
      settled: ({ error }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
      },
    });
  };
  useKeys([
    {
      key: words.keys.endKey,
      shown: words.keys.endKey.toUpperCase(),
      label: words.end,
      run: isEnding ? () => undefined : end,
    },
  ]);
  const isDone = left === 0 && !run.slots.some(isOn);
  return (
    <div className={styles['end']}>
      <Button
        variant={isDone ? 'filled' : 'default'}
        size={isDone ? 'lg' : 'md'}
        disabled={isEnding}
        onClick={end}
        rightSection={<Key>{words.keys.endKey.toUpperCase()}</Key>}
      >
        {words.end}
      </Button>
    </div>
  );
}
