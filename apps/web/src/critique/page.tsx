import { useQuery } from '@tanstack/react-query';
import { critiqueNow } from '#libs/words';
import { ProblemError } from '../lib/problem.ts';
import { calls } from './calls.ts';
import { eveningKey } from './now/use-now.ts';
import { Dead } from './parts/dead.tsx';
import { Failure } from './parts/failure.tsx';
import { Evening } from './parts/evening.tsx';

const againMs = 60_000;

/** The page of one attendee's critique sessions. */
export function Page({ token }: { token: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: eveningKey(token),
    queryFn: () => calls.evening(token),
    refetchInterval: againMs,
  });
  const isRefused = error instanceof ProblemError && error.status < 500 && error.status !== 429;
  if (isRefused) return <Dead code={error.code} />;
  if (data !== undefined) return <Evening token={token} evening={data} />;
  return (
    <main>
      {error === null ? (
        <p role="status">{critiqueNow.page.loading}</p>
      ) : (
        <>
          <h1>{critiqueNow.page.failed}</h1>
          <Failure error={error} again={() => void refetch()} />
        </>
      )}
    </main>
  );
}
