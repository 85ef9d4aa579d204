import { critiqueLetterPage as words } from '#libs/words';
import { calls } from '../calls.ts';
import { WorkPlayer } from '../player/work-player.tsx';
import type { LetterPath, LetterView } from './letter-calls.ts';

/** The work once more, with what all its critics pinned to it. A link opens beside this page. */
export function Again({ letter, path }: { letter: LetterView; path: LetterPath | null }) {
  const { link, hasFile, submissionId, critiques } = letter;
  if (link !== null)
    return (
      <p>
        <a href={link} target="_blank" rel="noopener noreferrer nofollow">
          {words.listen}
        </a>
      </p>
    );
  if (!hasFile || path === null) return null;
  return (
    <WorkPlayer
      listen={() => calls.listen(path.token, path.critiqueSessionId, submissionId)}
      marks={critiques.flatMap(({ marks }) => marks)}
    />
  );
}
