import { critiqueNow } from '#libs/words';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';

const words = critiqueNow.page;

/** What could not be fetched, in words, with another try where that may help. */
export function Failure({ error, again }: { error: unknown; again: () => void }) {
  const isGone = error instanceof ProblemError && error.status < 500;
  return (
    <Notice fault>
      <p>{isGone ? error.message : sentenceOf(error)}</p>
      {!isGone && (
        <div>
          <Button onClick={again}>{words.again}</Button>
        </div>
      )}
    </Notice>
  );
}
