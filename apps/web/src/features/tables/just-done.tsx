import { Button } from '@mantine/core';
import { tablesApp } from '#libs/words';
import styles from './tables.module.css';
import type { Done } from './use-acts.ts';

const words = tablesApp.acts;

/** What was just done and, for ten seconds, its way back. */
export function JustDone({ done }: { done: Done | null }) {
  return (
    <div role="status" aria-label={words.justDone} className={styles['done']} data-shown={done !== null}>
      {done !== null && (
        <>
          <p>{done.sentence}</p>
          {done.undo !== undefined && (
            <Button variant="subtle" onClick={done.undo}>
              {words.undo}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
