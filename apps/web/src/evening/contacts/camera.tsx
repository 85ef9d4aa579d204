import { useRef } from 'react';
import { eveningContacts } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { type Scanner, useScanner } from '../../phone/scanner/use-scanner.ts';
import styles from './contacts.module.css';

const words = eveningContacts.scan;

const faults = {
  refused: 'refused',
  'no-camera': 'noCamera',
  busy: 'busy',
  'not-secure': 'failed',
  failed: 'failed',
} as const satisfies Record<Exclude<Scanner['state'], 'starting' | 'reading'>, keyof typeof words>;

/** The picture of the camera, read while it stands here. */
export function Camera({ tell }: { tell: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const { state, isLit, turnTorch, turnCamera, again } = useScanner(video, tell);
  const isFault = state !== 'starting' && state !== 'reading';
  return (
    <div className="stack">
      <video
        ref={video}
        muted
        playsInline
        className={styles['picture']}
        hidden={isFault}
        data-state={state}
      />
      {isFault ? (
        <Notice fault>
          <p>{words[faults[state]]}</p>
          <div>
            <Button onClick={again}>{words.again}</Button>
          </div>
        </Notice>
      ) : (
        <p role="status">{state === 'starting' ? words.starting : words.look}</p>
      )}
      {(turnTorch !== null || turnCamera !== null) && (
        <div className="row">
          {turnTorch !== null && (
            <Button aria-pressed={isLit} onClick={turnTorch}>
              {words.torch}
            </Button>
          )}
          {turnCamera !== null && <Button onClick={turnCamera}>{words.other}</Button>}
        </div>
      )}
    </div>
  );
}
