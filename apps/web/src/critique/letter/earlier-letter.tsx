import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { critiqueLetterPage as words } from '#libs/words';
import { shortDayOf } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Body } from './body.tsx';
import { type LetterPath, letterCalls, letterKey } from './letter-calls.ts';
import styles from './letter.module.css';

interface EarlierProps {
  path: LetterPath;
  submissionId: string;
  back: () => void;
}

/** The letter of another version, to read: thanks were for the evening it came from. */
export function EarlierLetter({ path, submissionId, back }: EarlierProps) {
  const { data, error, refetch } = useQuery({
    queryKey: [...letterKey(path), 'version', submissionId],
    queryFn: () => letterCalls.version(path, submissionId),
  });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.focus();
    top.current?.scrollIntoView();
  }, []);
  return (
    <div className={styles['page']} ref={top} tabIndex={-1}>
      <div className={styles['row']}>
        <Button onClick={back}>{words.versions.back}</Button>
      </div>
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <p role="status">{words.loading}</p>}
      {data !== undefined && (
        <>
          <p className={styles['soft']}>{words.versions.earlier(shortDayOf(data.heardAt, data.timeZone))}</p>
          <Body letter={data} path={null} />
        </>
      )}
    </div>
  );
}
