import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { app } from '#libs/words';
import { ProblemError, sentenceOf } from '../lib/problem.ts';
import { Missing } from './missing.tsx';
import { SignedOut } from './signed-out.tsx';

/** What a screen shows when what it needs did not come. */
export function Failure({ error, reset }: { error: unknown; reset: () => void }) {
  const queries = useQueryErrorResetBoundary();
  if (error instanceof ProblemError && error.status === 401) return <SignedOut />;
  if (error instanceof ProblemError && error.status === 404) return <Missing />;
  const again = (): void => {
    queries.reset();
    reset();
  };
  return (
    <div className="stack" role="alert">
      <h1>{app.failure.title}</h1>
      <p>{sentenceOf(error)}</p>
      <div>
        <Button onClick={again}>{app.failure.again}</Button>
      </div>
    </div>
  );
}
