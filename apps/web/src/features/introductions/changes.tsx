import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { app } from '#libs/words';
import { useEventPath } from '../../app/me.ts';
import type { Board } from '../../lib/shapes.ts';
import { putChangesAway, useChanges } from './board-changes.ts';
import styles from './changes.module.css';

interface Props {
  board: Board;
  show: (id: string) => void;
}

/** What else a decision changed: said in one quiet line, and to be found behind it. */
export function Changes({ board, show }: Props) {
  const words = app.introductions.changes;
  const queries = useQueryClient();
  const path = useEventPath();
  const { added, gone } = useChanges();
  const count = Math.max(added.length, gone.length);
  const fresh = board.introductions.filter(({ id }) => added.includes(id));
  return (
    <div className={styles['changes']} hidden={count === 0}>
      <p role="status">{count > 0 && words.count(count)}</p>
      {count > 0 && (
        <>
          <details>
            <summary>{words.open}</summary>
            <ul>
              {fresh.map(({ id, a, b, standing }) => (
                <li key={id}>
                  {words.added(a.name, b.name)}{' '}
                  {standing === 'suggested' && (
                    <Button
                      variant="subtle"
                      onClick={() => {
                        show(id);
                      }}
                    >
                      {words.look}
                      <span className="unseen">{words.lookAt(a.name, b.name)}</span>
                    </Button>
                  )}
                </li>
              ))}
              {gone.map(({ id, a, b }) => (
                <li key={id}>{words.gone(a, b)}</li>
              ))}
            </ul>
            <Button
              variant="subtle"
              onClick={() => {
                putChangesAway(queries, path);
              }}
            >
              {words.putAway}
            </Button>
          </details>
        </>
      )}
    </div>
  );
}
