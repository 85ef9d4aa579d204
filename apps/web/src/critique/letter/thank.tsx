import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { critiqueLetterPage as words } from '#libs/words';
import { intend, undo, useUnsettled } from '../../lib/intentions.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { type LetterCritique, type LetterPath, letterCalls, letterKey } from './letter-calls.ts';
import styles from './letter.module.css';

/** One tap thanks; it reaches the critic after ten seconds in which it can be undone, or as the page is left. */
export function Thank({
  critique: { id, critic, thankedAt },
  path,
}: {
  critique: LetterCritique;
  path: LetterPath;
}) {
  const queries = useQueryClient();
  const [hasFailed, setHasFailed] = useState(false);
  const key = `thank:${id}`;
  const isPending = useUnsettled().some((one) => one.key === key);
  const thanked = critic === null ? words.thankedCritic : words.thanked(critic);
  const thank = (): void => {
    setHasFailed(false);
    intend({
      key,
      sentence: thanked,
      apply: () => letterCalls.thank(path, id),
      settled: ({ error, undone }) => {
        if (error !== undefined) setHasFailed(true);
        else if (undone !== true) void queries.invalidateQueries({ queryKey: letterKey(path) });
      },
    });
  };
  if (isPending || thankedAt !== null)
    return (
      <div className={styles['thanked']} role="status">
        <span>{thanked}</span>
        {isPending && (
          <Button
            look="quiet"
            onClick={() => {
              undo(key);
            }}
          >
            {words.undo}
          </Button>
        )}
      </div>
    );
  return (
    <div>
      <Button onClick={thank}>{critic === null ? words.thankCritic : words.thank(critic)}</Button>
      {hasFailed && (
        <Notice fault>
          <p>{words.thankFailed}</p>
        </Notice>
      )}
    </div>
  );
}
