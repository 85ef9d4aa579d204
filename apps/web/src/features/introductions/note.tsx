import { Button } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { app } from '#libs/words';
import type { IntroductionView } from '../../lib/shapes.ts';
import { type Draft, keepDraft, useDraft } from './drafts.ts';
import styles from './note.module.css';

const NoteEditor = lazy(async () => ({ default: (await import('./note-editor.tsx')).NoteEditor }));

/** What hosts note for each other, on the pair that fills the screen: what is typed outlives a look at another pair. */
export function PairNote({ pair }: { pair: IntroductionView }) {
  const draft = useDraft(pair.id, 'note');
  return (
    <Note
      pair={pair}
      draft={draft}
      change={(next) => {
        keepDraft(pair.id, 'note', next);
      }}
    />
  );
}

interface Props {
  pair: IntroductionView;
  draft: Draft | undefined;
  change: (draft: Draft | undefined) => void;
}

/** As it reads, or under the host's hands. */
export function Note({ pair, draft, change }: Props) {
  const words = app.introductions.note;
  const names = app.introductions.both(pair.a.name, pair.b.name);
  const text = pair.note ?? '';
  if (draft !== undefined) {
    return (
      <Suspense fallback={<p className={styles['text']}>{text}</p>}>
        <NoteEditor pair={pair} names={names} draft={draft} change={change} />
      </Suspense>
    );
  }
  return (
    <div className={styles['note']}>
      {pair.note !== null && (
        <p className={styles['text']}>
          <span className={styles['title']}>{words.title}</span> {pair.note}
        </p>
      )}
      <NoteButton pair={pair} change={change} />
    </div>
  );
}

export function NoteButton({ pair, change }: Pick<Props, 'pair' | 'change'>) {
  const words = app.introductions.note;
  const names = app.introductions.both(pair.a.name, pair.b.name);
  const text = pair.note ?? '';
  return (
    <Button
      variant="subtle"
      className={styles['change'] ?? ''}
      aria-label={pair.note === null ? words.addFor(names) : words.changeFor(names)}
      onClick={() => {
        change({ was: text, typed: text });
      }}
    >
      {pair.note === null ? words.add : words.change}
    </Button>
  );
}
