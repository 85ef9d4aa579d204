import { panelQuestions } from '#libs/words';
import { Press } from './press.tsx';
import type { Desk } from './use-desk.ts';
import styles from './desk.module.css';

const words = panelQuestions.timer;
const minutes = [1, 2, 3, 5];

/** One press gives the speaker their time. */
export function TimerActs({ desk: { view, act } }: { desk: Desk }) {
  const { timer } = view;
  return (
    <div role="group" aria-label={words.label} className={styles['acts']}>
      {timer !== null && (
        <>
          <Press
            isMain={timer.pausedAt !== null}
            run={() => {
              act({ act: timer.pausedAt === null ? 'pause-timer' : 'resume-timer' });
            }}
          >
            {timer.pausedAt === null ? words.pause : words.resume}
          </Press>
          <Press
            run={() => {
              act({ act: 'stop-timer' });
            }}
          >
            {words.stop}
          </Press>
        </>
      )}
      {minutes.map((length) => (
        <Press
          key={length}
          label={words.setLabel(length)}
          run={() => {
            act({ act: 'timer', seconds: length * 60 });
          }}
        >
          {words.set(length)}
        </Press>
      ))}
    </div>
  );
}
