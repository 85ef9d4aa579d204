import { useRef } from 'react';
import { doorApp } from '#libs/words';
import { Button } from '../../phone/button.tsx';
import { Notice } from '../../phone/notice.tsx';
import { type Scanner, useScanner } from '../../phone/scanner/use-scanner.ts';
import styles from './camera.module.css';

/** What the camera sees, as large as there is room, and what can be done about it. */
export function Camera({ read, hint }: { read: (text: string) => void; hint: string }) {
  const words = doorApp.scan;
  const video = useRef<HTMLVideoElement>(null);
  const scanner = useScanner(video, read);
  const { state } = scanner;
  const isSeen = state === 'reading' || state === 'starting';
  return (
    <section className={styles['camera']} aria-label={words.title}>
      <h1 className="unseen">{words.title}</h1>
      <video ref={video} muted playsInline aria-label={words.picture} hidden={!isSeen} data-state={state} />
      {state === 'starting' && <p role="status">{words.starting}</p>}
      {state === 'reading' && <p className={styles['hint']}>{hint}</p>}
      {state !== 'reading' && state !== 'starting' && (
        <Notice fault>
          <p>{words.faults[state]}</p>
          {state !== 'no-camera' && state !== 'not-secure' && (
            <div>
              <Button onClick={scanner.again}>{words.again}</Button>
            </div>
          )}
        </Notice>
      )}
      <Controls scanner={scanner} />
    </section>
  );
}

function Controls({ scanner: { turnTorch, turnCamera, isLit } }: { scanner: Scanner }) {
  const words = doorApp.scan;
  if (turnTorch === null && turnCamera === null) return null;
  return (
    <div className={styles['controls']}>
      {turnTorch !== null && (
        <Button aria-pressed={isLit} onClick={turnTorch}>
          {isLit ? words.lightOff : words.light}
        </Button>
      )}
      {turnCamera !== null && <Button onClick={turnCamera}>{words.other}</Button>}
    </div>
  );
}
