import { useQuery } from '@tanstack/react-query';
import { eveningPage } from '#libs/words';
import { ProblemError } from '../lib/problem.ts';
import { calls } from './calls.ts';
import { Dead } from './parts/dead.tsx';
import { Evening } from './parts/evening.tsx';
import { Failure } from './parts/failure.tsx';

/** Panels begin and end, tables are drawn: what the page offers follows within this time. */
const againMs = 30_000;

/** The page of one person's evening. */
export function Page({ token }: { token: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['evening', token],
    queryFn: () => calls.evening(token),
    refetchInterval: againMs,
  });
  const isRefused = error instanceof ProblemError && error.status < 500 && error.status !== 429;
  if (isRefused) return <Dead code={error.code} />;
  if (data !== undefined) return <Evening token={token} evening={data} />;
  return (
    <main>
      {error === null ? (
        <p role="status">{eveningPage.loading}</p>
      ) : (
        <>
          <h1>{eveningPage.failed}</h1>
          <Failure error={error} again={() => void refetch()} />
        </>
      )}
    </main>
  );
}
