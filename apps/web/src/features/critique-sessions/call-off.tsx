import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { intend, useUnsettled } from '../../lib/intentions.ts';
import { say } from '../../lib/notes.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { sessionCalls } from './session-calls.ts';
import { planQuery, sessionsQuery, useSessionPath } from './session-queries.ts';

const words = app.critiqueSessions.plan;

function useAskAgain(): () => Promise<void> {
  const path = useSessionPath();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries(planQuery(path));
    await queries.invalidateQueries(sessionsQuery(path));
  };
}

/** A session that will not be held; it waits ten seconds, in which it can be undone. */
export function CallOff() {
  const path = useSessionPath();
  const askAgain = useAskAgain();
  const key = `call-off ${path.critiqueSessionId}`;
  const isGoing = useUnsettled().some((one) => one.key === key);
  const callOff = (): void => {
    intend({
      key,
      sentence: words.willCallOff,
      apply: async () => {
        await sessionCalls.callOff(path);
        await askAgain();
      },
      settled: ({ error }) => {
        if (error !== undefined) say('fault', sentenceOf(error));
      },
    });
  };
  return (
    <Button variant="subtle" disabled={isGoing} onClick={callOff}>
      {words.callOff}
    </Button>
  );
}

/** A session that was started too soon, as long as nothing of it was heard. */
export function NotYet() {
  const path = useSessionPath();
  const askAgain = useAskAgain();
  const unstart = useMutation({
    mutationFn: () => sessionCalls.unstart(path),
    onSuccess: askAgain,
    onError: (error) => {
      say('fault', sentenceOf(error));
    },
  });
  return (
    <Button
      variant="subtle"
      loading={unstart.isPending}
      onClick={() => {
        unstart.mutate();
      }}
    >
      {words.unstart}
    </Button>
  );
}
