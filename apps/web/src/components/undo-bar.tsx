import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { app } from '#libs/words';
import { applyAll, undo, undoLast, useIntentions } from '../lib/intentions.ts';
import { useKeys } from '../lib/keys.ts';
import { putAway, useNotes } from '../lib/notes.ts';
import styles from './undo-bar.module.css';

/** What is about to happen, with its way back, and what just happened. Leaving the page applies what waits. */
export function UndoBar() {
  const intentions = useIntentions();
  const notes = useNotes();
  useKeys([{ key: 'z', shown: 'Z', label: app.keys.undo, run: undoLast }]);
  useEffect(() => {
    const leave = (): void => void applyAll();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
    };
  }, []);
  const last = intentions.at(-1);
  return (
    <section
      className={styles['bar']}
      data-shown={intentions.length + notes.length > 0}
      aria-label={app.undo.region}
    >
      <div role="status" aria-live="polite" className={styles['list']}>
        {notes.map(({ id, kind, sentence }) => (
          <div key={`note-${String(id)}`} className={styles['item']} data-kind={kind}>
            <p>{sentence}</p>
            <CloseButton
              aria-label={app.close}
              size="lg"
              onClick={() => {
                putAway(id);
              }}
              className={styles['close'] ?? ''}
            />
          </div>
        ))}
        {last !== undefined && (
          <div key={last.key} className={styles['item']} data-kind="pending">
            <p>
              {last.sentence} {intentions.length > 1 && app.undo.more(intentions.length - 1)}
            </p>
            <Button
              variant="subtle"
              className={styles['undo'] ?? ''}
              onClick={() => {
                undo(last.key);
              }}
            >
              {app.undo.undo}
            </Button>
            <span className={styles['time']} aria-hidden="true" />
          </div>
        )}
      </div>
    </section>
  );
}
