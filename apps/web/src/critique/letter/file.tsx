import { useMutation, useQueryClient } from '@tanstack/react-query';
import { critiqueLetterPage as words } from '#libs/words';
import { dayOf, ownTimeZone } from '../../lib/times.ts';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { type KeptFile, type LetterPath, letterCalls, letterKey } from './letter-calls.ts';

interface FileProps {
  path: LetterPath;
  file: KeptFile;
  /** The evening's; null: the reader's own. */
  timeZone: string | null;
}

/** The own file, until when it stays, and the choice to keep it. Silent before its day is known. */
export function File({ path, file, timeZone }: FileProps) {
  const queries = useQueryClient();
  const keeping = useMutation({
    mutationFn: (keep: boolean) => letterCalls.keepFile(path, keep),
    onSettled: () => queries.invalidateQueries({ queryKey: letterKey(path) }),
  });
  const { name, state, kept, deleteAt } = file;
  if (state === 'ready' && !kept && deleteAt === null) return null;
  return (
    <section className="stack" aria-labelledby="letter-file">
      <h3 id="letter-file">{words.file.title}</h3>
      <p style={{ overflowWrap: 'anywhere' }}>{`${name}: ${sentenceOf(file, timeZone ?? ownTimeZone())}`}</p>
      {state === 'ready' && (
        <div>
          <Button
            disabled={keeping.isPending}
            onClick={() => {
              keeping.mutate(!kept);
            }}
          >
            {kept ? words.file.drop : words.file.keep}
          </Button>
        </div>
      )}
      {keeping.isError && (
        <Notice fault>
          <p>{words.file.failed}</p>
        </Notice>
      )}
    </section>
  );
}

function sentenceOf({ state, kept, deleteAt }: KeptFile, timeZone: string): string {
  if (state === 'gone') return words.file.gone;
  return kept || deleteAt === null ? words.file.kept : words.file.until(dayOf(deleteAt, timeZone));
}
