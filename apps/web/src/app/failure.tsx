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
  const refused = error instanceof ProblemError;
  const again = (): void => {
    queries.reset();
    if (refused) reset();
    else void reloadOnceReachable(reset);
  };
  return (
    <div className="stack" role="alert">
      <h1>{app.failure.title}</h1>
      <p>{refused ? sentenceOf(error) : app.failure.screen}</p>
      <div>
        <Button onClick={again}>{app.failure.again}</Button>
      </div>
    </div>
  );
}

/**
 * The code of a screen that failed to load is not asked for again by the router, and after an upgrade it has another name:
 * only a fresh page has it. Without an answer the page stays, instead of the browser's own error.
 */
async function reloadOnceReachable(otherwise: () => void): Promise<void> {
  const page = await fetch(window.location.href, { cache: 'no-store' }).catch(() => undefined);
  if (page?.ok === true) window.location.reload();
  else otherwise();
}
