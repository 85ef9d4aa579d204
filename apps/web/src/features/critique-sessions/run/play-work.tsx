import { app } from '#libs/words';
import { WorkPlayer } from '../../../critique/player/work-player.tsx';
import { type RunSlot, runCalls } from './run-calls.ts';
import { useRunPath } from './use-run.ts';
import styles from './run.module.css';

const words = app.critiqueRun;

/** The work itself, where the room hears it from this computer. A link opens beside this page. */
export function PlayWork({ slot: { submissionId, medium, link } }: { slot: RunSlot }) {
  const path = useRunPath();
  if (link !== null)
    return (
      <p>
        <a href={link} target="_blank" rel="noopener noreferrer nofollow" className={styles['link']}>
          {words.openLink}
        </a>
      </p>
    );
  if (medium === null || medium === 'link') return null;
  return <WorkPlayer key={submissionId} listen={() => runCalls.listen(path, submissionId)} />;
}
