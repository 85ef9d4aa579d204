import { eveningPage } from '#libs/words';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';

/** What could not be fetched, in words, with another try where that may help. */
export function Failure({ error, again }: { error: unknown; again: () => void }) {
  const isGone = error instanceof ProblemError && error.status < 500;
  return (
    <Notice fault>
      <p>{sentenceOf(error)}</p>
      {!isGone && (
        <div>
          <Button onClick={again}>{eveningPage.again}</Button>
        </div>
      )}
    </Notice>
  );
}
