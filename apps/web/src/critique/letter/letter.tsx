import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { critiqueLetterPage as words } from '#libs/words';
import type { SectionProps } from '../calls.ts';
import { Failure } from '../parts/failure.tsx';
import { Body } from './body.tsx';
import { EarlierLetter } from './earlier-letter.tsx';
import { File } from './file.tsx';
import { type LetterPage, type LetterPath, letterCalls, letterKey } from './letter-calls.ts';
import styles from './letter.module.css';
import { NoLetter } from './no-letter.tsx';
import { Save } from './save.tsx';
import { Thanks } from './thanks.tsx';
import { Versions } from './versions.tsx';

/** The feedback on one's own work as a letter, and the thanks for what one wrote. */
export function Letter({ token, session }: SectionProps) {
  const path = { token, critiqueSessionId: session.id };
  const { data, error, refetch } = useQuery({
    // A letter that is out while its page lies open is there with the next change of the session.
    queryKey: [...letterKey(path), session.releasedAt],
    queryFn: () => letterCalls.page(path),
  });
  if (data !== undefined) return <Read key={session.id} page={data} path={path} />;
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  return <p role="status">{words.loading}</p>;
}

function Read({ page, path }: { page: LetterPage; path: LetterPath }) {
  const { letter, versions, file, thanks } = page;
  const [earlier, setEarlier] = useState<string | null>(null);
  if (letter === null)
    return (
      <div className={styles['page']}>
        {/* Somebody who brought nothing has come for the thanks. */}
        {(page.standing !== 'no-work' || thanks.length === 0) && <NoLetter page={page} />}
        <Thanks thanks={thanks} />
        {file !== null && <File path={path} file={file} timeZone={null} />}
      </div>
    );
  if (earlier !== null)
    return (
      <EarlierLetter
        path={path}
        submissionId={earlier}
        back={() => {
          setEarlier(null);
        }}
      />
    );
  return (
    <div className={styles['page']}>
      <Body letter={letter} path={path} />
      {letter.critiques.length > 0 && <Save path={path} />}
      <Versions versions={versions} current={letter.submissionId} open={setEarlier} />
      {file !== null && <File path={path} file={file} timeZone={letter.timeZone} />}
      <Thanks thanks={thanks} />
    </div>
  );
}
