import { Button } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { app } from '#libs/words';
import type { IntroductionView } from '../../lib/shapes.ts';
import { useDraft, keepDraft } from './drafts.ts';
import styles from './reason.module.css';

const editor = () => import('./reason-editor.tsx');
const ReasonEditor = lazy(async () => ({ default: (await editor()).ReasonEditor }));
/** Fetched once the board stands: what is typed right after Enter has to find it there. */
export const fetchEditor = (): void => void editor();

/** The one sentence a side reads about the other, in the host's words if they want. */
export function Reason({ pair, side }: { pair: IntroductionView; side: 'a' | 'b' }) {
  const words = app.introductions.reason;
  const draft = useDraft(pair.id, side);
  const text = side === 'a' ? pair.reasonForA : pair.reasonForB;
  const { name } = pair[side];
  return (
    <div className={styles['reason']}>
      <h3>{words.reads(name)}</h3>
      {draft === undefined ? (
        <>
          <p className={styles['text']}>{text}</p>
          <Button
            variant="subtle"
            className={styles['edit'] ?? ''}
            aria-label={words.editFor(name)}
            onClick={() => {
              keepDraft(pair.id, side, { was: text, typed: text });
            }}
          >
            {words.edit}
          </Button>
        </>
      ) : (
        <Suspense fallback={<p className={styles['text']}>{text}</p>}>
          <ReasonEditor pair={pair} side={side} draft={draft} />
        </Suspense>
      )}
    </div>
  );
}
